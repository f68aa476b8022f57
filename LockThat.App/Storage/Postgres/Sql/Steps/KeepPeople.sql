-- The time zone of each person who typed a time, as Slack said it. The person comes first in the key, because Slack
-- reports a change of them once for all workspaces of an organisation.
create table lockthat.people (
    team text collate "C" not null,
    user_id text collate "C" not null,
    org text,
    zone text not null,
    known_at timestamptz not null,
    primary key (user_id, team)
);
