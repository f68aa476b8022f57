using LockThat.App.Installs;

namespace LockThat.App.Storage.LiteDb;

/// <summary>Installations lie in the same file, behind the same writer.</summary>
public sealed partial class LiteDbStore : IInstallStore
{
    public ValueTask<Installation?> Find(InstallKey key, CancellationToken cancellationToken) => new(Opened.Installs.Find(key)?.Installation);

    public ValueTask<IReadOnlyList<Installation>> List(CancellationToken cancellationToken) => new(Opened.Installs.List());

    public Task<Installation?> Change(
        InstallKey key, Func<Installation?, DateTimeOffset, Installation?> decide, CancellationToken cancellationToken) =>
        Run(batch => batch.Installs.Decide(key, decide), cancellationToken);

    public Task<bool> Redeem(string id, DateTimeOffset until, CancellationToken cancellationToken) =>
        Run(batch => batch.Installs.Redeem(id, until), cancellationToken);
}
