using LiteDB;

namespace LockThat.App.Storage.LiteDb.Writing;

/// <summary>The collections of the file and their version, which LiteDB keeps in its header.</summary>
internal static class Schema
{
    public const string Resources = "resources";
    public const string Notices = "notices";
    public const string Viewers = "viewers";
    public const string Counters = "counters";
    public const string Installations = "installations";
    public const string Redeemed = "redeemed";

    /// <summary>The row of <see cref="Counters"/> that has the number of the newest notice: a number is never given
    /// twice.</summary>
    private const long NoticeCounter = 1;

    /// <summary>
    /// Step n brings a file of version n to n + 1, in one transaction. The version follows in a second one, as LiteDB
    /// wants it: a step must bear being run again on its own result.
    /// </summary>
    private static readonly Action<LiteDatabase>[] Steps =
    [
        database => Create(database, Resources, Notices, Viewers, Counters),
        database => Create(database, Installations, Redeemed),
        Twins.GiveNames,
    ];

    public static int Version => Steps.Length;

    /// <summary>Brings a file to the present version, forward only. Before each step it is copied, and the copy stays
    /// beside it.</summary>
    /// <exception cref="StorageException">The file was written by a later LockThat.</exception>
    public static void Migrate(StoreFile file, string path, Func<string, FileStream> open)
    {
        var found = file.Database.UserVersion;
        Require(found, path);
        for (var version = found; version < Version; version++)
        {
            // One that is there already is of an attempt that was cut short, when the file was still as it had been.
            var asItWas = $"{path}-becoming-version-{version + 1}";
            // What was just created has nothing in it to keep.
            if (found > 0 && !File.Exists(asItWas))
                file.CopyTo(asItWas, replaces: false, open);
            file.Commit(Steps[version]);
            file.SetVersion(version + 1);
            if (File.Exists(asItWas))
                File.Move(asItWas, $"{path}-before-version-{version + 1}", overwrite: true);
        }

        file.Checkpoint();
    }

    /// <exception cref="StorageException">The file was written by a later LockThat.</exception>
    public static void Require(int found, string path)
    {
        if (found > Version)
            throw new StorageException(
                StorageFault.FromTheFuture,
                $"{path} has version {found}, and this LockThat knows versions up to {Version}. Run the LockThat that wrote it, or a later one."
            );
    }

    /// <summary>The number of the newest notice ever stored.</summary>
    public static long LastNotice(LiteDatabase database) =>
        database.GetCollection(Counters).FindById(NoticeCounter)?["last"].AsInt64 ?? 0;

    /// <summary>Stores the number of the newest notice.</summary>
    public static void SetLastNotice(LiteDatabase database, long number) =>
        database.GetCollection(Counters).Upsert(new BsonDocument { ["_id"] = NoticeCounter, ["last"] = number });

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
