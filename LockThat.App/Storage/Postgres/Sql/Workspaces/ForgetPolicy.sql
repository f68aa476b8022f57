-- Deletes the rules of a workspace. The other statements of a purge take $2.
with gone as (
    update lockthat.workspaces set policy = null where team = $1 and $2 > 0 and policy is not null returning 1
)
select count(*)::int from gone
