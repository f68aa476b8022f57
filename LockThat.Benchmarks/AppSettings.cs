using LockThat.App.Settings;

namespace LockThat.Benchmarks;

/// <summary>The app's settings in every measurement: one workspace's token, a stand-in for Slack, and a
/// store.</summary>
internal static class AppSettings
{
    /// <summary>Nobody listens there.</summary>
    public static readonly Uri NoSlack = new("http://127.0.0.1:9/");

    /// <summary>On a file.</summary>
    public static Dictionary<string, string> OnFile(string path, Uri? slack = null) =>
        new(Of(slack ?? NoSlack, "")) { ["Storage:LiteDb:Path"] = path };

    /// <param name="postgres">A database; empty for the embedded store.</param>
    public static Dictionary<string, string> Of(Uri slack, string postgres) =>
        new()
        {
            ["Slack:SigningSecret"] = Server.SigningSecret,
            ["Slack:BotToken"] = "xoxb-load",
            ["Slack:ApiUrl"] = new Uri(slack, "/api/").ToString(),
            ["Storage:Provider"] =
                postgres.Length > 0 ? nameof(StorageSettings.Postgres) : nameof(StorageSettings.LiteDb),
            ["ConnectionStrings:Postgres"] = postgres,
        };
}
