delete from lockthat.people where user_id = $2 and (team = $1 or org = $3) and known_at <= $4
