using System.Collections.Immutable;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Sockets;

/// <summary>The sockets that apps have open: each envelope goes to one of them, in turn.</summary>
public sealed class SocketLinks : IDisposable
{
    /// <summary>More at a time are refused.</summary>
    public const int Most = 10;

    private readonly Changes _changes;
    private ImmutableArray<SocketLink> _open = [];
    private int _turn;

    internal SocketLinks(Workspace workspace, bool isEnabled)
    {
        _changes = workspace.Changes;
        IsEnabled = isEnabled;
        Tickets = new(workspace.Ids);
    }

    /// <summary>Whether the app has Socket Mode turned on; see <see cref="Disables"/> and
    /// <see cref="Enables"/>.</summary>
    public bool IsEnabled { get; private set; }

    /// <summary>The oldest first.</summary>
    public ImmutableArray<SocketLink> Open => _changes.Read(() => _open);

    internal Tickets Tickets { get; }

    public void Enables() => IsEnabled = true;

    /// <summary>Turns Socket Mode off for the app: every socket is told so and closed.</summary>
    public Task Disables()
    {
        IsEnabled = false;
        return Task.WhenAll(Open.Select(link => link.Disconnects("link_disabled")));
    }

    /// <summary>Completes when so many are open.</summary>
    public Task Reaches(int count, CancellationToken cancellationToken) =>
        _changes.WaitUntil(() => Open.Length >= count, cancellationToken);

    /// <summary>Adds a socket and counts the open ones; null when this one is one too many.</summary>
    internal int? Add(SocketLink link) =>
        _changes.Make<int?>(() =>
        {
            if (_open.Length >= Most)
                return null;
            _open = _open.Add(link);
            return _open.Length;
        });

    internal void Remove(SocketLink link) => _changes.Make(() => _open = _open.Remove(link));

    /// <summary>The socket that takes the next envelope; null when none is open. A socket that the app was told to
    /// leave is passed over as long as there are others.</summary>
    internal SocketLink? Next()
    {
        var all = Open;
        var staying = all.Where(link => !link.IsLeaving).ToImmutableArray();
        var eligible = staying is [] ? all : staying;
        return eligible is [] ? null : eligible[(int)((uint)Interlocked.Increment(ref _turn) % (uint)eligible.Length)];
    }

    public void Dispose()
    {
        foreach (var link in Open)
            link.Cuts();
    }
}
