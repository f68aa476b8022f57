using System.Diagnostics;
using LockThat.App.Storage.Postgres;

namespace LockThat.App;

/// <summary>What an operator wants to see at start, secrets left out.</summary>
internal static class StartLine
{
    public static string Storage(Settings settings) => settings.Storage switch
    {
        StorageSettings.LiteDb(var path) => $"LiteDb at {path}",
        StorageSettings.Postgres(var connectionString) => $"Postgres at {ConnectionText.Place(connectionString)}",
        _ => throw new UnreachableException(),
    };

    // This build serves HTTP; what is set for more is said, so that nobody waits for it in vain.
    public static string Entrances(Settings settings) => (settings.Slack.SigningSecrets.Count > 0, settings.Slack.AppToken is not null) switch
    {
        (true, false) => "HTTP",
        (true, true) => "HTTP (Socket Mode is not served by this version)",
        (false, _) => "none (Socket Mode is not served by this version: set Slack:SigningSecret for HTTP)",
    };

    public static string Workspaces(Settings settings) => settings.Slack.Workspaces switch
    {
        SlackWorkspaces.One => "one, by its bot token",
        SlackWorkspaces.Installed => "none (the install flow is not served by this version: set Slack:BotToken for one)",
        _ => throw new UnreachableException(),
    };
}
