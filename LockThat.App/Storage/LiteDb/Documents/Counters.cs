using LiteDB;

namespace LockThat.App.Storage.LiteDb.Documents;

/// <summary>Numbers that are never given twice, so the newest of each must be known even after its row is
/// gone.</summary>
internal static class Counters
{
    public const string Collection = "counters";

    private const long Notices = 1;
    private const long Batches = 2;
    private const long Filed = 3;

    /// <summary>The number of the newest notice ever stored.</summary>
    public static long LastNotice(LiteDatabase database) => Get(database, Notices);

    /// <summary>Stores the number of the newest notice.</summary>
    public static void SetLastNotice(LiteDatabase database, long number) => Set(database, Notices, number);

    /// <summary>The number of the newest batch of the tail ever stored.</summary>
    public static long LastBatch(LiteDatabase database) => Get(database, Batches);

    /// <summary>Stores the number of the newest batch of the tail.</summary>
    public static void SetLastBatch(LiteDatabase database, long number) => Set(database, Batches, number);

    /// <summary>The last batch of the tail up to which everything is filed in the history; 0 when nothing ever
    /// was.</summary>
    public static long FiledUpTo(LiteDatabase database) => Get(database, Filed);

    /// <summary>Stores the last batch up to which everything is filed.</summary>
    public static void SetFiledUpTo(LiteDatabase database, long number) => Set(database, Filed, number);

    private static long Get(LiteDatabase database, long counter) =>
        database.GetCollection(Collection).FindById(counter)?["last"].AsInt64 ?? 0;

    private static void Set(LiteDatabase database, long counter, long number) =>
        database.GetCollection(Collection).Upsert(new BsonDocument { ["_id"] = counter, ["last"] = number });
}
