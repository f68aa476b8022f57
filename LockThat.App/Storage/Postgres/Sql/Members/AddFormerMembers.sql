insert into lockthat.former_members (team, user_id, org, left_at) select * from unnest($1, $2, $3, $4)
