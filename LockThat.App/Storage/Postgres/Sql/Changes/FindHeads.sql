-- The first two of each of these lines, by resource, in no order.
select l.team, l.resource, h.body
from unnest($1, $2) as l (team, resource)
cross join lateral (
    select w.body from lockthat.waits w where w.team = l.team and w.resource = l.resource
    order by w.at, w.step limit 2
) h
