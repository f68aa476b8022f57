using System.Text.Json.Nodes;

namespace LockThat.Playground;

/// <summary>The options with which a Playground is started.</summary>
public sealed record PlaygroundOptions
{
    /// <summary>The address of the page, of <c>/api/</c> and of the response_urls: loopback only, port 0 takes a free
    /// one.</summary>
    public Uri Url { get; init; } = new("http://localhost:5080");

    /// <summary>Listens on every address of the container that it runs in, whose port is published to this machine
    /// alone; it answers to no other name all the same.</summary>
    public bool IsInContainer { get; init; }

    /// <summary>The way by which people's actions reach the app.</summary>
    public Entrance Entrance { get; init; }

    /// <summary>The content root of the app: its store and the clock's offset lie in <c>data/</c> below it.</summary>
    public string ContentRoot { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>The clock of the workspace and of the app; null makes one that can be moved ahead and remembers how
    /// far.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>Settings whose <c>Storage:*</c> and <c>Locks:*</c> reach the app; nothing else does.</summary>
    public IConfiguration Configuration { get; init; } = new ConfigurationBuilder().Build();

    /// <summary>Another app to deliver to, in place of the real one, which is not started then; over sockets, any app
    /// that connects.</summary>
    public Uri? App { get; init; }

    /// <summary>Changes the payloads to the app, by kind: in a shared channel and in an organisation Slack names other
    /// workspaces in many places. Null for one workspace alone.</summary>
    public Action<string, JsonObject>? Disguise { get; init; }

    /// <summary>The secret between the two hosts; null makes a fresh one.</summary>
    public string? SigningSecret { get; init; }
}

/// <summary>The way by which the app gets what people do.</summary>
public enum Entrance
{
    /// <summary>Signed requests to the app's routes.</summary>
    Http,

    /// <summary>Sockets that the app opens, by the token <c>xapp-playground</c>; nothing is posted.</summary>
    SocketMode,
}
