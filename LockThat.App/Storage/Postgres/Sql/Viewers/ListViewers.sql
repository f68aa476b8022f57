select team, user_id, org, opened_at, page, filter from lockthat.viewers order by team, user_id
