-- Lets what happens from now on have higher positions than what is there.
insert into lockthat.positions as p (team, org, position)
select distinct on (team) team, body ->> 'org', position from lockthat.events order by team, position desc
on conflict (team) do update set org = excluded.org, position = greatest(p.position, excluded.position)
