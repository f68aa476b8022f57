using System.Diagnostics;
using LiteDB;
using LockThat.App.Storage.LiteDb.Documents;
using LockThat.App.Storage.LiteDb.Memory;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.Backup;

/// <summary>The contents of the file, as rows in the form that all stores share.</summary>
internal static class FileRows
{
    public static IReadOnlyList<StoredRow> Read(
        LiteDatabase database,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        [
            .. All(database, StoredTables.Resources, cancellationToken),
            .. All(database, StoredTables.Waits, cancellationToken),
            .. All(database, StoredTables.Policies, cancellationToken),
            .. All(database, StoredTables.Notices, cancellationToken),
            .. All(database, StoredTables.Viewers, cancellationToken),
            .. All(database, StoredTables.People, cancellationToken),
            .. All(database, StoredTables.FormerMembers, cancellationToken),
            .. All(database, StoredTables.Installations, cancellationToken),
            .. All(database, StoredTables.Redeemed, cancellationToken).Where(row => row.Until > now),
        ];

    /// <summary>The workspaces that the rows belong to.</summary>
    public static IEnumerable<string> Teams(IReadOnlyList<StoredRow> rows) =>
        rows.Select(row =>
                row switch
                {
                    StoredRow.AResource own => own.Resource.Workspace.Team.Value,
                    StoredRow.AWait own => own.Team.Value,
                    StoredRow.APolicy own => own.Team.Value,
                    StoredRow.ANotice own => own.Pending.Notice.Workspace.Team.Value,
                    StoredRow.AViewer own => own.Viewer.Workspace.Team.Value,
                    StoredRow.APerson own => own.Person.Workspace.Team.Value,
                    StoredRow.AFormerMember own => own.Member.Workspace.Team.Value,
                    StoredRow.AnEvent own => own.Stored.Event.Origin.Workspace.Team.Value,
                    StoredRow.APosition own => own.Team.Value,
                    StoredRow.AnInstallation or StoredRow.ARedeemedId => null,
                    _ => throw new UnreachableException(),
                }
            )
            .OfType<string>();

    /// <summary>The events that are not in the history yet.</summary>
    public static IReadOnlyList<TailRow> Tail(LiteDatabase database) => [.. new TailCollection(database).All()];

    /// <summary>Writes rows beside the existing ones. Redeemed ids that have run out are removed, because they may come
    /// again.</summary>
    public static void Insert(LiteDatabase database, IReadOnlyList<StoredRow> rows, DateTimeOffset now)
    {
        var redeemed = new StoredCollection<StoredRow.ARedeemedId>(database, StoredTables.Redeemed);
        foreach (var (number, _) in redeemed.All(CancellationToken.None).Where(one => one.Row.Until <= now))
            redeemed.Delete(number);

        Insert(database, StoredTables.Resources, rows);
        Insert(database, StoredTables.Waits, rows);
        Insert(database, StoredTables.Policies, rows);
        Insert(database, StoredTables.Viewers, rows);
        Insert(database, StoredTables.People, rows);
        Insert(database, StoredTables.FormerMembers, rows);
        Insert(database, StoredTables.Installations, rows);
        Insert(database, StoredTables.Redeemed, rows);
        InsertNotices(database, rows.OfType<StoredRow.ANotice>().ToList());
    }

    private static void InsertNotices(LiteDatabase database, List<StoredRow.ANotice> notices)
    {
        if (notices.Count == 0)
            return;
        var collection = new StoredCollection<StoredRow.ANotice>(database, StoredTables.Notices);
        notices.ForEach(row => collection.Insert(row.Pending.Number, row));
        var last = Math.Max(Counters.LastNotice(database), notices.Max(row => row.Pending.Number));
        Counters.SetLastNotice(database, last);
    }

    private static void Insert<TRow>(LiteDatabase database, StoredTable<TRow> table, IReadOnlyList<StoredRow> rows)
        where TRow : StoredRow
    {
        var collection = new StoredCollection<TRow>(database, table);
        var last = collection.LastId;
        foreach (var row in rows.OfType<TRow>())
            collection.Insert(++last, row);
    }

    private static IEnumerable<TRow> All<TRow>(
        LiteDatabase database,
        StoredTable<TRow> table,
        CancellationToken cancellationToken
    )
        where TRow : StoredRow =>
        new StoredCollection<TRow>(database, table).All(cancellationToken).Select(one => one.Row);
}
