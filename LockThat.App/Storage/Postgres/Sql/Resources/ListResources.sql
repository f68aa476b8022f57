-- With the whole line where $2 waits. The server looks once for all places of $2. (select $1) hides the workspace from
-- the planner, which would plan anew for each, and that takes longer than the look itself.
select
    (select lockthat.now()), coalesce(w.deleted_versions, 0), coalesce(r.version, 0), coalesce(r.shown, r.name),
    r.org, r.state, r.id,
    case
        when r.state ? 'line' and r.id in (
            select own.resource from lockthat.waits own where own.team = (select $1) and own.who = (select $2))
        then (select jsonb_agg(l.body) from lockthat.waits l where l.team = r.team and l.resource = r.id)
    end
from (select 1) as one
left join lockthat.workspaces w on w.team = (select $1)
left join lockthat.resources r on r.team = (select $1) and r.identity is distinct from ''
