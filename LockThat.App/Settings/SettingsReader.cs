using System.Data.Common;
using LockThat.App.Locks;

namespace LockThat.App.Settings;

/// <summary>The settings one by one, in the order of the manual.</summary>
internal static class SettingsReader
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LeastHistory = TimeSpan.FromDays(30);
    private static readonly TimeSpan LongestTurn = TimeSpan.FromDays(1);
    private static readonly TimeSpan Most = TimeSpan.FromDays(3660);

    public static SettingsReading Read(IConfiguration configuration)
    {
        var read = new SettingValues(configuration);
        var slack = Slack(read);
        var settings = new LockThatSettings
        {
            Slack = slack,
            PublicUrl = PublicUrl(read),
            Storage = Storage(read),
            Locks = Locks(read),
            TokenKeys = TokenKeys(read),
            SentryDsn = SentryDsn(read),
            OtlpEndpoint = read.Url("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317"),
        };
        if (slack.Workspaces is SlackWorkspaces.Installed)
        {
            read.Require("PublicUrl", "is missing: the install flow needs the app's own https address.");
            read.Require(
                "Tokens:EncryptionKey",
                "is missing: the install flow needs base64 of 32 random bytes (openssl rand -base64 32)."
            );
        }

        return read.Faults.Count == 0 ? new SettingsReading.Sound(settings) : new SettingsReading.Faulty(read.Faults);
    }

    public static (StorageSettings Storage, IReadOnlyList<SettingFault> Faults) ReadStorage(
        IConfiguration configuration
    )
    {
        var read = new SettingValues(configuration);
        return (Storage(read), read.Faults);
    }

    private static SlackSettings Slack(SettingValues read)
    {
        var appToken = read.Token(
            "Slack:AppToken",
            "xapp-",
            "the app-level token of your Slack app (Basic Information > App-Level Tokens)"
        );
        if (read.Text("Slack:AppToken") is null)
        {
            const string What =
                "is missing: set the signing secret of your Slack app (Basic Information > App Credentials).";
            read.Require("Slack:SigningSecret", What);
        }

        return new()
        {
            SigningSecrets = read.List(
                "Slack:SigningSecret",
                "has an empty part: set one secret, or two with a comma between them."
            ),
            Workspaces = Workspaces(read),
            AppToken = appToken,
            ApiUrl = WithSlash(
                read.Url("Slack:ApiUrl", SlackSettings.DefaultApiUrl) ?? new Uri(SlackSettings.DefaultApiUrl)
            ),
            AuthorizeUrl =
                read.Url("Slack:AuthorizeUrl", SlackSettings.DefaultAuthorizeUrl)
                ?? new Uri(SlackSettings.DefaultAuthorizeUrl),
        };
    }

    private static SlackWorkspaces Workspaces(SettingValues read)
    {
        var botToken = read.Token("Slack:BotToken", "xoxb-", "the bot token of your Slack app (OAuth & Permissions)");
        var (id, secret) = (read.Text("Slack:ClientId"), read.Text("Slack:ClientSecret"));
        var isOne = read.Text("Slack:BotToken") is not null;
        if (isOne && (id ?? secret) is not null)
        {
            const string Why =
                "contradicts the others: set Slack:BotToken for one workspace, or Slack:ClientId and Slack:ClientSecret for any number.";
            read.Fault("Slack:BotToken", Why);
            read.Forbid("Slack:ClientId", "contradicts Slack:BotToken: remove one of the two.");
            read.Forbid("Slack:ClientSecret", "contradicts Slack:BotToken: remove one of the two.");
        }
        else if (!isOne && (id ?? secret) is null)
        {
            const string Or = "Or set Slack:ClientId and Slack:ClientSecret for the install flow.";
            read.Fault(
                "Slack:BotToken",
                $"is missing: set the bot token (xoxb-…) of your Slack app (OAuth & Permissions). {Or}"
            );
        }
        else if (!isOne)
        {
            read.Require(
                "Slack:ClientId",
                "is missing beside Slack:ClientSecret: set both (Basic Information > App Credentials)."
            );
            read.Require(
                "Slack:ClientSecret",
                "is missing beside Slack:ClientId: set both (Basic Information > App Credentials)."
            );
        }

        return !isOne && (id ?? secret) is not null
            ? new SlackWorkspaces.Installed(id ?? "", secret ?? "")
            : new SlackWorkspaces.One(botToken ?? "");
    }

    private static StorageSettings Storage(SettingValues read)
    {
        var postgres = read.Text("ConnectionStrings:Postgres");
        if (postgres is not null && !IsConnectionString(postgres))
            read.Fault(
                "ConnectionStrings:Postgres",
                "is no connection string: write Host=…;Username=…;Password=…;Database=…"
            );
        var path = read.Text("Storage:LiteDb:Path") ?? StorageSettings.DefaultPath;
        if (path.Contains('\0', StringComparison.Ordinal) || Path.GetFileName(path).Length == 0)
            read.Fault("Storage:LiteDb:Path", $"names no file: write a path such as {StorageSettings.DefaultPath}.");
        switch (read.Text("Storage:Provider")?.ToUpperInvariant())
        {
            case null or "LITEDB":
                return new StorageSettings.LiteDb(path);
            case "POSTGRES":
                read.Require(
                    "ConnectionStrings:Postgres",
                    "is missing: Storage:Provider is Postgres, so say which database."
                );
                break;
            default:
                read.Fault("Storage:Provider", "is unknown: set LiteDb or Postgres.");
                break;
        }

        return new StorageSettings.Postgres(postgres ?? "");
    }

    private static LockRules Locks(SettingValues read)
    {
        var standard = LockRules.Default;
        var max = read.Duration("Locks:MaxDuration", Least, Most) ?? standard.MaxDuration;
        var usual = read.Duration("Locks:DefaultDuration", Least, Most);
        if (usual > max)
            read.Fault("Locks:DefaultDuration", "is longer than Locks:MaxDuration.");
        return new(
            usual ?? (standard.DefaultDuration < max ? standard.DefaultDuration : max),
            max,
            read.Duration("Locks:RemindBefore", TimeSpan.Zero, Most) ?? standard.RemindBefore,
            read.Number("Locks:MaxResources", 1, 100_000) ?? standard.MaxResources
        )
        {
            KeepHistory = read.Duration("Locks:KeepHistory", LeastHistory, Most) ?? standard.KeepHistory,
            ClaimWindow = read.Duration("Locks:ClaimWindow", Least, LongestTurn) ?? standard.ClaimWindow,
        };
    }

    private static Uri? PublicUrl(SettingValues read)
    {
        var url = read.Url("PublicUrl", "https://locks.example.com", https: true);
        if (url is not null && url.Query.Length + url.Fragment.Length + url.UserInfo.Length > 0)
            read.Fault(
                "PublicUrl",
                "has a ?, a # or a name in it: write the address alone, such as https://locks.example.com."
            );
        return url;
    }

    private static Uri? SentryDsn(SettingValues read)
    {
        const string Example = "https://key@sentry.example.com/1";
        var dsn = read.Url("Sentry:Dsn", Example);
        if (dsn is not null && (dsn.UserInfo.Split(':')[0].Length == 0 || dsn.Segments[^1].Trim('/').Length == 0))
            read.Fault(
                "Sentry:Dsn",
                $"is no DSN: copy it from the settings of the project at Sentry, such as {Example}."
            );
        return dsn;
    }

    private static List<byte[]> TokenKeys(SettingValues read)
    {
        var keys = new List<byte[]>();
        foreach (
            var part in read.List(
                "Tokens:EncryptionKey",
                "has an empty part: set one key, or several with commas between them."
            )
        )
        {
            var key = new byte[part.Length];
            if (Convert.TryFromBase64String(part, key, out var length) && length == 32)
                keys.Add(key[..length]);
            else
                read.Fault("Tokens:EncryptionKey", "is not base64 of 32 bytes: make one with openssl rand -base64 32.");
        }

        return keys;
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = text }.Count > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static Uri WithSlash(Uri url) => url.AbsoluteUri.EndsWith('/') ? url : new Uri(url.AbsoluteUri + "/");
}
