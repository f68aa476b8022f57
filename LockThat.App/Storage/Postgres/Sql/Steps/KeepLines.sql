-- A row for each place in line.
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
create index waits_who on lockthat.waits (team, who, resource);

-- A resource has the length of its line in its state, the first two beside it, and a mark for each that waits. So
-- nearly every change reads no other row, however many wait. head and waiting count only while the state has a length.
alter table lockthat.resources add column head jsonb, add column waiting int[];

-- The id comes first: until a new database has statistics, the server would take the other order for a way to the name,
-- and read all resources of the workspace. Nothing else is found by this index.
create unique index resources_by_id on lockthat.resources (id, team);
drop index lockthat.resources_id;

-- Two people may have the same mark: then one of them is looked for in vain.
create function lockthat.mark(who text) returns int language sql immutable
    as $$ select ('x' || left(md5(who), 8))::bit(32)::int $$;

-- The part of a line that a rule needs: all of it, or the first two and the place of one that may be among the others.
create function lockthat.part_of_line(
    head jsonb, waiting int[], of_team text, of_resource text, asker text, is_whole bool
) returns jsonb language plpgsql stable as $$
begin
    if is_whole or head is null then
        return (select jsonb_agg(w.body) from lockthat.waits w where w.team = of_team and w.resource = of_resource);
    end if;
    if lockthat.mark(asker) = any(waiting) then
        return head || coalesce(
            (
                select jsonb_agg(w.body) from lockthat.waits w
                where w.team = of_team and w.resource = of_resource and w.who = asker
            ),
            '[]'
        );
    end if;
    return head;
end $$;

create function lockthat.note_line() returns trigger language plpgsql as $$
declare
    of_team text collate "C" := coalesce(new.team, old.team);
    of_resource text collate "C";
begin
    if tg_table_name = 'waits' then
        of_resource := coalesce(new.resource, old.resource);
    else
        of_resource := new.id;
    end if;
    update lockthat.resources r
    set head = (
            select jsonb_agg(h.body) from (
                select w.body from lockthat.waits w where w.team = of_team and w.resource = of_resource
                order by w.at, w.step limit 2
            ) h
        ),
        waiting = array(
            select lockthat.mark(w.who) from lockthat.waits w where w.team = of_team and w.resource = of_resource
        )
    where r.team = of_team and r.id = of_resource;
    return null;
end $$;
create trigger note_line_of_waits after insert or update or delete on lockthat.waits
    for each row when (pg_trigger_depth() = 0) execute function lockthat.note_line();
create trigger note_line_of_created after insert on lockthat.resources
    for each row when (new.state ? 'line') execute function lockthat.note_line();

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
