-- A page of some kinds of events: the newest of each kind, and of these the newest.
select e.position, e.body
from unnest($4) as k (kind) cross join lateral (
    select position, body from lockthat.events
    where team = $1 and kind = k.kind and position < $2
    order by position desc limit $3
) as e
order by e.position desc limit $3
