select key, body from lockthat.installations where key = any($1)
