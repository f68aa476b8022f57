select position, body from lockthat.events where team = $1 and position > $2 order by position limit $3
