-- Deletes at most $2 events of a workspace, and as many in its tail.
with unfiled as (
    delete from lockthat.tail where number in (
        select number from lockthat.tail where team = $1 order by number limit $2)
    returning 1
), filed as (
    delete from lockthat.events where team = $1 and position in (
        select position from lockthat.events where team = $1 order by position limit $2)
    returning 1
)
select ((select count(*) from unfiled) + (select count(*) from filed))::int
