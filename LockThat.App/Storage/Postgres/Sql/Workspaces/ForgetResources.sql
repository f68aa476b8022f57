-- Deletes at most $2 resources of a workspace. The row that they share goes once there are none.
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
)
select count(*)::int from gone
