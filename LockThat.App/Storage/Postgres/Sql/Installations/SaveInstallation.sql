insert into lockthat.installations (key, body) values ($1, $2) on conflict (key) do update set body = $2
