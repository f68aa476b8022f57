-- Names as they are compared now, from the key that older versions know. The lists of quotes, dashes and ellipses are
-- those of the day of this step: a change of Typography needs a step that makes the function anew.
create function lockthat.folded(key text) returns text language sql immutable as $$
    select case when key !~ '[^!-~]|"|--' then key else
        regexp_replace(
            replace(replace(replace(
                translate(
                    normalize(regexp_replace(key, '[\uFE00-\uFE0F\U000E0100-\U000E01EF]', '', 'g')),
                    E'"\u00AB\u00BB\u02BC\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u2039\u203A'
                    '\u2E02\u2E03\u2E04\u2E05\u2E09\u2E0A\u2E0C\u2E0D\u2E1C\u2E1D\u2E20\u2E21\u2E42\u300C'
                    '\u300D\u300E\u300F\u301D\u301E\u301F\uFE41\uFE42\uFE43\uFE44\uFF02\uFF07\uFF62\uFF63'
                    '\u058A\u05BE\u1400\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2053\u207B\u208B\u2212'
                    '\u2E17\u2E1A\u2E3A\u2E3B\u2E40\u2E5D\u301C\u3030\u30A0\uFE31\uFE32\uFE58\uFE63\uFF0D'
                    '\U00010D6E\U00010EAD',
                    repeat('''', 42) || repeat('-', 30)),
                E'\u2026', '...'), E'\u22EF', '...'), E'\uFE19', '...'),
            '--+', '-', 'g')
    end
$$;

-- identity is null where it is the key, and empty while the row has no name of its own: then another row has it.
-- shown is the name of the rows that have one with a mark.
alter table lockthat.resources add column identity text collate "C", add column shown text;
create unique index resources_identity on lockthat.resources (team, identity) where identity <> '';
create index resources_unnamed on lockthat.resources (team) where identity = '';

-- Notices that older instances could not read: they wait until none runs.
create table lockthat.untold (
    number bigint generated always as identity primary key,
    team text collate "C" not null,
    user_id text collate "C" not null,
    org text,
    at timestamptz not null,
    body jsonb not null
);

-- An insert that brings an identity makes no twin: the row is not inserted, and is looked for again. Older versions
-- bring none. The creator holds the row of the workspace, so that nobody else creates beside it.
create function lockthat.name_resource() returns trigger language plpgsql as $$
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
        return null;
    end if;
    -- A twin that has a mark by now may have the key: this one gets one that nobody can type.
    if exists (select from lockthat.resources r where r.team = new.team and r.name_key = new.name_key) then
        new.name_key := new.name_key || chr(31);
    end if;
    new.identity := nullif(wanted, new.name_key);
    return new;
end $$;
create trigger name_resource before insert on lockthat.resources
    for each row execute function lockthat.name_resource();

update lockthat.resources r set identity = named.identity
from (
    select team, name_key, case when place = 1 then nullif(wanted, name_key) else '' end as identity
    from (
        select
            team, name_key, wanted,
            row_number() over (partition by team, wanted order by wanted <> name_key, name_key) as place
        from (select team, name_key, lockthat.folded(name_key) collate "C" as wanted from lockthat.resources) as folded
    ) as placed
) as named
where r.team = named.team and r.name_key = named.name_key and named.identity is not null;
