-- Deletes the newest position of a workspace, once it has no events. The other statements of a purge take $2.
with gone as (
    delete from lockthat.positions
    where team = $1 and $2 > 0
        and not exists (select from lockthat.events where team = $1)
        and not exists (select from lockthat.tail where team = $1)
    returning 1
)
select count(*)::int from gone
