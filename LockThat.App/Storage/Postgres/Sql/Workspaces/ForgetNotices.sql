-- Deletes at most $2 notices of a workspace, and those that wait until no older instance runs.
with gone as (
    delete from lockthat.notices where number in (
        select number from lockthat.notices where team = $1 limit $2)
    returning 1
), waiting as (
    delete from lockthat.untold where team = $1
    returning 1
)
select ((select count(*) from gone) + (select count(*) from waiting))::int
