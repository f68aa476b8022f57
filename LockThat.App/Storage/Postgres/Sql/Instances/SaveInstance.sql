-- Says that the instance $1 runs, which knows version $2 of the tables, and the same of versions from before this
-- table, while connections have their names $3; $4 has the version of each. Rows of instances that are long gone go.
with seen as (
    select $1 as id, $2 as version
    union all
    select 'connections of ' || former.name, former.version from unnest($3, $4) as former (name, version)
    where exists (
        select from pg_stat_activity where datname = current_database() and application_name = former.name)
), gone as (
    delete from lockthat.instances
    where seen_at < lockthat.now() - interval '1 day' and id not in (select id from seen)
)
insert into lockthat.instances (id, version, seen_at) select id, version, lockthat.now() from seen order by id
on conflict (id) do update set version = excluded.version, seen_at = excluded.seen_at
