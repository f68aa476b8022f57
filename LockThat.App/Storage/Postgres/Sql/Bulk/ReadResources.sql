select team, coalesce(shown, name), org, state from lockthat.resources order by team, name_key
