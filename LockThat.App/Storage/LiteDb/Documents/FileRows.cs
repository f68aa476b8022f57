using LiteDB;
using LockThat.App.Storage.LiteDb.Memory;
using LockThat.App.Storage.LiteDb.Writing;
using LockThat.App.Storage.Migration;

namespace LockThat.App.Storage.LiteDb.Documents;

/// <summary>What is in the file, as rows of no store's own form.</summary>
internal static class FileRows
{
    public static IReadOnlyList<StoredRow> Read(
        LiteDatabase database,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        [
            .. All(database, Schema.Resources, cancellationToken)
                .Select(row => new StoredRow.AResource(ResourceDocument.FromBson(row).Resource)),
            .. All(database, Schema.Notices, cancellationToken)
                .Select(NoticeDocument.FromBson)
                .Select(row => new StoredRow.ANotice(row.Pending, row.DueAt)),
            .. All(database, Schema.Viewers, cancellationToken)
                .Select(row => new StoredRow.AViewer(ViewerDocument.FromBson(row).Viewer)),
            .. All(database, Schema.Installations, cancellationToken)
                .Select(row => new StoredRow.AnInstallation(InstallDocument.FromBson(row).Installation)),
            .. Redeemed(database, cancellationToken)
                .Where(row => row.Until > now)
                .Select(row => new StoredRow.ARedeemedId(row.Id, row.Until)),
        ];

    /// <summary>Writes rows beside those that are there. What is redeemed and has run out goes: its ids may come
    /// again.</summary>
    public static void Insert(LiteDatabase database, IReadOnlyList<StoredRow> rows, DateTimeOffset now)
    {
        Insert(
            database,
            Schema.Resources,
            rows.OfType<StoredRow.AResource>(),
            (id, row) => ResourceDocument.ToBson(new ResourceRow(id, row.Resource))
        );
        Insert(
            database,
            Schema.Viewers,
            rows.OfType<StoredRow.AViewer>(),
            (id, row) => ViewerDocument.ToBson(new(id, row.Viewer))
        );
        Insert(
            database,
            Schema.Installations,
            rows.OfType<StoredRow.AnInstallation>(),
            (id, row) => InstallDocument.ToBson(new(id, row.Installation))
        );
        foreach (var over in Redeemed(database, CancellationToken.None).Where(row => row.Until <= now).ToList())
            database.GetCollection(Schema.Redeemed).Delete(over.Number);
        Insert(
            database,
            Schema.Redeemed,
            rows.OfType<StoredRow.ARedeemedId>(),
            (id, row) => new RedeemedRow(id, row.Id, row.Until).ToBson()
        );
        Insert(database, rows.OfType<StoredRow.ANotice>().ToList());
    }

    private static void Insert(LiteDatabase database, List<StoredRow.ANotice> notices)
    {
        if (notices.Count == 0)
            return;
        database
            .GetCollection(Schema.Notices)
            .Insert(notices.Select(row => NoticeDocument.ToBson(new(row.Pending, row.DueAt))));
        Schema.SetLastNotice(database, Math.Max(Schema.LastNotice(database), notices.Max(row => row.Pending.Number)));
    }

    private static void Insert<T>(
        LiteDatabase database,
        string name,
        IEnumerable<T> rows,
        Func<long, T, BsonDocument> write
    )
    {
        var collection = database.GetCollection(name);
        var last = collection.Count() == 0 ? 0 : collection.Max().AsInt64;
        collection.Insert(rows.Select(row => write(++last, row)));
    }

    private static IEnumerable<RedeemedRow> Redeemed(LiteDatabase database, CancellationToken cancellationToken) =>
        All(database, Schema.Redeemed, cancellationToken).Select(RedeemedRow.FromBson);

    private static List<BsonDocument> All(LiteDatabase database, string collection, CancellationToken cancellationToken)
    {
        var all = new List<BsonDocument>();
        foreach (var row in database.GetCollection(collection).FindAll())
        {
            cancellationToken.ThrowIfCancellationRequested();
            all.Add(row);
        }

        return all;
    }
}
