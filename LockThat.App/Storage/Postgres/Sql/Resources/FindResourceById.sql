select lockthat.now(), coalesce(r.shown, r.name), r.org, r.state, r.id
from (select 1) as one
left join lockthat.resources r on r.team = $1 and r.id = $2 and r.identity is distinct from ''
