-- A page before the position $2, the newest first.
select position, body from lockthat.events where team = $1 and position < $2 order by position desc limit $3
