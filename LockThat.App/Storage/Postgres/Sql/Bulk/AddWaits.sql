insert into lockthat.waits (team, resource, id, who, at, step, body) select * from unnest($1, $2, $3, $4, $5, $6, $7)
