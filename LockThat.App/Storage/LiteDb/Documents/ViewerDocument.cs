using LiteDB;
using LockThat.App.Locks.Stores;

namespace LockThat.App.Storage.LiteDb.Documents;

/// <summary>A viewer with the number of its row.</summary>
internal sealed record ViewerRow(long Id, Viewer Viewer);

/// <summary>Viewers as documents. The revision that they were shown is not kept: after a start every Home counts as
/// behind.</summary>
internal static class ViewerDocument
{
    private const int Version = 1;

    public static BsonDocument ToBson(ViewerRow row) =>
        new BsonDocument
        {
            ["_id"] = row.Id,
            ["v"] = Version,
            ["user"] = row.Viewer.User.Value,
            ["openedAt"] = row.Viewer.OpenedAt.ToBson(),
            ["page"] = row.Viewer.Page,
            ["filter"] = row.Viewer.Filter,
        }.With("team", row.Viewer.Workspace);

    public static ViewerRow FromBson(BsonDocument row) =>
        new(
            row["_id"].AsInt64,
            new(
                row.ToWorkspace("team"),
                new(row["user"].AsString),
                row["openedAt"].ToInstant(),
                row["page"].AsInt32,
                row["filter"].AsString
            )
        );
}
