using LockThat.App.Locks;

namespace LockThat.App.Installs;

/// <summary>Deletes the data of whoever left long ago and has not come back.</summary>
public static class Purging
{
    /// <summary>How long they have to come back.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(30);

    /// <summary>Purges one installation, if it is time. Cut short, it is taken up again by the next call, or by their return.</summary>
    /// <returns>What was deleted; null when it is not (or no longer) time.</returns>
    public static async Task<Forgotten?> Purge(this IInstallStore store, InstallKey key, CancellationToken cancellationToken)
    {
        // Its organisation took over from it: their time is one.
        if (await new Installations(store).Serving(new(key.Team), cancellationToken) is not null && !key.IsAccess)
            return null;
        var found = await store.Change(key, (found, now) => found is { LeftAt: { } left } && now - left >= Grace ? found.Purge() : found, cancellationToken);
        return found is { IsPurging: true } ? await store.FinishPurge(key, cancellationToken) : null;
    }

    /// <summary>Ends what was begun by marking the installation. Two may be at it at once, and one may come back meanwhile: each step asks again.</summary>
    public static async Task<Forgotten> FinishPurge(this IInstallStore store, InstallKey key, CancellationToken cancellationToken)
    {
        var teams = await store.TeamsOf(new EnterpriseId(key.Value), cancellationToken);
        var forgotten = default(Forgotten);
        foreach (var team in teams.Append(key.Team))
            forgotten += await store.Forget(key, team, cancellationToken);
        foreach (var access in await store.List(cancellationToken))
        {
            // Who was taken out of the organisation's install has a time of their own.
            if (access.Key.IsAccessTo(key))
                await store.Change(access.Key, (found, _) => found is { LeftAt: null } ? null : found, cancellationToken);
        }

        await store.Change(key, (found, _) => found is { IsPurging: true } ? null : found, cancellationToken);
        return forgotten;
    }
}
