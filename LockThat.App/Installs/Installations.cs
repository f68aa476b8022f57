using LockThat.App.Locks;

namespace LockThat.App.Installs;

/// <summary>Who has the app: they arrive, and they leave.</summary>
public sealed class Installations(IInstallStore store)
{
    public ValueTask<Installation?> Find(InstallKey key, CancellationToken cancellationToken) => store.Find(key, cancellationToken);

    /// <summary>Whose token serves this workspace: the organisation's when the request says so, else its own; null when the app is not installed there.</summary>
    public async ValueTask<Installation?> Serving(Workspace workspace, CancellationToken cancellationToken)
    {
        if (workspace.OrgInstall is not null && await Find(InstallKey.Of(workspace), cancellationToken) is { IsInstalled: true } org)
            return org;
        var own = await Find(InstallKey.Of(workspace with { OrgInstall = null }), cancellationToken);
        if (own is null or { IsInstalled: true })
            return own;
        // What is told later may have begun before the organisation took over from its workspaces.
        return own.Enterprise is { } enterprise && await Find(new(enterprise.Value), cancellationToken) is { IsInstalled: true } successor ? successor : null;
    }

    /// <summary>Stores an installation in the place of the one before, if there was one.</summary>
    /// <param name="arriving">What Slack said of it; when is the store's to say.</param>
    public async Task Arrive(Installation arriving, CancellationToken cancellationToken) =>
        await store.Change(arriving.Key, (found, now) => arriving.After(found, now), cancellationToken);

    /// <summary>Ends the token at once, unless that news has been overtaken.</summary>
    /// <returns>What is known of the installation now; null when it never was one.</returns>
    public Task<Installation?> Leave(InstallKey key, DateTimeOffset at, CancellationToken cancellationToken) =>
        store.Change(key, (found, _) => found?.Leave(at), cancellationToken);
}
