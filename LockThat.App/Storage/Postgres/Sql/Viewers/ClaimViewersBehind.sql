-- A change is seen once it is committed, which is later than changed_at says; not by more than the 10 seconds, for all
-- that is likely, and the look everywhere finds the rest. A claim is renewed when it has half run out; a row that
-- another instance is changing may have none. Materialized, a workspace is reckoned once, and not for each viewer.
-- Of an organisation a person sees on their one Home the workspace that they opened last.
with moment as materialized (
    select lockthat.now() as now
), suspect as (
    select team from lockthat.resources where changed_at > (select now - interval '10 seconds' from moment)
    union select team from lockthat.workspaces where changed_at > (select now - interval '10 seconds' from moment)
    union select team from lockthat.viewers where shown = 0 and opened_at >= $1
    union select team from lockthat.viewers where $3 and opened_at >= $1
    union select unnest($2)
), revised as materialized (
    select s.team, 1 + coalesce(w.deleted_versions, 0) + coalesce((
        select sum(r.version) from lockthat.resources r where r.team = s.team), 0)::bigint as revision
    from suspect s left join lockthat.workspaces w on w.team = s.team
    where exists (select from lockthat.viewers v where v.team = s.team and v.opened_at >= $1)
), behind as (
    select v.team, v.user_id from lockthat.viewers v join revised r on r.team = v.team
    where v.opened_at >= $1 and v.shown < r.revision and not exists (
        select from lockthat.viewers later
        where later.user_id = v.user_id and later.org = v.org
            and (later.opened_at, later.team) > (v.opened_at, v.team))
), free as (
    select v.team, v.user_id from lockthat.viewers v join behind b on b.team = v.team and b.user_id = v.user_id
    where v.claimed_until is null or v.claimed_until <= (select now from moment)
        or (v.claimed_by = $4 and v.claimed_until <= (select now + interval '1500 milliseconds' from moment))
    for update of v skip locked
), claimed as (
    update lockthat.viewers v set claimed_by = $4, claimed_until = (select now + interval '3 seconds' from moment)
    from free f where v.team = f.team and v.user_id = f.user_id
    returning v.team, v.user_id
)
select v.team, v.user_id, v.org, v.opened_at, v.page, v.filter,
    c.team is not null or coalesce(v.claimed_by = $4 and v.claimed_until > (select now from moment), false)
from behind b
join lockthat.viewers v on v.team = b.team and v.user_id = b.user_id
left join claimed c on c.team = b.team and c.user_id = b.user_id
