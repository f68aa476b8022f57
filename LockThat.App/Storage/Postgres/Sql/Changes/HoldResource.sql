select 1 from lockthat.resources
where team = $1 and ((name_key = $2 and identity is null) or (identity = $2 and identity <> ''))
for update
