namespace LockThat.App.Installs;

/// <summary>Who has the app: they arrive, and they leave.</summary>
public sealed class Installations(IInstallStore store)
{
    public ValueTask<Installation?> Find(InstallKey key, CancellationToken cancellationToken) => store.Find(key, cancellationToken);

    /// <summary>Stores an installation in the place of the one before, if there was one.</summary>
    /// <param name="arriving">What Slack said of it; when is the store's to say.</param>
    public async Task Arrive(Installation arriving, CancellationToken cancellationToken) =>
        await store.Change(arriving.Key, (found, now) => arriving.After(found, now), cancellationToken);

    /// <summary>Ends the token at once, unless that news has been overtaken.</summary>
    /// <returns>What is known of the installation now; null when it never was one.</returns>
    public Task<Installation?> Leave(InstallKey key, DateTimeOffset at, CancellationToken cancellationToken) =>
        store.Change(key, (found, _) => found?.Leave(at), cancellationToken);
}
