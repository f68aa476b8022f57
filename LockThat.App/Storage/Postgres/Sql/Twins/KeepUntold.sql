insert into lockthat.untold (team, user_id, org, at, body) values ($1, $2, $3, $4, $5)
