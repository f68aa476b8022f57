using LockThat.App.Locks.Names;

namespace LockThat.App.Storage.Postgres.Sql;

/// <summary>
/// The step from version 2, whose rows are unique by <see cref="ResourceName.FormerIdentity"/>, to rows that are unique
/// by
/// <see cref="ResourceName.Identity"/>. An older instance beside it goes on by the key that it knows.
/// </summary>
internal static partial class Schema
{
    // The lists are those of the day of this step: whoever changes Typography adds a step that makes the function anew.
    private static string NameTwins =>
        $"""
            -- Names as they are compared now, from the key that older versions know.
            create function lockthat.folded(key text) returns text language sql immutable as $$
                select case when key !~ '[^!-~]|"|--' then key else
                    regexp_replace(
                        replace(replace(replace(
                            translate(
                                normalize(regexp_replace(key, '[\uFE00-\uFE0F\U000E0100-\U000E01EF]', '', 'g')),
                                '{Typography.Quotes}{Typography.Dashes}',
                                repeat('''', {Runes(Typography.Quotes)}) || repeat('-', {Runes(Typography.Dashes)})),
                            '{Typography.Ellipses[0]}', '...'), '{Typography.Ellipses[
                1
            ]}', '...'), '{Typography.Ellipses[2]}', '...'),
                        '--+', '-', 'g')
                end
            $$;

            -- identity is null where it is the key, and empty while the row has no name of its own: then another row has it.
            -- shown is the name of those that have one with a mark.
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

            -- Who brings an identity makes no twin: the row is not inserted, and is looked for again. Older versions bring none.
            -- Whoever creates holds the row of the workspace, so that nobody else creates beside it.
            create function lockthat.name_resource() returns trigger language plpgsql as $$
            declare
                wanted text collate "C" := coalesce(new.identity, lockthat.folded(new.name_key));
                is_taken bool := exists (select from lockthat.resources r where r.team = new.team and r.name_key = wanted and r.identity is null)
                    or exists (select from lockthat.resources r where r.team = new.team and r.identity = wanted and r.identity <> '');
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
            create trigger name_resource before insert on lockthat.resources for each row execute function lockthat.name_resource();

            update lockthat.resources r set identity = named.identity
            from (
                select team, name_key, case when place = 1 then nullif(wanted, name_key) else '' end as identity
                from (
                    select team, name_key, wanted, row_number() over (partition by team, wanted order by wanted <> name_key, name_key) as place
                    from (select team, name_key, lockthat.folded(name_key) collate "C" as wanted from lockthat.resources) as folded
                ) as placed
            ) as named
            where r.team = named.team and r.name_key = named.name_key and named.identity is not null;
            """;

    private static int Runes(string text) => text.EnumerateRunes().Count();
}
