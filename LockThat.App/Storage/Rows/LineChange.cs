using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Waiting;

namespace LockThat.App.Storage.Rows;

/// <summary>The rows of a line that differ after a change.</summary>
/// <param name="Team">The workspace.</param>
/// <param name="Resource">The resource of the line, whatever name it has by now.</param>
/// <param name="Written">The places that are new or have another state.</param>
/// <param name="Gone">The places that are no more.</param>
internal sealed record LineChange(
    TeamId Team,
    ResourceId Resource,
    IReadOnlyList<Wait> Written,
    IReadOnlyList<Wait> Gone
)
{
    /// <summary>The changed lines of changed resources. A resource that moves to another name takes its line
    /// along.</summary>
    /// <param name="changes">Each resource before and after; null where there was or is none.</param>
    public static IReadOnlyList<LineChange> Of(IEnumerable<(Resource? Before, Resource? After)> changes)
    {
        var changed = changes.Where(change => LineOf(change.Before) != LineOf(change.After)).ToList();
        if (changed.Count == 0)
            return [];
        var (before, after) = (
            Lines(changed.Select(change => change.Before)),
            Lines(changed.Select(change => change.After))
        );
        return
        [
            .. before
                .Keys.Union(after.Keys)
                .Select(key =>
                    Of(key, before.GetValueOrDefault(key, Line.Empty), after.GetValueOrDefault(key, Line.Empty))
                )
                .Where(change => change.Written.Count + change.Gone.Count > 0),
        ];
    }

    // Only the part of a line that was read can have changed.
    private static LineChange Of((TeamId Team, ResourceId Id) key, Line before, Line after)
    {
        var was = before.Known.ToDictionary(wait => wait.Id);
        var left = after.Known.Select(wait => wait.Id).ToHashSet();
        return new(
            key.Team,
            key.Id,
            [.. after.Known.Where(wait => was.GetValueOrDefault(wait.Id) != wait)],
            [.. before.Known.Where(wait => !left.Contains(wait.Id))]
        );
    }

    private static Line LineOf(Resource? resource) => resource?.Line ?? Line.Empty;

    private static Dictionary<(TeamId Team, ResourceId Id), Line> Lines(IEnumerable<Resource?> resources) =>
        resources
            .OfType<Resource>()
            .ToDictionary(resource => (resource.Workspace.Team, resource.Id), resource => resource.Line);
}
