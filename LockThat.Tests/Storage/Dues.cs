using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests;

internal static class Dues
{
    /// <summary>Looks at what is due, and changes nothing.</summary>
    public static async Task<IReadOnlyList<ResourceKey>> Due(
        this IResourceStore store,
        int most,
        CancellationToken cancellationToken
    )
    {
        var due = await store.ChangeDue(most, (found, _) => Some.Becomes(found.Only), cancellationToken);
        return [.. due.Cast<Outcome.Unchanged>().Select(outcome => outcome.Present!.Key)];
    }
}
