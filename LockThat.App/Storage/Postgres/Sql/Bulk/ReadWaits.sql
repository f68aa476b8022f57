select team, resource, body from lockthat.waits order by team, resource, at, step
