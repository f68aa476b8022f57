using System.Diagnostics;
using System.Globalization;
using LockThat.App.Settings;
using LockThat.App.Storage.Postgres;

namespace LockThat.App;

/// <summary>The facts that an operator wants to see at the start, without secrets.</summary>
internal static class StartLine
{
    public static string Storage(LockThatSettings settings) =>
        settings.Storage switch
        {
            StorageSettings.LiteDb(var path) => $"LiteDb at {path}",
            StorageSettings.Postgres(var connectionString) => $"Postgres at {ConnectionText.Place(connectionString)}",
            _ => throw new UnreachableException(),
        };

    public static string Entrances(LockThatSettings settings) =>
        (settings.Slack.SigningSecrets.Count > 0, settings.Slack.AppToken is not null) switch
        {
            (true, false) => "HTTP",
            (true, true) => "HTTP and Socket Mode",
            (false, _) => "Socket Mode",
        };

    /// <param name="installed">The number of workspaces that have installed it.</param>
    public static string Workspaces(LockThatSettings settings, int installed) =>
        settings.Slack.Workspaces switch
        {
            SlackWorkspaces.One => "one, by its bot token",
            SlackWorkspaces.Installed => string.Create(CultureInfo.InvariantCulture, $"{installed} installed"),
            _ => throw new UnreachableException(),
        };
}
