using LockThat.App.Identifiers;

namespace LockThat.App.Installs.Leaving;

/// <summary>Deletes the data of whoever left long ago and has not come back.</summary>
public static class Purging
{
    /// <summary>Purges one installation, if it is time. Cut short, it is taken up again by the next call, or by their
    /// return.</summary>
    /// <returns>What was deleted; null when it is not (or no longer) time.</returns>
    public static async Task<Forgotten?> Purge(
        this IInstallStore store,
        Installation gone,
        CancellationToken cancellationToken
    )
    {
        var successor = await store.Successor(gone, cancellationToken);
        var found = await store.Change(gone.Key, Marked, cancellationToken);
        return found is { IsPurging: true } ? await store.FinishPurge(gone.Key, cancellationToken) : null;

        // While its organisation serves a workspace in its place, or may come back to do so, what is known of the
        // workspace is kept.
        Installation? Marked(Installation? found, DateTimeOffset now) =>
            found?.IsOver(now) == true && successor?.IsOver(now) != false ? found.Purge() : found;
    }

    /// <summary>Ends what was begun by marking the installation. Two may be at it at once, and one may come back
    /// meanwhile: each step asks again.</summary>
    public static async Task<Forgotten> FinishPurge(
        this IInstallStore store,
        InstallKey key,
        CancellationToken cancellationToken
    )
    {
        var teams = await store.TeamsOf(new EnterpriseId(key.Value), cancellationToken);
        var forgotten = default(Forgotten);
        foreach (var team in teams.Append(key.Team))
            forgotten += await store.Forget(key, team, cancellationToken);
        foreach (var access in await store.List(cancellationToken))
        {
            // Who was taken out of the organisation's install has a time of their own.
            if (access.Key.IsAccessTo(key))
                await store.Change(
                    access.Key,
                    (found, _) => found is { LeftAt: null } ? null : found,
                    cancellationToken
                );
        }

        await store.Change(key, (found, _) => found is { IsPurging: true } ? null : found, cancellationToken);
        return forgotten;
    }

    private static async Task<Installation?> Successor(
        this IInstallStore store,
        Installation gone,
        CancellationToken cancellationToken
    )
    {
        if (gone.Enterprise is not { } organisation || gone.Key.Value == organisation.Value)
            return null;
        var access = await store.Find(InstallKey.OfAccess(organisation, gone.Key.Team), cancellationToken);
        return DataInUse.Part(await store.Find(new(organisation.Value), cancellationToken), access);
    }
}
