delete from lockthat.installations where key = $1
