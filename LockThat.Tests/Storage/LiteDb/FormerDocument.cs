using LiteDB;
using LockThat.App.Locks;

namespace LockThat.Tests.Storage.LiteDb;

/// <summary>Documents as versions 1 to 3 wrote them, with as much as their tests need.</summary>
internal static class FormerDocument
{
    public static BsonDocument Of(long id, Resource resource)
    {
        var document = new BsonDocument
        {
            ["_id"] = id,
            ["v"] = 1,
            ["name"] = resource.Name.Display,
            ["team"] = resource.Workspace.Team.Value,
        };
        if (resource.Lease is { } lease)
            document["lease"] = Of(lease);
        return document;
    }

    public static BsonDocument Of(long number, Notice notice, DateTimeOffset dueAt) =>
        new()
        {
            ["_id"] = number,
            ["v"] = 1,
            ["to"] = notice.To.Address,
            ["resource"] = notice.Resource.Display,
            ["at"] = notice.At.ToUnixTimeMilliseconds(),
            ["news"] = new BsonDocument
            {
                ["kind"] = "free",
                ["lease"] = Of(((NoticeContent.Free)notice.Content).Was!),
            },
            ["attempts"] = 0,
            ["dueAt"] = dueAt.ToUnixTimeMilliseconds(),
            ["team"] = notice.Workspace.Team.Value,
        };

    private static BsonDocument Of(Lease lease) =>
        new()
        {
            ["id"] = lease.Id.Value,
            ["holder"] = lease.Holder.Responsible?.Value,
            ["since"] = lease.Since.ToUnixTimeMilliseconds(),
            ["until"] = lease.Until.ToUnixTimeMilliseconds(),
        };
}
