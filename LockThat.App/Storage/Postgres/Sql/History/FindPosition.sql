select coalesce((select position from lockthat.positions where team = $1), 0)
