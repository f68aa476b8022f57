select team, user_id, org, zone, known_at from lockthat.people where user_id = $2 and team = $1
