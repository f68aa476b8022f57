namespace LockThat.Playground.Wire;

/// <summary>The addresses of the two hosts, known once they listen, and the secret between them.</summary>
public sealed class Addresses
{
    public const string BotToken = "xoxb-playground";

    /// <summary>The app-level token, for <c>apps.connections.open</c> alone.</summary>
    public const string AppToken = "xapp-playground";

    /// <summary>The Playground's own address: the page, <c>/api/</c> and the response_urls.</summary>
    public Uri Workspace { get; internal set; } = new("http://localhost");

    /// <summary>The app's address.</summary>
    public Uri App { get; set; } = new("http://localhost");

    public string SigningSecret { get; init; } = "playground-signing-secret";

    public Uri Api => new(Workspace, "/api/");

    /// <summary>The address at which one socket is opened, once.</summary>
    internal Uri Socket(string ticket, string appId) =>
        new UriBuilder(Workspace)
        {
            Scheme = Uri.UriSchemeWs,
            Path = "/link/",
            Query = $"ticket={ticket}&app_id={appId}",
        }.Uri;
}
