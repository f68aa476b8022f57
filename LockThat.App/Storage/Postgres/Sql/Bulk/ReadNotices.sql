select due_at, number, team, org, user_id, at, body, attempts from lockthat.notices order by number
