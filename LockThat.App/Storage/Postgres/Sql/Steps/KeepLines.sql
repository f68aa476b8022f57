-- A row for each place in line. The row of a resource has the length of its line in its state, so that nothing is read
-- here of a resource without one.
create table lockthat.waits (
    team text collate "C" not null,
    resource text collate "C" not null,
    id text collate "C" not null,
    who text collate "C" not null,
    at timestamptz not null,
    step bigint not null,
    body jsonb not null,
    primary key (team, resource, id)
);
create index waits_order on lockthat.waits (team, resource, at, step);
create index waits_who on lockthat.waits (team, who);

-- A line ends with its resource, also where an older instance deletes the resource or writes it without its line. A
-- resource that gets another name is deleted and created, and keeps its line.
create function lockthat.end_line() returns trigger language plpgsql as $$
begin
    delete from lockthat.waits w
    where w.team = old.team and w.resource = old.id
        and not exists (
            select from lockthat.resources r where r.team = old.team and r.id = old.id and r.state ? 'line');
    return null;
end $$;
create trigger end_line_of_deleted after delete on lockthat.resources
    for each row when (old.state ? 'line') execute function lockthat.end_line();
create trigger end_line_of_changed after update on lockthat.resources
    for each row when (old.state ? 'line' and (not new.state ? 'line' or old.id <> new.id))
    execute function lockthat.end_line();
