-- The rows that the teams and identities stand for, in the order of the question. Most rows are found by the key that
-- all versions know, and the others, few, by an index of their own. (select $1) hides the number of keys from the
-- planner, which would plan anew for each number, and that takes longer than the look itself.
select
    (select lockthat.now()), w.resources, w.deleted_versions,
    k.team, r.version, r.name_key, r.name, r.org, r.state, r.id,
    case
        when not r.state ? 'line' then null
        when k.is_whole or r.head is null then (
            select jsonb_agg(l.body) from lockthat.waits l where l.team = k.team and l.resource = r.id)
        when lockthat.mark(k.asker) = any(r.waiting) then r.head || coalesce(
            (
                select jsonb_agg(l.body) from lockthat.waits l
                where l.team = k.team and l.resource = r.id and l.who = k.asker
            ),
            '[]')
        else r.head
    end,
    w.policy
from unnest((select $1), $2, $3, $4) with ordinality as k (team, identity, is_whole, asker, number)
left join lateral (
    select n.resources, n.deleted_versions, n.policy from lockthat.workspaces n where n.team = k.team limit 1
) w on true
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
