insert into lockthat.viewers (team, user_id, org, opened_at, page, filter)
select * from unnest($1, $2, $3, $4, $5, $6)
