-- The resources in whose line somebody waits, with the whole line.
select
    coalesce(r.shown, r.name), r.org, r.state, r.id,
    (select jsonb_agg(w.body) from lockthat.waits w where w.team = r.team and w.resource = r.id)
from lockthat.waits own
join lockthat.resources r on r.team = own.team and r.id = own.resource and r.identity is distinct from ''
where own.team = $1 and own.who = $2
