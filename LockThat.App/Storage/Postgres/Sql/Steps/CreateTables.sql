-- Texts are compared by their bytes: the rules of a language would take names for equal that are not, and may change
-- with the server.

-- The moment of every decision: the server's, so that all instances have one clock.
create function lockthat.now() returns timestamptz language sql volatile
    as $$ select date_trunc('milliseconds', clock_timestamp()) $$;

-- A number for each change of a resource, never given twice.
create sequence lockthat.versions;

-- A row for each workspace: the count of its resources. Only creating and deleting changes it.
create table lockthat.workspaces (
    team text collate "C" primary key,
    resources int not null default 0,
    deleted_versions bigint not null default 0,
    changed_at timestamptz not null default '-infinity'
) with (fillfactor = 70);
create index workspaces_changed on lockthat.workspaces (changed_at);

-- claimed_by and claimed_until were used by versions that claimed what is due, and may go.
create table lockthat.resources (
    team text collate "C" not null,
    name_key text collate "C" not null,
    name text not null,
    org text,
    state jsonb not null,
    version bigint not null,
    due_at timestamptz,
    changed_at timestamptz not null,
    claimed_by text,
    claimed_until timestamptz,
    primary key (team, name_key)
) with (fillfactor = 80);
create index resources_due on lockthat.resources (due_at) where due_at is not null;
create index resources_changed on lockthat.resources (changed_at);
create index resources_org on lockthat.resources (org) where org is not null;

create table lockthat.notices (
    number bigint generated always as identity primary key,
    team text collate "C" not null,
    user_id text collate "C" not null,
    org text,
    at timestamptz not null,
    body jsonb not null,
    attempts int not null default 0,
    due_at timestamptz not null,
    claimed_by text,
    claimed_until timestamptz
) with (fillfactor = 80);
create index notices_due on lockthat.notices (due_at, number);
create index notices_line on lockthat.notices (team, user_id, number);

create table lockthat.viewers (
    team text collate "C" not null,
    user_id text collate "C" not null,
    org text,
    opened_at timestamptz not null,
    page int not null,
    filter text not null,
    shown bigint not null default 0,
    claimed_by text,
    claimed_until timestamptz,
    primary key (team, user_id)
) with (fillfactor = 70);
create index viewers_opened on lockthat.viewers (opened_at);
create index viewers_unseen on lockthat.viewers (opened_at) where shown = 0;

create table lockthat.installations (
    key text collate "C" primary key,
    body jsonb not null
);

create table lockthat.redeemed (
    id text collate "C" primary key,
    until timestamptz not null
);
create index redeemed_until on lockthat.redeemed (until);
