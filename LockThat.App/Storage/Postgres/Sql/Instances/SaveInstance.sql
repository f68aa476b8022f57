-- Rows of instances that are long gone go with it.
with gone as (
    delete from lockthat.instances where seen_at < lockthat.now() - interval '1 day' and id <> $1
)
insert into lockthat.instances (id, version, seen_at) values ($1, $2, lockthat.now())
on conflict (id) do update set version = excluded.version, seen_at = excluded.seen_at
