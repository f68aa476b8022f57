using LockThat.App.Identifiers;
using LockThat.App.Installs.Tokens;

namespace LockThat.App.Installs;

/// <summary>The app in one workspace or organisation, there or gone. Its methods decide and change nothing: they return
/// the next state.</summary>
public sealed record Installation(InstallKey Key)
{
    // Slack tells one departure in two ways, perhaps some seconds apart.
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    /// <summary>The name of the workspace or organisation, as Slack told it.</summary>
    public string Name { get; init; } = "";

    /// <summary>The organisation that it is, or that the workspace belongs to; null for a workspace of its
    /// own.</summary>
    public EnterpriseId? Enterprise { get; init; }

    /// <summary>Whether the token is good for whatever workspace of the organisation has the app.</summary>
    public bool IsOrgWide { get; init; }

    /// <summary>Who the app is to the people there.</summary>
    public UserId? Bot { get; init; }

    public UserId? InstalledBy { get; init; }

    /// <summary>What the token may do, as Slack told it: with commas between.</summary>
    public string Scopes { get; init; } = "";

    /// <summary>Null once they left.</summary>
    public SealedToken? Token { get; init; }

    /// <summary>When it arrived, or came back.</summary>
    public DateTimeOffset InstalledAt { get; init; }

    /// <summary>When it left; null while it is here.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>The latest departure that was ever honoured. It stays when they come back, so that the same news, told
    /// again, is known.</summary>
    public DateTimeOffset? LastLeftAt { get; init; }

    /// <summary>Whether its data are being deleted.</summary>
    public bool IsPurging { get; init; }

    public bool IsInstalled => LeftAt is null && Token is not null;

    /// <summary>
    /// As it stands once it has arrived at this moment, in the place of the one before. Where the departure before it
    /// seems to lie ahead, the clock is behind Slack's, and it arrived after that departure all the same.
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
    /// Whether news of a departure at this moment, which Slack tells to the second, seems to have been overtaken: they
    /// came back since, or it was heard before.
    /// </summary>
    public bool IsStale(DateTimeOffset at) =>
        at.ToUnixTimeSeconds() < InstalledAt.ToUnixTimeSeconds() || (LastLeftAt is { } last && at <= last);

    /// <summary>Gone, with its token, since that moment; the same when that is no news.</summary>
    public Installation Leave(DateTimeOffset at) => IsStale(at) ? this : Gone(at);

    /// <summary>Gone, with its token, since that moment, whatever was heard before.</summary>
    public Installation Gone(DateTimeOffset at) => this with { Token = null, LeftAt = LeftAt ?? at, LastLeftAt = at };

    /// <summary>Its data are being deleted from now on; the same when that has begun.</summary>
    public Installation Purge() => IsPurging ? this : this with { IsPurging = true };
}
