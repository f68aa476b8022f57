using LiteDB;

namespace LockThat.App.Storage.LiteDb.Documents;

/// <summary>Numbers that are never given twice, so that the newest of each must be known though its row is
/// gone.</summary>
internal static class Counters
{
    public const string Collection = "counters";

    private const long Notices = 1;

    /// <summary>The number of the newest notice ever stored.</summary>
    public static long LastNotice(LiteDatabase database) =>
        database.GetCollection(Collection).FindById(Notices)?["last"].AsInt64 ?? 0;

    /// <summary>Stores the number of the newest notice.</summary>
    public static void SetLastNotice(LiteDatabase database, long number) =>
        database.GetCollection(Collection).Upsert(new BsonDocument { ["_id"] = Notices, ["last"] = number });
}
