insert into lockthat.notices (number, team, org, user_id, at, body, attempts, due_at) overriding system value
select * from unnest($1, $2, $3, $4, $5, $6, $7, $8)
