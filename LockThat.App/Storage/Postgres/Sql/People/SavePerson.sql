insert into lockthat.people (team, user_id, org, zone, known_at) values ($1, $2, $3, $4, $5)
on conflict (user_id, team) do update
set org = excluded.org, zone = excluded.zone, known_at = excluded.known_at
where people.known_at <= excluded.known_at
