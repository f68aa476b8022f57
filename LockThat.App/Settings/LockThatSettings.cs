using LockThat.App.Locks;

namespace LockThat.App.Settings;

/// <summary>Everything that an operator sets, read and found sound. It holds secrets, and prints none.</summary>
public sealed record LockThatSettings
{
    /// <summary>The settings that concern Slack.</summary>
    public required SlackSettings Slack { get; init; }

    /// <summary><c>PublicUrl</c>: the app's own address, https (http on loopback); required for the install flow, null
    /// without it.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary><c>Storage:*</c>: where locks are kept.</summary>
    public required StorageSettings Storage { get; init; }

    /// <summary><c>Locks:*</c>: how long and how many.</summary>
    public required LockRules Locks { get; init; }

    /// <summary><c>Tokens:EncryptionKey</c>: keys of 32 bytes; the first encrypts, all decrypt.
    /// Required for the install flow, empty without it.</summary>
    public IReadOnlyList<byte[]> TokenKeys { get; init; } = [];

    /// <summary><c>Sentry:Dsn</c>: where errors are reported; null reports nothing.</summary>
    public Uri? SentryDsn { get; init; }

    /// <summary><c>OTEL_EXPORTER_OTLP_ENDPOINT</c>: where traces and metrics go; null sends nothing.</summary>
    public Uri? OtlpEndpoint { get; init; }

    /// <summary>Reads all settings, or finds all that is wrong with them at once.</summary>
    /// <param name="configuration">Any source; empty and blank values count as not set.</param>
    public static SettingsReading Read(IConfiguration configuration) => SettingsReader.Read(configuration);

    /// <summary>Reads only the place of the locks, and the faults of those settings.</summary>
    /// <param name="configuration">Any source; empty and blank values count as not set.</param>
    public static (StorageSettings Storage, IReadOnlyList<SettingFault> Faults) ReadStorage(
        IConfiguration configuration
    ) => SettingsReader.ReadStorage(configuration);

    /// <summary>Only the type's name, because the settings hold secrets.</summary>
    public override string ToString() => nameof(LockThatSettings);
}

/// <summary><c>Slack:*</c>.</summary>
public sealed record SlackSettings
{
    /// <summary><c>Slack:ApiUrl</c> unless set.</summary>
    public const string DefaultApiUrl = "https://slack.com/api/";

    /// <summary><c>Slack:AuthorizeUrl</c> unless set.</summary>
    public const string DefaultAuthorizeUrl = "https://slack.com/oauth/v2/authorize";

    /// <summary><c>Slack:SigningSecret</c>: one, or two while it is rotated; empty only when Socket Mode is the one
    /// entrance.</summary>
    public required IReadOnlyList<string> SigningSecrets { get; init; }

    /// <summary>The workspaces that the app serves.</summary>
    public required SlackWorkspaces Workspaces { get; init; }

    /// <summary><c>Slack:AppToken</c>: <c>xapp-…</c>, for Socket Mode; null without it.</summary>
    public string? AppToken { get; init; }

    /// <summary><c>Slack:ApiUrl</c>: base of the Web API, ending in a slash; <see cref="DefaultApiUrl"/> unless
    /// set.</summary>
    public required Uri ApiUrl { get; init; }

    /// <summary><c>Slack:AuthorizeUrl</c>: where the install flow sends people; <see cref="DefaultAuthorizeUrl"/>
    /// unless set.</summary>
    public required Uri AuthorizeUrl { get; init; }

    /// <summary>Only the type's name, because the settings hold secrets.</summary>
    public override string ToString() => nameof(SlackSettings);
}

/// <summary>The workspaces that the app serves.</summary>
public abstract record SlackWorkspaces
{
    private SlackWorkspaces() { }

    /// <summary>Only the type's name, because the settings hold secrets.</summary>
    public sealed override string ToString() => nameof(SlackWorkspaces);

    /// <summary><c>Slack:BotToken</c>: one workspace.</summary>
    /// <param name="BotToken"><c>xoxb-…</c>.</param>
    public sealed record One(string BotToken) : SlackWorkspaces;

    /// <summary><c>Slack:ClientId</c> and <c>Slack:ClientSecret</c>: every workspace that installs the app.</summary>
    /// <param name="ClientId">Slack's id of the app.</param>
    /// <param name="ClientSecret">Its secret.</param>
    public sealed record Installed(string ClientId, string ClientSecret) : SlackWorkspaces;
}

/// <summary><c>Storage:Provider</c> and the settings that it needs.</summary>
public abstract record StorageSettings
{
    /// <summary><c>Storage:LiteDb:Path</c> unless set.</summary>
    public const string DefaultPath = "data/lockthat.db";

    private StorageSettings() { }

    /// <summary>Only the type's name, because a connection string holds a password.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary><c>LiteDb</c>, unless set: a file of our own.</summary>
    /// <param name="Path"><c>Storage:LiteDb:Path</c>, relative to the content root;
    /// <see cref="DefaultPath"/> unless set. Created with its folder.</param>
    public sealed record LiteDb(string Path) : StorageSettings;

    /// <summary><c>Postgres</c>: a database.</summary>
    /// <param name="ConnectionString"><c>ConnectionStrings:Postgres</c>.</param>
    public sealed record Postgres(string ConnectionString) : StorageSettings;
}

/// <summary>The result of reading the settings.</summary>
public abstract record SettingsReading
{
    private SettingsReading() { }

    /// <summary>All is right.</summary>
    /// <param name="Settings">The settings.</param>
    public sealed record Sound(LockThatSettings Settings) : SettingsReading;

    /// <summary>Something is missing, contradictory or of the wrong form.</summary>
    /// <param name="Faults">Each of them, at least one.</param>
    public sealed record Faulty(IReadOnlyList<SettingFault> Faults) : SettingsReading
    {
        /// <summary>The one message that an operator needs: every fault, where to set it, and how to try LockThat
        /// without any.</summary>
        public string Message =>
            $"""
                LockThat cannot start, because of these settings:
                {string.Join(Environment.NewLine, Faults.Select(fault => $"  {fault}"))}
                Set them as environment variables (with __ for :, as in Slack__SigningSecret), in appsettings.json, or on the command line.
                To try LockThat with nothing to set: dotnet run --project LockThat.Playground
                """;
    }
}

/// <summary>One setting that is wrong.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Fault">The fault and its remedy, in a sentence that follows the key; never the value, which may be a
/// secret.</param>
public sealed record SettingFault(string Key, string Fault)
{
    /// <summary>The line that an operator reads.</summary>
    public override string ToString() => $"{Key} {Fault}";
}
