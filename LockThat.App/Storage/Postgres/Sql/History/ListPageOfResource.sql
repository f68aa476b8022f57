-- A page of what happened to one resource; no kinds stand for all, and no person for everybody.
select position, body from lockthat.events
where team = $1 and resource = $6 and position < $2
    and ($4 = '{}' or kind = any($4)) and ($5::text is null or actor = $5)
order by position desc limit $3
