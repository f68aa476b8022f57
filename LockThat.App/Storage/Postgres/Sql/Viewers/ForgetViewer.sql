delete from lockthat.viewers where team = $1 and user_id = $2
