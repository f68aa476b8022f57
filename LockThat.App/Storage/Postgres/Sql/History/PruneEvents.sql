with pruned as (
    delete from lockthat.events e
    using (select team, position from lockthat.events where at < $1 order by at limit $2) as old
    where e.team = old.team and e.position = old.position
    returning 1
)
select count(*)::int from pruned
