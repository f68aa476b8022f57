using LockThat.App.Locks;

namespace LockThat.Tests;

internal static class Dues
{
    /// <summary>Looks at what is due, and changes nothing.</summary>
    public static Task<IReadOnlyList<ResourceKey>> Due(
        this ILockStore store,
        int most,
        CancellationToken cancellationToken
    ) => store.ChangeDue(most, (found, _) => new Decision<ResourceKey>(found, found!.Key, []), cancellationToken);
}
