insert into lockthat.people (team, user_id, org, zone, known_at) select * from unnest($1, $2, $3, $4, $5)
