using Npgsql;

namespace LockThat.App.Storage.Postgres.Sql;

/// <summary>The tables and their version. All of them lie in a schema of their own, so that a database may be shared
/// with others.</summary>
internal static partial class Schema
{
    // Whoever starts first migrates; the others wait for it here. Any number will do that nobody else uses.
    private const long MigrationLock = 0x4C6F_636B_5468_6174;

    private const int OldestServer = 13;

    /// <summary>
    /// Step n brings a database of version n to n + 1, in one transaction with the new number. While instances are
    /// replaced one by one, those of the version before still run on what a step leaves behind: a step adds, and what
    /// is to go is dropped a version later.
    /// </summary>
    private static readonly string[] Steps = [CreateTables, IndexPeople, NameTwins];

    public static int Version => Steps.Length;

    /// <exception cref="StorageException">The database was written by a later LockThat, or the server is too
    /// old.</exception>
    public static async Task Migrate(NpgsqlConnection connection)
    {
        if (await Find(connection) == Version)
            return;
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.Execute(Statement.Of("select pg_advisory_xact_lock($1)", Statement.With(MigrationLock)));
        await connection.Execute(Statement.Of("create schema if not exists lockthat"));
        await connection.Execute(Statement.Of("create table if not exists lockthat.schema (version int not null)"));
        for (var version = await Find(connection); version < Version; version++)
        {
            await connection.Execute(Statement.Of(Steps[version]));
            await connection.Execute(Statement.Of("delete from lockthat.schema"));
            await connection.Execute(
                Statement.Of("insert into lockthat.schema (version) values ($1)", Statement.With(version + 1))
            );
        }

        await transaction.CommitAsync();
    }

    /// <summary>The version that is there; 0 when there is nothing.</summary>
    /// <exception cref="StorageException">A later LockThat has been here, or the server is too old.</exception>
    public static async Task<int> Find(NpgsqlConnection connection)
    {
        if (connection.PostgreSqlVersion.Major < OldestServer)
            throw new StorageException(
                StorageFault.Unreachable,
                $"The server is PostgreSQL {connection.PostgreSqlVersion}; LockThat needs {OldestServer} or later."
            );
        var tables = await connection.Read(
            Statement.Of("select to_regclass('lockthat.schema') is not null"),
            row => row.GetBoolean(0)
        );
        if (!tables[0])
            return 0;
        var found = (
            await connection.Read(Statement.Of("select version from lockthat.schema"), row => row.GetInt32(0))
        ).FirstOrDefault();
        return found <= Version
            ? found
            : throw new StorageException(
                StorageFault.FromTheFuture,
                $"The database has version {found}, and this LockThat knows versions up to {Version}. Run the LockThat that wrote it, or a later one."
            );
    }

    // Texts are compared by their bytes: the rules of a language would take names for equal that are not, and may
    // change with the server.
    private const string CreateTables = """
        -- The moment of every decision: the server's, so that all instances have one clock.
        create function lockthat.now() returns timestamptz language sql volatile
            as $$ select date_trunc('milliseconds', clock_timestamp()) $$;

        -- A number for each change of a resource, never given twice.
        create sequence lockthat.versions;

        -- What all resources of a workspace have in common. Only creating and deleting changes it.
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
        """;

    // Of an organisation a person sees the workspace that they opened last.
    private const string IndexPeople = "create index viewers_person on lockthat.viewers (user_id)";
}
