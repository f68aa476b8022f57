-- Deletes at most $2 former members of a workspace.
with gone as (
    delete from lockthat.former_members where team = $1 and user_id in (
        select user_id from lockthat.former_members where team = $1 limit $2)
    returning 1
)
select count(*)::int from gone
