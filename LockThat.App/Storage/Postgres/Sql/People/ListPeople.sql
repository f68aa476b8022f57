select team, user_id, org, zone, known_at from lockthat.people order by team, user_id
