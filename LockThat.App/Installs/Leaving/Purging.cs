using LockThat.App.Identifiers;

namespace LockThat.App.Installs.Leaving;

/// <summary>Deletes the data of installations that left long ago and have not come back.</summary>
public static class Purging
{
    /// <summary>Purges one installation, if it is time. A purge that is cut short is continued by the next call, or
    /// when they come back.</summary>
    /// <returns>The deleted amounts; null when it is not (or no longer) time.</returns>
    public static async Task<Forgotten?> Purge(
        this IInstallStore store,
        Installation gone,
        CancellationToken cancellationToken
    )
    {
        var successor = await store.Successor(gone, cancellationToken);
        var found = await store.Change(gone.Key, Marked, cancellationToken);
        return found is { IsPurging: true } ? await store.FinishPurge(gone.Key, cancellationToken) : null;

        // The record of the workspace is kept while its organisation serves the workspace in its place, or may come
        // back to do so.
        Installation? Marked(Installation? found, DateTimeOffset now) =>
            found?.IsOver(now) == true && successor?.IsOver(now) != false ? found.Purge() : found;
    }

    /// <summary>Finishes the purge of an installation that is marked. Two instances may do so at once, and the
    /// installation may come back during it, so each step asks again.</summary>
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
            // A workspace that was taken out of the organisation's install has a departure of its own.
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
