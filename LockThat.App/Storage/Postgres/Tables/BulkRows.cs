using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Reactions;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.Postgres.Sql;
using LockThat.App.Storage.Rows;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>The statements that read and write all rows, while nobody else writes.</summary>
internal static class BulkRows
{
    /// <summary>How many connections to this database have one of these names.</summary>
    public static NpgsqlCommand CountInstances(string[] names) =>
        Statement.Of(SqlText.CountConnections, Statement.With(names));

    /// <summary>The statements for all rows, and the readers of the answers.</summary>
    public static IEnumerable<(NpgsqlCommand Statement, Func<NpgsqlDataReader, StoredRow> ToRow)> All(
        DateTimeOffset now
    ) =>
        [
            (
                Statement.Of(SqlText.ReadResources),
                row => new StoredRow.AResource(ResourceRows.ReadResource(new TeamId(row.GetString(0)), row, 1))
            ),
            (Statement.Of(SqlText.ReadWaits), ToWait),
            (Statement.Of(SqlText.ReadPolicies), ToPolicy),
            (Statement.Of(SqlText.ReadNotices), row => ToNotice(NoticeRows.Read(row))),
            (ViewerRows.List(), row => new StoredRow.AViewer(ViewerRows.Read(row))),
            (PersonRows.List(), row => new StoredRow.APerson(PersonRows.Read(row))),
            (FormerRows.List(), row => new StoredRow.AFormerMember(FormerRows.Read(row))),
            (InstallRows.List(), row => new StoredRow.AnInstallation(InstallRows.Read(row, 0))),
            (
                Statement.Of(SqlText.ReadRedeemed, Statement.With(now.ToUniversalTime())),
                row => new StoredRow.ARedeemedId(row.GetString(0), row.Instant(1))
            ),
            (Statement.Of(SqlText.ReadEvents), ToEvent),
            (
                Statement.Of(SqlText.ReadPositions),
                row => new StoredRow.APosition(new(row.GetString(0)), row.GetInt64(1))
            ),
        ];

    public static IEnumerable<NpgsqlCommand> Insert(IReadOnlyList<StoredRow> rows) =>
        [
            .. Some<StoredRow.AResource>(rows, all => Resources(Array.ConvertAll(all, row => row.Resource))),
            .. Some<StoredRow.AWait>(rows, Waits),
            .. Some<StoredRow.APolicy>(rows, Policies),
            .. Some<StoredRow.ANotice>(rows, Notices),
            .. Some<StoredRow.AViewer>(rows, all => Viewers(Array.ConvertAll(all, row => row.Viewer))),
            .. Some<StoredRow.APerson>(rows, all => People(Array.ConvertAll(all, row => row.Person))),
            .. Some<StoredRow.AFormerMember>(rows, all => FormerRows.Add(Array.ConvertAll(all, row => row.Member))),
            .. Some<StoredRow.AnInstallation>(rows, Installations),
            .. Some<StoredRow.ARedeemedId>(rows, Redeemed),
            .. Some<StoredRow.AnEvent>(rows, Events),
            .. Some<StoredRow.APosition>(rows, Positions),
        ];

    /// <summary>The row that all resources of a workspace share.</summary>
    public static NpgsqlCommand Recount() => Statement.Of(SqlText.CountResources);

    /// <summary>Makes the numbers of new notices higher than the existing ones.</summary>
    public static NpgsqlCommand NumberOn() => Statement.Of(SqlText.NumberNoticesOn);

    /// <summary>Makes the positions of new events higher than the existing ones.</summary>
    public static NpgsqlCommand PositionOn() => Statement.Of(SqlText.NumberEventsOn);

    private static StoredRow.AnEvent ToEvent(NpgsqlDataReader row) =>
        new(
            new(
                row.GetInt64(1),
                EventJson.Read(row.GetFieldValue<JsonElement>(2)) ?? throw new FormatException("No such event")
            )
        );

    private static StoredRow.AWait ToWait(NpgsqlDataReader row) =>
        new(new(row.GetString(0)), new(row.GetString(1)), row.GetFieldValue<JsonElement>(2).ToWait());

    private static StoredRow.APolicy ToPolicy(NpgsqlDataReader row) =>
        new(new(row.GetString(0)), row.GetFieldValue<JsonElement>(1).ToPolicy());

    private static StoredRow.ANotice ToNotice((DateTimeOffset DueAt, PendingNotice Pending) row) =>
        new(row.Pending, row.DueAt);

    private static IEnumerable<NpgsqlCommand> Some<T>(IEnumerable<StoredRow> rows, Func<T[], NpgsqlCommand> insert)
        where T : StoredRow => rows.OfType<T>().ToArray() is { Length: > 0 } some ? [insert(some)] : [];

    private static NpgsqlCommand Resources(Resource[] rows) =>
        Statement.Of(
            SqlText.AddResources,
            Statement.With(Array.ConvertAll(rows, row => row.Key.Team.Value)),
            Statement.With(Array.ConvertAll(rows, row => row.Name.FormerIdentity)),
            Statement.With(Array.ConvertAll(rows, row => row.Name.Identity)),
            Statement.With(Array.ConvertAll(rows, row => row.Name.Display)),
            Statement.With(Array.ConvertAll(rows, row => row.Workspace.OrgInstall?.Value)),
            Statement.WithJson(Array.ConvertAll(rows, ResourceJson.Write)),
            Statement.With(Array.ConvertAll(rows, row => row.DueAt)),
            Statement.With(Array.ConvertAll(rows, row => row.Id.Value))
        );

    private static NpgsqlCommand Waits(StoredRow.AWait[] rows) =>
        Statement.Of(
            SqlText.AddWaits,
            [
                Statement.With(Array.ConvertAll(rows, row => row.Team.Value)),
                Statement.With(Array.ConvertAll(rows, row => row.Resource.Value)),
                .. WaitRows.Columns(Array.ConvertAll(rows, row => row.Wait)),
            ]
        );

    private static NpgsqlCommand Policies(StoredRow.APolicy[] rows) =>
        Statement.Of(
            SqlText.AddPolicies,
            Statement.With(Array.ConvertAll(rows, row => row.Team.Value)),
            Statement.WithJson(Array.ConvertAll(rows, row => PolicyJson.Write(row.Policy)))
        );

    private static NpgsqlCommand Notices(StoredRow.ANotice[] rows) =>
        Statement.Of(
            SqlText.AddNotices,
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
            SqlText.AddViewers,
            Statement.With(Array.ConvertAll(rows, row => row.Workspace.Team.Value)),
            Statement.With(Array.ConvertAll(rows, row => row.User.Value)),
            Statement.With(Array.ConvertAll(rows, row => row.Workspace.OrgInstall?.Value)),
            Statement.With(Array.ConvertAll(rows, row => row.OpenedAt.ToUniversalTime())),
            Statement.With(Array.ConvertAll(rows, row => row.Page)),
            Statement.With(Array.ConvertAll(rows, row => row.Filter))
        );

    private static NpgsqlCommand People(KnownPerson[] rows) =>
        Statement.Of(
            SqlText.AddPeople,
            Statement.With(Array.ConvertAll(rows, row => row.Workspace.Team.Value)),
            Statement.With(Array.ConvertAll(rows, row => row.User.Value)),
            Statement.With(Array.ConvertAll(rows, row => row.Workspace.OrgInstall?.Value)),
            Statement.With(Array.ConvertAll(rows, row => row.Zone)),
            Statement.With(Array.ConvertAll(rows, row => row.KnownAt.ToUniversalTime()))
        );

    private static NpgsqlCommand Installations(StoredRow.AnInstallation[] rows) =>
        Statement.Of(
            SqlText.AddInstallations,
            Statement.With(Array.ConvertAll(rows, row => row.Installation.Key.Value)),
            Statement.WithJson(Array.ConvertAll(rows, row => InstallJson.Write(row.Installation)))
        );

    private static NpgsqlCommand Events(StoredRow.AnEvent[] rows) =>
        Statement.Of(
            SqlText.AddEvents,
            [
                .. EventRows.Columns(Array.ConvertAll(rows, row => row.Stored.Event)),
                Statement.With(Array.ConvertAll(rows, row => row.Stored.Position)),
            ]
        );

    private static NpgsqlCommand Positions(StoredRow.APosition[] rows) =>
        Statement.Of(
            SqlText.AddPositions,
            Statement.With(Array.ConvertAll(rows, row => row.Team.Value)),
            Statement.With(Array.ConvertAll(rows, row => row.Position))
        );

    // The id of one that has run out may have come again.
    private static NpgsqlCommand Redeemed(StoredRow.ARedeemedId[] rows) =>
        Statement.Of(
            SqlText.AddRedeemed,
            Statement.With(Array.ConvertAll(rows, row => row.Id)),
            Statement.With(Array.ConvertAll(rows, row => row.Until.ToUniversalTime()))
        );
}
