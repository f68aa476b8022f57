-- Counts the resources of each workspace, which its row keeps.
insert into lockthat.workspaces (team, resources, changed_at)
select team, count(*), lockthat.now() from lockthat.resources group by team
on conflict (team) do update set resources = excluded.resources, changed_at = excluded.changed_at
