insert into lockthat.workspaces (team, policy) select * from unnest($1, $2)
on conflict (team) do update set policy = excluded.policy
