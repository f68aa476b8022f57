namespace LockThat.Tests;

internal static class Claims
{
    /// <summary>Claims notices of whatever workspace.</summary>
    public static Task<IReadOnlyList<PendingNotice>> ClaimNotices(
        this IOutboxStore store,
        int mostPeople,
        CancellationToken cancellationToken
    ) => store.ClaimNotices(mostPeople, () => [], cancellationToken);
}
