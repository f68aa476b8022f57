-- The first notice of each of at most $1 people, claimed for the instance $2; the workspaces $3 are busy. A claim is
-- longer than one delivery with all its attempts: what an instance had claimed that is dead by now is delivered by
-- another one after it.
with moment as materialized (
    select lockthat.now() as now
), first as (
    select n.number from lockthat.notices n
    where n.due_at <= (select now from moment) and n.team <> all($3)
        and (n.claimed_until is null or n.claimed_until <= (select now from moment))
        and not exists (
            select from lockthat.notices o
            where o.team = n.team and o.user_id = n.user_id
                and (o.number < n.number or o.claimed_until > (select now from moment)))
    order by n.due_at, n.number limit $1
    for update of n skip locked
)
update lockthat.notices n set claimed_by = $2, claimed_until = (select now from moment) + interval '12 seconds'
from first where n.number = first.number
returning n.due_at, n.number, n.team, n.org, n.user_id, n.at, n.body, n.attempts
