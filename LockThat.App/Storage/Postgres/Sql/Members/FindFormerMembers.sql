select user_id from lockthat.former_members
where team = $1 and user_id = any($2) and left_at <= lockthat.now() - $3
