select team from lockthat.resources where identity = '' order by team limit 1
