-- An id stays, whatever the resource is called. The default is for rows that older instances create.
alter table lockthat.resources
    add column id text collate "C" not null default replace(gen_random_uuid()::text, '-', '');
create unique index resources_id on lockthat.resources (team, id);

-- Events that are committed and have no position yet. A number says which event came first of those that followed from
-- one another; it is no position, because a higher number may be committed before a lower one.
create table lockthat.tail (
    number bigint generated always as identity primary key,
    team text collate "C" not null,
    org text,
    resource text collate "C" not null,
    at timestamptz not null,
    actor text collate "C",
    kind text collate "C" not null,
    body jsonb not null
);
create index tail_team on lockthat.tail (team, number);

-- Events in the order in which they were filed. actor is the person who did it, or for whom a program did.
create table lockthat.events (
    team text collate "C" not null,
    position bigint not null,
    resource text collate "C" not null,
    at timestamptz not null,
    actor text collate "C",
    kind text collate "C" not null,
    body jsonb not null,
    primary key (team, position)
);
create index events_resource on lockthat.events (team, resource, position);
create index events_actor on lockthat.events (team, actor, position) where actor is not null;
create index events_kind on lockthat.events (team, kind, position);
create index events_at on lockthat.events (at);

-- The newest position of each workspace, which stays when events are deleted, and how the workspace was reached then.
create table lockthat.positions (
    team text collate "C" primary key,
    org text,
    position bigint not null
) with (fillfactor = 70);

-- The instances that run, or did until a moment ago, and the version of the tables that each of them knows.
create table lockthat.instances (
    id text collate "C" primary key,
    version int not null,
    seen_at timestamptz not null
);

-- A row that brings an identity which another row has is an error from now on, so that all or nothing of a change is
-- written. Nothing else in the function is new.
create or replace function lockthat.name_resource() returns trigger language plpgsql as $$
declare
    wanted text collate "C" := coalesce(new.identity, lockthat.folded(new.name_key));
    is_taken bool :=
        exists (
            select from lockthat.resources r
            where r.team = new.team and r.name_key = wanted and r.identity is null)
        or exists (
            select from lockthat.resources r
            where r.team = new.team and r.identity = wanted and r.identity <> '');
begin
    if new.identity is null then
        new.identity := case when is_taken then '' else nullif(wanted, new.name_key) end;
        return new;
    end if;
    if is_taken then
        raise unique_violation using message = 'Another resource has this name';
    end if;
    -- A twin that has a mark by now may have the key: this one gets one that nobody can type.
    if exists (select from lockthat.resources r where r.team = new.team and r.name_key = new.name_key) then
        new.name_key := new.name_key || chr(31);
    end if;
    new.identity := nullif(wanted, new.name_key);
    return new;
end $$;
