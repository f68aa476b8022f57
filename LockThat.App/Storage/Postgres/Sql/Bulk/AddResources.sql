insert into lockthat.resources (team, name_key, identity, name, org, state, due_at, id, version, changed_at)
select r.*, nextval('lockthat.versions'), lockthat.now() from unnest($1, $2, $3, $4, $5, $6, $7, $8) as r
