using LockThat.App.Identifiers;
using LockThat.App.Installs.Tokens;

namespace LockThat.App.Installs;

/// <summary>The app in one workspace or organisation, installed or gone. The methods only return the next
/// state.</summary>
public sealed record Installation(InstallKey Key)
{
    // Slack reports one departure by two events, perhaps some seconds apart.
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    /// <summary>The name of the workspace or organisation, from Slack.</summary>
    public string Name { get; init; } = "";

    /// <summary>The organisation of this installation; null for a workspace without one.</summary>
    public EnterpriseId? Enterprise { get; init; }

    /// <summary>Whether the token is good for every workspace of the organisation that has the app.</summary>
    public bool IsOrgWide { get; init; }

    /// <summary>The app's bot user there.</summary>
    public UserId? Bot { get; init; }

    public UserId? InstalledBy { get; init; }

    /// <summary>The scopes of the token, from Slack, with commas between.</summary>
    public string Scopes { get; init; } = "";

    /// <summary>Null once they left.</summary>
    public SealedToken? Token { get; init; }

    /// <summary>When it arrived, or came back.</summary>
    public DateTimeOffset InstalledAt { get; init; }

    /// <summary>When it left; null while it is here.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>The latest departure that ever counted. It stays when they come back, so that the same event is
    /// recognized when it comes again.</summary>
    public DateTimeOffset? LastLeftAt { get; init; }

    /// <summary>Whether its data are being deleted.</summary>
    public bool IsPurging { get; init; }

    public bool IsInstalled => LeftAt is null && Token is not null;

    /// <summary>
    /// The installation once it has arrived at this moment, in the place of the one before. When the earlier departure
    /// seems to be in the future, this machine's clock is behind Slack's, and the arrival still came after that
    /// departure.
    /// </summary>
    public Installation After(Installation? before, DateTimeOffset now) =>
        this with
        {
            InstalledAt = before?.LastLeftAt is { } last && last > now ? last + Apart : now,
            LeftAt = null,
            LastLeftAt = before?.LastLeftAt,
            IsPurging = false,
        };

    /// <summary>
    /// Whether the event of a departure at this moment, which Slack reports to the second, seems out of date: they have
    /// come back since, or the event was handled before.
    /// </summary>
    public bool IsStale(DateTimeOffset at) =>
        at.ToUnixTimeSeconds() < InstalledAt.ToUnixTimeSeconds() || (LastLeftAt is { } last && at <= last);

    /// <summary>Gone since that moment, without a token; the same when it was gone before.</summary>
    public Installation Leave(DateTimeOffset at) => IsStale(at) ? this : Gone(at);

    /// <summary>Gone since that moment, without a token, whatever events came before.</summary>
    public Installation Gone(DateTimeOffset at) => this with { Token = null, LeftAt = LeftAt ?? at, LastLeftAt = at };

    /// <summary>Its data are being deleted from now on; the same when that has begun.</summary>
    public Installation Purge() => IsPurging ? this : this with { IsPurging = true };
}
