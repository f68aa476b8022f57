using LiteDB;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Reactions;
using LockThat.App.Storage.LiteDb.Documents;

namespace LockThat.App.Storage.LiteDb.Writing;

/// <summary>
/// Resources that an earlier version kept apart, and whose names are the same now. All of them stay: the one that is
/// spelled most plainly keeps its name, and the others get a mark, under which they are shown and found from then on.
/// </summary>
internal static class Twins
{
    /// <summary>Gives each resource a name that no other has, and tells who holds one of those whose name
    /// changes.</summary>
    public static void GiveNames(LiteDatabase database)
    {
        // A transaction must write something.
        Schema.SetLastNotice(database, Schema.LastNotice(database));
        var rows = database.GetCollection(Schema.Resources).FindAll().Select(ResourceDocument.FromBson).ToList();
        foreach (var team in rows.GroupBy(row => row.Resource.Workspace.Team))
        {
            var names = team.Select(row => row.Resource.Name).ToHashSet();
            foreach (var alike in team.GroupBy(row => row.Resource.Name).Where(alike => alike.Count() > 1))
            {
                var (first, others) = Sorted(alike) switch
                {
                    var all => (all[0], all[1..]),
                };
                foreach (var other in others)
                    Rename(database, other, first.Resource.Name, names);
            }
        }
    }

    private static List<ResourceRow> Sorted(IEnumerable<ResourceRow> alike) =>
        [
            .. alike
                .OrderBy(row => row.Resource.Name.FormerIdentity != row.Resource.Name.Identity)
                .ThenBy(row => row.Resource.Name.FormerIdentity, StringComparer.Ordinal),
        ];

    private static void Rename(LiteDatabase database, ResourceRow row, ResourceName first, HashSet<ResourceName> names)
    {
        var name = Enumerable.Range(2, names.Count + 1).Select(row.Resource.Name.Marked).First(names.Add);
        // What has no id yet would have that of the one that keeps the name.
        var renamed = row.Resource with
        {
            Id = ResourceId.Of(row.Resource.Workspace.Team, name),
            Name = name,
        };
        Batch.Must(
            database.GetCollection(Schema.Resources).Update(ResourceDocument.ToBson(row with { Resource = renamed }))
        );

        var notices = database.GetCollection(Schema.Notices);
        foreach (
            var told in notices
                .FindAll()
                .Select(NoticeDocument.FromBson)
                .Where(told => IsAbout(told.Pending.Notice, row.Resource))
                .ToList()
        )
        {
            var pending = told.Pending with { Notice = told.Pending.Notice with { Resource = name } };
            Batch.Must(notices.Update(NoticeDocument.ToBson(told with { Pending = pending })));
        }

        if (renamed.Lease is not { Holder.Responsible: { } person } lease)
            return;
        var now = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        var number = Schema.LastNotice(database) + 1;
        // Due at once, whatever clock the app has.
        notices.Insert(
            NoticeDocument.ToBson(
                new(
                    new(number, new(renamed.Workspace, person, name, now, new NoticeContent.Twin(lease, first)), 0),
                    lease.Since
                )
            )
        );
        Schema.SetLastNotice(database, number);
    }

    private static bool IsAbout(Notice notice, Resource resource) =>
        notice.Workspace.Team == resource.Workspace.Team
        && notice.Resource.FormerIdentity == resource.Name.FormerIdentity;
}
