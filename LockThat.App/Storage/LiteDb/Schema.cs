using LiteDB;

namespace LockThat.App.Storage.LiteDb;

/// <summary>The collections of the file and their version, which LiteDB keeps in its header.</summary>
internal static class Schema
{
    public const string Resources = "resources";
    public const string Notices = "notices";
    public const string Viewers = "viewers";
    public const string Counters = "counters";
    public const string Installations = "installations";
    public const string Redeemed = "redeemed";

    /// <summary>The row of <see cref="Counters"/> that has the number of the newest notice: a number is never given twice.</summary>
    public const long NoticeCounter = 1;

    /// <summary>
    /// Step n brings a file of version n to n + 1, in one transaction. The version follows in a second one, as LiteDB wants it: a step must
    /// bear being run again on its own result.
    /// </summary>
    private static readonly Action<LiteDatabase>[] Steps =
    [
        database => Create(database, Resources, Notices, Viewers, Counters),
        database => Create(database, Installations, Redeemed),
    ];

    public static int Version => Steps.Length;

    /// <exception cref="StorageException">The file was written by a later LockThat.</exception>
    public static void Migrate(StoreFile file, string path)
    {
        var found = file.Database.UserVersion;
        if (found > Version)
            throw new StorageException(StorageFault.FromTheFuture,
                $"{path} has version {found}, and this LockThat knows versions up to {Version}. Run the LockThat that wrote it, or a later one.");
        for (var version = found; version < Version; version++)
        {
            file.Commit(Steps[version]);
            file.SetVersion(version + 1);
        }

        file.Checkpoint();
    }

    private static void Create(LiteDatabase database, params string[] collections)
    {
        foreach (var name in collections)
        {
            var collection = database.GetCollection(name);
            collection.Insert(new BsonDocument { ["_id"] = 1L });
            collection.Delete(1L);
        }
    }
}
