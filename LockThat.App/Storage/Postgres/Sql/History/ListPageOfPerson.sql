-- A page of what one person did; no kinds stand for all.
select position, body from lockthat.events
where team = $1 and actor = $5 and position < $2 and ($4 = '{}' or kind = any($4))
order by position desc limit $3
