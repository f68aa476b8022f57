using System.Text.Json;
using System.Text.Json.Nodes;
using LockThat.Playground.Interactivity;
using LockThat.Playground.People;
using LockThat.Playground.Requests;
using LockThat.Playground.Sockets;
using LockThat.Playground.Surfaces;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground;

/// <summary>Slack's side of the wire, all of it: what the page, the Web API and the tests share.</summary>
public sealed class Engine : IDisposable
{
    public Engine(
        Workspace workspace,
        Addresses addresses,
        Entrance entrance = Entrance.Http,
        Action<string, JsonObject>? disguise = null
    )
    {
        Workspace = workspace;
        Addresses = addresses;
        Sockets = new(workspace, isEnabled: entrance == Entrance.SocketMode);
        Deliveries = new(
            workspace,
            entrance == Entrance.SocketMode
                ? new SocketTransport(workspace.Time, Sockets)
                : new HttpTransport(workspace.Time, addresses),
            Faults,
            disguise
        );
        Triggers = new(workspace.Time, workspace.Ids);
        ResponseUrls = new(workspace.Time, workspace.Ids);
        Views = new(workspace);
        Posts = new(workspace);
        Commands = new(this);
        Interactions = new(this);
        Submissions = new(this);
        Events = new(this);
    }

    public Workspace Workspace { get; }

    public Addresses Addresses { get; }

    public Faults Faults { get; } = new();

    public Deliveries Deliveries { get; }

    /// <summary>The sockets that apps have open.</summary>
    public SocketLinks Sockets { get; }

    internal Triggers Triggers { get; }

    internal ResponseUrls ResponseUrls { get; }

    internal Views Views { get; }

    internal Posts Posts { get; }

    internal Commands Commands { get; }

    internal Interactions Interactions { get; }

    internal Submissions Submissions { get; }

    internal Events Events { get; }

    /// <summary>Somebody at the workspace's page, by handle or user id; their requests end with the token.</summary>
    public Person As(string handleOrId, CancellationToken cancellationToken) =>
        new(
            this,
            Team.People.First(person => person.Handle == handleOrId || person.Id == handleOrId),
            cancellationToken
        );

    /// <summary>Moves the clock ahead once nothing is on its way: a jump in the middle of a call would let it time
    /// out.</summary>
    public async Task MovesAhead(TimeSpan by, CancellationToken cancellationToken)
    {
        if (Workspace.Time is not Clock clock)
            throw new InvalidOperationException("Only the Playground's own clock can be moved here.");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        await Workspace
            .WaitUntil(() => Workspace.IsIdle, patience.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        clock.Advance(by);
        Workspace.Tick();
    }

    internal string NewResponseUrl(string kind, ResponseTarget target) =>
        new Uri(Addresses.Workspace, ResponseUrls.Issue(kind, target)).ToString();

    /// <summary>The message that is meant, as it is now; null when it is gone or a view is meant.</summary>
    internal Message? MessageAt(Surface surface) =>
        surface is Surface.OfMessage(var channelId, var ts) ? Workspace.FindMessage(channelId, ts) : null;

    /// <summary>The view that is meant, as it is now; null when it is closed or a message is meant.</summary>
    internal OpenView? ViewAt(Surface surface) =>
        surface is Surface.OfView(var viewId) ? Workspace.FindView(viewId) : null;

    internal JsonElement? BlocksAt(Surface surface) => MessageAt(surface)?.Blocks ?? ViewAt(surface)?.Blocks;

    public void Dispose()
    {
        Events.Dispose();
        Deliveries.Dispose();
    }
}
