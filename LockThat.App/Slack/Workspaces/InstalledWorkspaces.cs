using System.Collections.Concurrent;
using LockThat.App.Installs;
using LockThat.App.Locks;

namespace LockThat.App.Slack.Workspaces;

/// <summary>The workspaces that have installed the app.</summary>
internal sealed class InstalledWorkspaces(Installations installations, TimeProvider time) : IServedWorkspaces
{
    // Every request asks, and a database would be asked each time. What is remembered is only that a workspace is served, so that nobody waits for what
    // they have just installed. This instance forgets it with each change of its own. What another instance has heard of a departure is known here a few
    // seconds later: what was typed in these seconds was typed before the app was gone, for Slack sends nothing from a workspace without it.
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<Workspace, (long Changes, DateTimeOffset Until)> _served = new();

    public ValueTask<bool> Serves(Workspace workspace, CancellationToken cancellationToken) =>
        _served.TryGetValue(workspace, out var known) && known.Changes == installations.Changes && time.GetUtcNow() < known.Until
            ? new(true)
            : Ask(workspace, cancellationToken);

    public async ValueTask<string?> NameOf(Workspace workspace, CancellationToken cancellationToken) =>
        (await installations.Serving(workspace, cancellationToken))?.Name;

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
            // Whatever needs the store will say so by itself.
            return true;
        }

        if (_served.Count >= MostKept)
            _served.Clear();
        _served[workspace] = (changes, time.GetUtcNow() + KeptFor);
        return true;
    }
}
