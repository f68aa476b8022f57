-- The rows that the teams and identities stand for, in the order of the question. Most rows are found by the key that
-- all versions know, and the others, few, by an index of their own. Of a line come the first two and the one that asks,
-- or all; only the latter two are looked for.
select
    (select lockthat.now()), w.resources, w.deleted_versions,
    k.team, r.version, r.name_key, r.name, r.org, r.state, r.id,
    case when r.state ? 'line' then
        case when k.is_whole or r.head is null or lockthat.mark(k.asker) = any(r.waiting)
            then lockthat.line_of(k.team, r.id, k.asker, k.is_whole)
            else r.head
        end
    end
from unnest((select $1), $2, $3, $4) with ordinality as k (team, identity, is_whole, asker, number)
left join lockthat.workspaces w on w.team = k.team
left join lateral (
    select n.version, n.name_key, coalesce(n.shown, n.name) as name, n.org, n.state, n.id, n.head, n.waiting
    from lockthat.resources n
    where n.team = k.team and n.name_key = k.identity and n.identity is null
    union all
    select n.version, n.name_key, coalesce(n.shown, n.name) as name, n.org, n.state, n.id, n.head, n.waiting
    from lockthat.resources n
    where n.team = k.team and n.identity = k.identity and n.identity <> ''
    limit 1
) r on true
order by k.number
