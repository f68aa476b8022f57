-- What all resources of a workspace have in common.
insert into lockthat.workspaces (team, resources, changed_at)
select team, count(*), lockthat.now() from lockthat.resources group by team
on conflict (team) do update set resources = excluded.resources, changed_at = excluded.changed_at
