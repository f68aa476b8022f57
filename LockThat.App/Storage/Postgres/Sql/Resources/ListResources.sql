select
    (select lockthat.now()), coalesce(w.deleted_versions, 0), coalesce(r.version, 0), coalesce(r.shown, r.name),
    r.org, r.state, r.id
from (select 1) as one
left join lockthat.workspaces w on w.team = $1
left join lockthat.resources r on r.team = $1 and r.identity is distinct from ''
