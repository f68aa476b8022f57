using LiteDB;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Reactions;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.Documents;

/// <summary>A resource with the number of its row. Names are no keys in LiteDB: it compares texts by the rules of a
/// culture, which skip what cannot be seen.</summary>
internal sealed record ResourceRow(long Id, Resource Resource);

/// <summary>Resources as documents, written by hand: exact types, and nothing changes in the file because a class
/// did.</summary>
internal static class ResourceDocument
{
    private const int Version = 1;

    public static BsonDocument ToBson(ResourceRow row) =>
        new BsonDocument
        {
            ["_id"] = row.Id,
            ["v"] = Version,
            ["id"] = row.Resource.Id.Value,
            ["name"] = row.Resource.Name.Display,
        }
            .With("team", row.Resource.Workspace)
            .With("lease", row.Resource.Lease?.ToBson())
            .With(
                "watchers",
                row.Resource.Watchers.IsEmpty
                    ? null
                    : new BsonArray(row.Resource.Watchers.Select(watcher => new BsonValue(watcher.Value)))
            )
            .With(
                "stops",
                row.Resource.Stops.IsEmpty ? null : new BsonArray(row.Resource.Stops.Select(stop => stop.ToBson()))
            )
            .With("last", row.Resource.Last?.ToBson());

    public static ResourceRow FromBson(BsonDocument row)
    {
        var lease = row.Part("lease")?.ToLease();
        var (workspace, name) = (row.ToWorkspace("team"), ResourceName.Of(row["name"].AsString));
        return new(
            row["_id"].AsInt64,
            new Resource(
                row.TextOf("id") is { } id ? new ResourceId(id) : ResourceId.Of(workspace.Team, name),
                workspace,
                name
            )
            {
                Lease = lease,
                Watchers = row["watchers"].IsNull
                    ? []
                    : [.. row["watchers"].AsArray.Select(watcher => new UserId(watcher.AsString))],
                Stops = row["stops"].IsNull
                    ? []
                    :
                    [
                        .. row["stops"]
                            .AsArray.Select(stop => new Stop(new(stop["user"].AsString), stop["at"].ToInstant())),
                    ],
                Last = row.Part("last")?.ToLastRequest(lease?.Holder),
            }
        );
    }

    public static BsonDocument ToBson(this Lease lease) =>
        new BsonDocument
        {
            ["id"] = lease.Id.Value,
            ["holder"] = ActorText.Of(lease.Holder),
            ["since"] = lease.Since.ToBson(),
            ["until"] = lease.Until.ToBson(),
        }
            .With("reason", lease.Reason?.Value)
            .With("remindAt", lease.RemindAt?.ToBson())
            .With("former", lease.Former?.ToBson());

    public static Lease ToLease(this BsonDocument lease) =>
        new(
            new(lease["id"].AsString),
            ActorText.Read(lease["holder"].AsString),
            lease["since"].ToInstant(),
            lease["until"].ToInstant(),
            lease["reason"].IsNull ? null : Reason.Of(lease["reason"].AsString)
        )
        {
            RemindAt = lease.InstantOf("remindAt"),
            Former = lease.Part("former")?.ToLease(),
        };

    private static BsonValue ToBson(this Stop stop) =>
        new BsonDocument { ["user"] = stop.User.Value, ["at"] = stop.At.ToBson() };

    private static BsonDocument ToBson(this LastRequest last) =>
        new BsonDocument
        {
            ["request"] = last.Request.Value,
            ["by"] = ActorText.Of(last.By),
            ["at"] = last.At.ToBson(),
            ["created"] = last.Created,
            ["isFreed"] = last.IsFreed,
        }.With("before", last.Before?.ToBson());

    // Most often by the holder, who is then kept once.
    private static LastRequest ToLastRequest(this BsonDocument last, Actor? holder)
    {
        var by = ActorText.Read(last["by"].AsString);
        return new(
            new(last["request"].AsString),
            by == holder ? holder : by,
            last["at"].ToInstant(),
            last.Part("before")?.ToLease(),
            last["created"].AsBoolean,
            last["isFreed"].AsBoolean
        );
    }
}
