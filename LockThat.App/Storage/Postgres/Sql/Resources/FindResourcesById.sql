-- The resources of these teams and ids with their whole lines, in the order of the question; a resource without a line
-- costs no look for one. (select $1) hides the number of ids from the planner, which would plan anew for each number.
select
    (select lockthat.now()), k.team, coalesce(r.shown, r.name), r.org, r.state, r.id,
    case when r.state ? 'line' then (
        select jsonb_agg(w.body) from lockthat.waits w where w.team = r.team and w.resource = r.id
    ) end
from unnest((select $1), $2) with ordinality as k (team, id, number)
left join lockthat.resources r on r.id = k.id and r.team = k.team and r.identity is distinct from ''
order by k.number
