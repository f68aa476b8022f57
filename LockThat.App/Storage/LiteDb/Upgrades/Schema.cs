using LiteDB;
using LockThat.App.Storage.LiteDb.Documents;
using LockThat.App.Storage.LiteDb.History;
using LockThat.App.Storage.LiteDb.Pages;
using LockThat.App.Storage.LiteDb.Writing;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.Upgrades;

/// <summary>The version of the file's contents, which LiteDB keeps in its header, and the steps to the present
/// one.</summary>
internal static class Schema
{
    /// <summary>
    /// Step n brings a file of version n to n + 1, in one transaction. The version follows in a second one, because
    /// LiteDB requires that, so a step must be able to run again on its own result.
    /// </summary>
    private static readonly Action<LiteDatabase>[] Steps =
    [
        database =>
            Create(
                database,
                StoredTables.Resources.Name,
                StoredTables.Notices.Name,
                StoredTables.Viewers.Name,
                Counters.Collection
            ),
        database => Create(database, StoredTables.Installations.Name, StoredTables.Redeemed.Name),
        Twins.GiveNames,
        database =>
        {
            Create(database, TailCollection.Name);
            OneCodec.Convert(database);
        },
        database => Create(database, StoredTables.Waits.Name),
        database => Create(database, StoredTables.Policies.Name),
        database => Create(database, StoredTables.People.Name),
        database => Create(database, StoredTables.FormerMembers.Name),
    ];

    public static int Version => Steps.Length;

    /// <summary>Opens the store at this path in the present version, and creates it with its folder when there is none.
    /// It stays as it is when a later LockThat wrote the history beside it.</summary>
    /// <param name="path">The data file; its log lies beside it.</param>
    /// <param name="open">How a file is opened: <see cref="PageFile.OpenExclusively"/>, or a disk that fails in a
    /// test.</param>
    /// <exception cref="StorageException">It is in use, damaged, from the future or cannot be reached.</exception>
    public static StoreFile Open(string path, Func<string, FileStream> open)
    {
        HistoryFile.RequireKnown(path + HistoryFile.OfStore);
        return StoreFile.Open(path, open, (file, whole) => Migrate(file, whole, open));
    }

    /// <summary>The same for one that exists, which keeps the version that it has.</summary>
    /// <exception cref="StorageException">As for <see cref="Open"/>.</exception>
    public static StoreFile OpenAsItIs(string path, Func<string, FileStream> open)
    {
        HistoryFile.RequireKnown(path + HistoryFile.OfStore);
        return StoreFile.Open(path, open, (file, whole) => Require(file.Version, whole));
    }

    /// <exception cref="StorageException">The file was written by a later LockThat.</exception>
    public static void Require(int found, string path)
    {
        if (found > Version)
            throw StorageException.OfLaterVersion(path, (ulong)found, (ulong)Version);
    }

    /// <summary>Brings a file to the present version, forward only. Before each step it is copied, and the copy stays
    /// beside it.</summary>
    private static void Migrate(StoreFile file, string path, Func<string, FileStream> open)
    {
        var found = file.Database.UserVersion;
        Require(found, path);
        for (var version = found; version < Version; version++)
        {
            // A backup left by an interrupted upgrade still shows the old state: keep it.
            var asItWas = $"{path}-becoming-version-{version + 1}";
            // A new store has nothing to keep.
            if (found > 0 && !File.Exists(asItWas))
                file.CopyTo(asItWas, replaces: false, open);
            file.Commit(Steps[version]);
            file.SetVersion(version + 1);
            if (File.Exists(asItWas))
                File.Move(asItWas, $"{path}-before-version-{version + 1}", overwrite: true);
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
