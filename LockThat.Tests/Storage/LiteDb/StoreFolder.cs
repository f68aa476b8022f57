using LiteDB;
using LockThat.App.Storage.LiteDb.Pages;
using LockThat.App.Storage.LiteDb.Upgrades;
using LockThat.App.Storage.LiteDb.Writing;

namespace LockThat.Tests.Storage.LiteDb;

/// <summary>A folder for one test's store, gone afterwards.</summary>
internal sealed class StoreFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lockthat-");

    public string Data => Path.Combine(_folder.FullName, "lockthat.db");

    public string Log => Data + "-log";

    public StoreFile Open() => Schema.Open(Data, PageFile.OpenExclusively);

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>A row is one transaction over two collections, so that half a transaction shows.</summary>
internal static class Rows
{
    public static void Add(this StoreFile file, int row) =>
        file.Commit(database =>
        {
            database.GetCollection("rows").Insert(new BsonDocument { ["_id"] = row, ["text"] = new string('x', 300) });
            database.GetCollection("count").Upsert(new BsonDocument { ["_id"] = 1, ["rows"] = row });
        });

    /// <summary>How many rows there are; fails unless they are the first ones, without a gap and without half a
    /// transaction.</summary>
    public static int Count(this StoreFile file)
    {
        var rows = file.Database.GetCollection("rows").FindAll().Select(row => row["_id"].AsInt32).Order().ToList();
        rows.ShouldBe(Enumerable.Range(1, rows.Count));
        var count = file.Database.GetCollection("count").FindById(1);
        (count is null ? 0 : count["rows"].AsInt32).ShouldBe(rows.Count);
        return rows.Count;
    }
}
