insert into lockthat.positions as p (team, position) select * from unnest($1, $2)
on conflict (team) do update set position = greatest(p.position, excluded.position)
