-- Moves the first $1 events of the tail to the history and gives them their positions; $2 names a workspace, or is null
-- for all. One filer works at a time, under the lock $3: another one waits if $4 says so, and else does nothing.
-- The row of the workspace in positions is held until the commit, so that a reader who sees a position sees all before.
-- The first events are deleted by a range: the server, which knows little of a table that empties all the time, would
-- otherwise look through all of it for each of them.
-- An event that is committed later gets a later position, whatever its number is: no open transaction delays others.
with held as materialized (
    select case when $4 then pg_advisory_xact_lock($3) is not null else pg_try_advisory_xact_lock($3) end as is_mine
), first as materialized (
    select number from lockthat.tail
    where (select is_mine from held) and ($2::text is null or team = $2)
    order by number limit $1
), taken as (
    delete from lockthat.tail
    where number <= (select max(number) from first) and ($2::text is null or team = $2)
    returning *
), counted as (
    insert into lockthat.positions as p (team, org, position)
    select team, (array_agg(org order by number desc))[1], count(*) from taken group by team order by team
    on conflict (team) do update set org = excluded.org, position = p.position + excluded.position
    returning team, position
), filed as (
    insert into lockthat.events (team, position, resource, at, actor, kind, body)
    select t.team, c.position + 1 - row_number() over (partition by t.team order by t.number desc),
        t.resource, t.at, t.actor, t.kind, t.body
    from taken t join counted c on c.team = t.team
)
select (select count(*) from taken)::int
