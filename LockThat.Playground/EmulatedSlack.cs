using System.Text.Json.Nodes;
using LockThat.Playground.Interactivity;
using LockThat.Playground.People;
using LockThat.Playground.Requests;
using LockThat.Playground.Sockets;
using LockThat.Playground.Surfaces;
using LockThat.Playground.WebApi;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground;

/// <summary>Slack's side of the wire, put together from its parts; no part knows the whole.</summary>
public sealed class EmulatedSlack : IDisposable
{
    private readonly Triggers _triggers;
    private readonly ResponseUrls _responseUrls;
    private readonly LifecycleEvents _events;

    public EmulatedSlack(
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
        _triggers = new(workspace.Time, workspace.Ids);
        _responseUrls = new(workspace.Time, workspace.Ids, addresses);
        Views = new(workspace);
        Posts = new(workspace);
        Commands = new(workspace, Deliveries, _triggers, _responseUrls, Posts);
        _events = new(workspace, Deliveries);
        SignIn = new(
            workspace,
            new(
                Commands,
                new(workspace, Deliveries, _triggers, _responseUrls, Views, Posts),
                new(workspace, Deliveries, _triggers, Views),
                _events,
                Posts
            )
        );
    }

    public Workspace Workspace { get; }

    public Addresses Addresses { get; }

    public Faults Faults { get; } = new();

    public Deliveries Deliveries { get; }

    /// <summary>The sockets that apps have open.</summary>
    public SocketLinks Sockets { get; }

    public SignIn SignIn { get; }

    internal Views Views { get; }

    internal Posts Posts { get; }

    internal SlashCommands Commands { get; }

    /// <summary>Serves what Slack serves to apps: the Web API, the response_urls and the sockets.</summary>
    internal void Map(WebApplication site)
    {
        var answers = new FaultyAnswers(Workspace, Faults);
        site.UseSockets();
        site.MapWebApi(Workspace, Methods(), answers);
        site.MapResponseUrls(Workspace, _responseUrls, Posts, answers);
        site.MapSockets(Sockets, Workspace, Faults);
    }

    // Every method that the Playground answers: https://docs.slack.dev/reference/methods
    private IEnumerable<Method> Methods() =>
        [
            .. Identity.All(Addresses),
            .. Chat.All(Workspace, Posts),
            .. ConversationMethods.All(Workspace),
            .. Users.All(Workspace.Time),
            .. ViewMethods.All(Views, _triggers),
            .. ConnectionMethods.All(Addresses, Sockets.Tickets),
        ];

    public void Dispose()
    {
        _events.Dispose();
        Deliveries.Dispose();
    }
}
