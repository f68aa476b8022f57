-- Deletes at most $2 rows of each kind. The row of the workspace goes once it has no resources, and the position once
-- there are no events.
with gone as (
    delete from lockthat.resources where team = $1 and name_key in (
        select name_key from lockthat.resources where team = $1 limit $2)
    returning version
), recounted as (
    update lockthat.workspaces
    set resources = resources - (select count(*) from gone),
        deleted_versions = deleted_versions + (select sum(version + 1) from gone),
        changed_at = lockthat.now()
    where team = $1 and exists (select from gone)
), ended as (
    delete from lockthat.workspaces where team = $1 and resources = 0 and not exists (select from gone)
), untold as (
    delete from lockthat.notices where number in (
        select number from lockthat.notices where team = $1 limit $2)
    returning 1
), unnoticed as (
    delete from lockthat.untold where team = $1
), unseen as (
    delete from lockthat.viewers where team = $1 and user_id in (
        select user_id from lockthat.viewers where team = $1 limit $2)
    returning 1
), unfiled as (
    delete from lockthat.tail where number in (
        select number from lockthat.tail where team = $1 order by number limit $2)
    returning 1
), forgotten as (
    delete from lockthat.events where team = $1 and position in (
        select position from lockthat.events where team = $1 order by position limit $2)
    returning 1
), unplaced as (
    delete from lockthat.positions
    where team = $1 and not exists (select from unfiled) and not exists (select from forgotten)
)
select
    (select count(*) from gone)::int,
    (select count(*) from untold)::int,
    (select count(*) from unseen)::int,
    ((select count(*) from unfiled) + (select count(*) from forgotten))::int
