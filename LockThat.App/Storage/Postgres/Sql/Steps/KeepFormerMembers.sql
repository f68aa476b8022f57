-- The people whose accounts ended, and when that was known. An older instance keeps none, and reads none.
create table lockthat.former_members (
    team text collate "C" not null,
    user_id text collate "C" not null,
    org text,
    left_at timestamptz not null,
    primary key (team, user_id)
);
create index former_members_user on lockthat.former_members (user_id);
