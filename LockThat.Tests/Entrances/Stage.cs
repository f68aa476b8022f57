using System.Text.Json.Nodes;
using LockThat.Playground;
using LockThat.Playground.People;
using LockThat.Playground.Workspaces;
using LockThat.Tests.Playground;
using Microsoft.Extensions.Configuration;

namespace LockThat.Tests.Entrances;

/// <summary>The whole app behind the Playground's workspace, over a real wire, on a clock that can be moved ahead;
/// shared by the tests of a class.</summary>
public sealed class Stage : IAsyncLifetime
{
    private readonly Entrance _entrance;
    private readonly Action<string, JsonObject>? _disguise;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly TemporaryFolder _folder = new();
    private readonly HashSet<string> _forgiven = [];
    private PlaygroundHost? _host;

    /// <summary>Over HTTP.</summary>
    public Stage() { }

    internal Stage(Entrance entrance) => _entrance = entrance;

    internal Stage(Action<string, JsonObject> disguise) => _disguise = disguise;

    public PlaygroundHost Host => _host ?? throw new InvalidOperationException("The stage is not set yet.");

    public Workspace Workspace => Host.Workspace;

    public EmulatedSlack Slack => Host.Slack;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await Start();

    /// <summary>A person in #general.</summary>
    public async Task<Person> As(string handle)
    {
        var person = Host.As(handle, Cancel);
        await person.Dismisses();
        await person.Opens("general");
        return person;
    }

    /// <summary>A person in their direct messages with the app.</summary>
    public async Task<Person> InMessages(string handle)
    {
        var person = Host.As(handle, Cancel);
        await person.Opens(Team.DirectMessages(person.UserId).Id);
        return person;
    }

    /// <summary>A person on the app's Home.</summary>
    public async Task<Person> OnHome(string handle)
    {
        var person = Host.As(handle, Cancel);
        await person.OpensHome();
        await Until(() => person.Sees.Contains("[New resource]", StringComparison.Ordinal), person);
        return person;
    }

    /// <summary>Waits until the person's screen shows the text.</summary>
    public Task Shows(Person person, string text) =>
        Until(() => person.Sees.Contains(text, StringComparison.Ordinal), person, text);

    /// <summary>Waits until the person's screen does not show the text any more.</summary>
    public Task Hides(Person person, string text) =>
        Until(() => !person.Sees.Contains(text, StringComparison.Ordinal), person, $"no {text}");

    /// <summary>An error that the test itself brought about.</summary>
    public void Forgives(string error) => _forgiven.Add(error);

    /// <summary>Stops the app and the workspace and starts them again on the same data.</summary>
    /// <param name="whileDown">How far the clock goes on in between.</param>
    public async Task Restart(TimeSpan whileDown = default)
    {
        await Host.DisposeAsync();
        if (whileDown > TimeSpan.Zero)
            new Clock(TimeProvider.System, Path.Combine(_folder.Path, "data", "clock")).Advance(whileDown);
        _host = await Start();
    }

    public async ValueTask DisposeAsync()
    {
        var refusedBySlack = Workspace.Journal.AppErrors.Where(error => !_forgiven.Contains(error)).ToList();
        await Host.DisposeAsync();
        _folder.Dispose();
        refusedBySlack.ShouldBeEmpty();
    }

    private async Task Until(Func<bool> condition, Person person, string what = "Home")
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(Patience);
        try
        {
            await Workspace.WaitUntil(condition, patience.Token);
        }
        catch (OperationCanceledException)
        {
            person.Sees.ShouldContain(what);
            throw;
        }
    }

    private Task<PlaygroundHost> Start() =>
        PlaygroundHost.Start(
            new()
            {
                Url = new("http://127.0.0.1:0"),
                Entrance = _entrance,
                Disguise = _disguise,
                ContentRoot = _folder.Path,
                Configuration = new ConfigurationBuilder().Build(),
            },
            Cancel
        );
}

/// <summary>A stage where everything reaches the app over sockets.</summary>
public sealed class SocketStage : IAsyncLifetime
{
    public Stage Stage { get; } = new(Entrance.SocketMode);

    public ValueTask InitializeAsync() => Stage.InitializeAsync();

    public ValueTask DisposeAsync() => Stage.DisposeAsync();
}
