update lockthat.people set zone = $5, known_at = $4
where user_id = $2 and (team = $1 or org = $3) and known_at <= $4
