select key, body from lockthat.installations order by key
