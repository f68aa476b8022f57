select team, user_id, org, left_at from lockthat.former_members order by team, user_id
