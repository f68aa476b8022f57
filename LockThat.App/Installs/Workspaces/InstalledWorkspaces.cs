using System.Collections.Concurrent;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Stores;

namespace LockThat.App.Installs.Workspaces;

/// <summary>The workspaces that have installed the app.</summary>
internal sealed class InstalledWorkspaces(Installations installations, TimeProvider time) : IServedWorkspaces
{
    // Every request asks, so the database is not asked each time. Only a positive answer is remembered, so that a new
    // installation counts at once. This instance forgets it with each change of its own. A departure that another
    // instance handled is known here a few seconds later. That is early enough: Slack sends nothing from a workspace
    // without the app, so a request of these seconds was made before the departure.
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<Workspace, (long Changes, DateTimeOffset Until)> _served = new();

    public ValueTask<bool> Serves(Workspace workspace, CancellationToken cancellationToken) =>
        _served.TryGetValue(workspace, out var known)
        && known.Changes == installations.Changes
        && time.GetUtcNow() < known.Until
            ? new(true)
            : Ask(workspace, cancellationToken);

    public async ValueTask<string?> NameOf(Workspace workspace, CancellationToken cancellationToken) =>
        (await installations.Serving(workspace, cancellationToken))?.Name;

    public async ValueTask<UserId?> InstallerOf(Workspace workspace, CancellationToken cancellationToken) =>
        (await installations.Serving(workspace, cancellationToken))?.InstalledBy;

    private async ValueTask<bool> Ask(Workspace workspace, CancellationToken cancellationToken)
    {
        var changes = installations.Changes;
        try
        {
            if (await installations.Serving(workspace, cancellationToken) is not { IsInstalled: true })
                return false;
        }
        catch (StoreUnavailableException)
        {
            // The work that needs the store has the same trouble, and reports it.
            return true;
        }

        if (_served.Count >= MostKept)
            _served.Clear();
        _served[workspace] = (changes, time.GetUtcNow() + KeptFor);
        return true;
    }
}
