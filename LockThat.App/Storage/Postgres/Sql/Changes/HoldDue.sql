-- In the order in which people are told. The moment is one after the row is held: an instance that had the row before
-- has decided before. Of a line come the first two, which stand in the row.
with due as materialized (
    select team, name_key, version, coalesce(shown, name) as name, org, state, id, head, due_at
    from lockthat.resources
    where due_at <= (select lockthat.now()) and identity is distinct from ''
    order by due_at limit $1
    for update skip locked
)
select
    lockthat.now(), w.resources, w.deleted_versions, d.team, d.version, d.name_key, d.name, d.org, d.state, d.id,
    case when d.state ? 'line' then d.head end,
    w.policy
from due d left join lockthat.workspaces w on w.team = d.team
order by d.due_at, d.name_key
