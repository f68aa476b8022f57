insert into lockthat.workspaces (team) select team from unnest($1) as t (team) order by team on conflict do nothing
