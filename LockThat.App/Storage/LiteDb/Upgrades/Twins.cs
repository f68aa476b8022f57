using LiteDB;
using LockThat.App.Locks.Names;
using LockThat.App.Slack.Requests;
using LockThat.App.Storage.LiteDb.Documents;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.Upgrades;

/// <summary>
/// Resources that an earlier version kept apart, and whose names are the same now. All of them stay: the one that is
/// spelled most plainly keeps its name, and the others get a mark, and are shown and found with it from then on. This
/// works on the documents of version 2.
/// </summary>
internal static class Twins
{
    /// <summary>Gives each resource a name that no other has, and tells the holders of resources whose name
    /// changes.</summary>
    public static void GiveNames(LiteDatabase database)
    {
        // A transaction must write something.
        Counters.SetLastNotice(database, Counters.LastNotice(database));
        var rows = database.GetCollection(StoredTables.Resources.Name).FindAll().Select(row => new Row(row)).ToList();
        foreach (var team in rows.GroupBy(row => row.Team))
        {
            var names = team.Select(row => row.Name).ToHashSet();
            foreach (var alike in team.GroupBy(row => row.Name).Where(alike => alike.Count() > 1))
            {
                var (first, others) = Sorted(alike) switch
                {
                    var all => (all[0], all[1..]),
                };
                foreach (var other in others)
                    Rename(database, other, first.Name, names);
            }
        }
    }

    private static List<Row> Sorted(IEnumerable<Row> alike) =>
        [
            .. alike
                .OrderBy(row => row.Name.FormerIdentity != row.Name.Identity)
                .ThenBy(row => row.Name.FormerIdentity, StringComparer.Ordinal),
        ];

    private static void Rename(LiteDatabase database, Row row, ResourceName first, HashSet<ResourceName> names)
    {
        var name = Enumerable.Range(2, names.Count + 1).Select(row.Name.Marked).First(names.Add);
        row.Document["name"] = name.Display;
        database.GetCollection(StoredTables.Resources.Name).Update(row.Document);

        var notices = database.GetCollection(StoredTables.Notices.Name);
        foreach (var told in notices.FindAll().Where(told => IsAbout(told, row)).ToList())
        {
            told["resource"] = name.Display;
            notices.Update(told);
        }

        if (row.Document["lease"] is not BsonDocument lease || row.Holder is not { } holder)
            return;
        var number = Counters.LastNotice(database) + 1;
        notices.Insert(
            new BsonDocument
            {
                ["_id"] = number,
                ["team"] = row.Team,
                ["org"] = row.Document["org"],
                ["to"] = holder,
                ["resource"] = name.Display,
                ["at"] = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds(),
                ["news"] = new BsonDocument
                {
                    ["kind"] = "twin",
                    ["lease"] = lease,
                    ["other"] = first.Display,
                },
                ["attempts"] = 0,
                // The notice is due at once, on any clock.
                ["dueAt"] = lease["since"],
            }
        );
        Counters.SetLastNotice(database, number);
    }

    private static bool IsAbout(BsonDocument notice, Row row) =>
        notice["team"].AsString == row.Team
        && ResourceName.Of(notice["resource"].AsString).FormerIdentity == row.Name.FormerIdentity;

    /// <summary>A resource's document, with the name that it had when it was read.</summary>
    private sealed class Row(BsonDocument document)
    {
        public BsonDocument Document => document;

        public string Team { get; } = document["team"].AsString;

        public ResourceName Name { get; } = ResourceName.Of(document["name"].AsString);

        /// <summary>The person to tell; null when nobody holds it.</summary>
        public string? Holder { get; } =
            document["lease"] is BsonDocument lease
                ? ActorText.Read(lease["holder"].AsString).Responsible?.Value
                : null;
    }
}
