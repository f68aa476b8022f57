select lockthat.now(), name_key, name, org, state, id from lockthat.resources where team = $1 and identity = ''
order by name_key limit $2 for update
