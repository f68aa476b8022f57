-- With the whole line; a resource without one costs no look.
select
    lockthat.now(), coalesce(r.shown, r.name), r.org, r.state, r.id,
    case when r.state ? 'line' then (
        select jsonb_agg(w.body) from lockthat.waits w where w.team = r.team and w.resource = r.id
    ) end
from (select 1) as one
left join lockthat.resources r on r.team = $1 and r.id = $2 and r.identity is distinct from ''
