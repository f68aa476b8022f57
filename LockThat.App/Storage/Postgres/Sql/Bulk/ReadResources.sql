select team, coalesce(shown, name), org, state, id from lockthat.resources order by team, name_key
