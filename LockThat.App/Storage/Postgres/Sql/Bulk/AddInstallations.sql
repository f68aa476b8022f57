insert into lockthat.installations (key, body) select * from unnest($1, $2)
