delete from lockthat.instances where id = $1
