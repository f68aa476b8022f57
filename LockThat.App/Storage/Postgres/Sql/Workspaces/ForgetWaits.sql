-- Deletes at most $2 places in line of a workspace. Nearly all of them are gone with their resources.
with gone as (
    delete from lockthat.waits where team = $1 and (resource, id) in (
        select resource, id from lockthat.waits where team = $1 limit $2)
    returning 1
)
select count(*)::int from gone
