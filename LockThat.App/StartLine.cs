using System.Diagnostics;
using System.Globalization;

namespace LockThat.App;

/// <summary>What an operator wants to see at start, secrets left out.</summary>
internal static class StartLine
{
    public static string Storage(Settings settings) => settings.Storage switch
    {
        StorageSettings.LiteDb(var path) => $"LiteDb at {path}",
        StorageSettings.Postgres => "Postgres",
        _ => throw new UnreachableException(),
    };

    // This build serves HTTP; what is set for more is said, so that nobody waits for it in vain.
    public static string Entrances(Settings settings) => (settings.Slack.SigningSecrets.Count > 0, settings.Slack.AppToken is not null) switch
    {
        (true, false) => "HTTP",
        (true, true) => "HTTP (Socket Mode is not served by this version)",
        (false, _) => "none (Socket Mode is not served by this version: set Slack:SigningSecret for HTTP)",
    };

    /// <param name="installed">How many have installed it.</param>
    public static string Workspaces(Settings settings, int installed) => settings.Slack.Workspaces switch
    {
        SlackWorkspaces.One => "one, by its bot token",
        SlackWorkspaces.Installed => string.Create(CultureInfo.InvariantCulture, $"{installed} installed"),
        _ => throw new UnreachableException(),
    };
}
