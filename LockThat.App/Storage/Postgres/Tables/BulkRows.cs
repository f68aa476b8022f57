using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Reactions;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.Migration;
using LockThat.App.Storage.Postgres.Sql;
using LockThat.App.Storage.Rows;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The statements that read and write everything there is, while nobody else writes.</summary>
internal static class BulkRows
{
    /// <summary>Keeps everybody else from writing until the end of the transaction, and waits for nobody for
    /// long.</summary>
    public const string HoldForReading = $"{Prepare} lock table {Tables} in share mode";

    /// <summary>The same, also against those who want to read and hold it.</summary>
    public const string HoldForWriting = $"{Prepare} lock table {Tables} in exclusive mode";

    private const string Tables =
        "lockthat.workspaces, lockthat.resources, lockthat.notices, lockthat.viewers, lockthat.installations, lockthat.redeemed, lockthat.untold";

    // Whatever the server allows to others: this one waits for the other store, and may take its time.
    private const string Prepare =
        "set local lock_timeout = '5s'; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;";

    /// <summary>How many connections to this database have one of these names.</summary>
    public static NpgsqlCommand CountInstances(string[] names) =>
        Statement.Of(
            "select count(*) from pg_stat_activity where datname = current_database() and application_name = any($1)",
            Statement.With(names)
        );

    /// <summary>What to ask for everything, and how to read each row of the answers.</summary>
    public static IEnumerable<(NpgsqlCommand Statement, Func<NpgsqlDataReader, StoredRow> ToRow)> All(
        DateTimeOffset now
    ) =>
        [
            (
                Statement.Of(
                    "select team, coalesce(shown, name), org, state from lockthat.resources order by team, name_key"
                ),
                row => new StoredRow.AResource(ResourceRows.ReadResource(new TeamId(row.GetString(0)), row, 1))
            ),
            (
                Statement.Of(
                    "select due_at, number, team, org, user_id, at, body, attempts from lockthat.notices order by number"
                ),
                row => ToNotice(NoticeRows.Read(row))
            ),
            (ViewerRows.List(), row => new StoredRow.AViewer(ViewerRows.Read(row))),
            (InstallRows.List(), row => new StoredRow.AnInstallation(InstallRows.Read(row, 0))),
            (
                Statement.Of(
                    "select id, until from lockthat.redeemed where until > $1 order by id",
                    Statement.With(now.ToUniversalTime())
                ),
                row => new StoredRow.ARedeemedId(row.GetString(0), row.Instant(1))
            ),
        ];

    public static IEnumerable<NpgsqlCommand> Insert(IReadOnlyList<StoredRow> rows) =>
        [
            .. Some<StoredRow.AResource>(rows, all => Resources(Array.ConvertAll(all, row => row.Resource))),
            .. Some<StoredRow.ANotice>(rows, Notices),
            .. Some<StoredRow.AViewer>(rows, all => Viewers(Array.ConvertAll(all, row => row.Viewer))),
            .. Some<StoredRow.AnInstallation>(rows, Installations),
            .. Some<StoredRow.ARedeemedId>(rows, Redeemed),
        ];

    /// <summary>What all resources of a workspace have in common.</summary>
    public static NpgsqlCommand Recount() =>
        Statement.Of(
            """
            insert into lockthat.workspaces (team, resources, changed_at)
            select team, count(*), lockthat.now() from lockthat.resources group by team
            on conflict (team) do update set resources = excluded.resources, changed_at = excluded.changed_at
            """
        );

    /// <summary>Lets new notices have higher numbers than those that are there.</summary>
    public static NpgsqlCommand NumberOn() =>
        Statement.Of(
            """
            select setval('lockthat.notices_number_seq', greatest(last_value, (select max(number) from lockthat.notices)))
            from lockthat.notices_number_seq
            where exists (select from lockthat.notices)
            """
        );

    private static StoredRow.ANotice ToNotice((DateTimeOffset DueAt, PendingNotice Pending) row) =>
        new(row.Pending, row.DueAt);

    private static IEnumerable<NpgsqlCommand> Some<T>(IEnumerable<StoredRow> rows, Func<T[], NpgsqlCommand> insert)
        where T : StoredRow => rows.OfType<T>().ToArray() is { Length: > 0 } some ? [insert(some)] : [];

    private static NpgsqlCommand Resources(Resource[] rows) =>
        Statement.Of(
            """
            insert into lockthat.resources (team, name_key, identity, name, org, state, due_at, version, changed_at)
            select r.*, nextval('lockthat.versions'), lockthat.now() from unnest($1, $2, $3, $4, $5, $6, $7) as r
            """,
            Statement.With(Array.ConvertAll(rows, row => row.Key.Team.Value)),
            Statement.With(Array.ConvertAll(rows, row => row.Name.FormerIdentity)),
            Statement.With(Array.ConvertAll(rows, row => row.Name.Identity)),
            Statement.With(Array.ConvertAll(rows, row => row.Name.Display)),
            Statement.With(Array.ConvertAll(rows, row => row.Workspace.OrgInstall?.Value)),
            Statement.WithJson(Array.ConvertAll(rows, ResourceJson.Write)),
            Statement.With(Array.ConvertAll(rows, row => row.DueAt))
        );

    private static NpgsqlCommand Notices(StoredRow.ANotice[] rows) =>
        Statement.Of(
            """
            insert into lockthat.notices (number, team, org, user_id, at, body, attempts, due_at) overriding system value
            select * from unnest($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            Statement.With(Array.ConvertAll(rows, row => row.Pending.Number)),
            Statement.With(Array.ConvertAll(rows, row => row.Pending.Notice.Workspace.Team.Value)),
            Statement.With(Array.ConvertAll(rows, row => row.Pending.Notice.Workspace.OrgInstall?.Value)),
            Statement.With(Array.ConvertAll(rows, row => row.Pending.Notice.To.Address)),
            Statement.With(Array.ConvertAll(rows, row => row.Pending.Notice.At.ToUniversalTime())),
            Statement.WithJson(Array.ConvertAll(rows, row => NoticeJson.Write(row.Pending.Notice))),
            Statement.With(Array.ConvertAll(rows, row => row.Pending.Attempts)),
            Statement.With(Array.ConvertAll(rows, row => row.DueAt.ToUniversalTime()))
        );

    private static NpgsqlCommand Viewers(Viewer[] rows) =>
        Statement.Of(
            $"insert into lockthat.viewers ({ViewerRows.Columns}) select * from unnest($1, $2, $3, $4, $5, $6)",
            Statement.With(Array.ConvertAll(rows, row => row.Workspace.Team.Value)),
            Statement.With(Array.ConvertAll(rows, row => row.User.Value)),
            Statement.With(Array.ConvertAll(rows, row => row.Workspace.OrgInstall?.Value)),
            Statement.With(Array.ConvertAll(rows, row => row.OpenedAt.ToUniversalTime())),
            Statement.With(Array.ConvertAll(rows, row => row.Page)),
            Statement.With(Array.ConvertAll(rows, row => row.Filter))
        );

    private static NpgsqlCommand Installations(StoredRow.AnInstallation[] rows) =>
        Statement.Of(
            "insert into lockthat.installations (key, body) select * from unnest($1, $2)",
            Statement.With(Array.ConvertAll(rows, row => row.Installation.Key.Value)),
            Statement.WithJson(Array.ConvertAll(rows, row => InstallJson.Write(row.Installation)))
        );

    // One that has run out may have come again.
    private static NpgsqlCommand Redeemed(StoredRow.ARedeemedId[] rows) =>
        Statement.Of(
            "insert into lockthat.redeemed (id, until) select * from unnest($1, $2) on conflict (id) do update set until = excluded.until",
            Statement.With(Array.ConvertAll(rows, row => row.Id)),
            Statement.With(Array.ConvertAll(rows, row => row.Until.ToUniversalTime()))
        );
}
