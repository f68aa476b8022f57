delete from lockthat.notices where number = any($1)
