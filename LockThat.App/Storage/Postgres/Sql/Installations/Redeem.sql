-- Returns a row for the first one alone. Ids that have run out are forgotten on the way.
with moment as materialized (
    select lockthat.now() as now
), over as (
    select id from lockthat.redeemed where until <= (select now from moment) and id <> $1 for update skip locked
), forgotten as (
    delete from lockthat.redeemed r using over o where r.id = o.id
)
insert into lockthat.redeemed as r (id, until) select $1, $2 from moment where $2 > now
on conflict (id) do update set until = excluded.until where r.until <= (select now from moment)
returning true
