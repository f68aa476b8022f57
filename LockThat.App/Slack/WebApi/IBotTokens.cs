using LockThat.App.Identifiers;

namespace LockThat.App.Slack.WebApi;

/// <summary>The tokens that Slack is called with.</summary>
public interface IBotTokens
{
    /// <summary>The token for a workspace.</summary>
    ValueTask<BotTokenReading> For(Workspace workspace, CancellationToken cancellationToken);

    /// <summary>
    /// Slack refuses a token. Its workspace has left, unless there is another token by now. False for the token of the
    /// settings, which is the operator's.
    /// </summary>
    Task<bool> Lost(Workspace workspace, string token, CancellationToken cancellationToken);
}

/// <summary>The result of asking for a token.</summary>
public abstract record BotTokenReading
{
    private BotTokenReading() { }

    /// <summary>The token.</summary>
    public sealed record Found(string Token) : BotTokenReading;

    /// <summary>The app is not installed there.</summary>
    public sealed record NotInstalled : BotTokenReading
    {
        public static NotInstalled Instance { get; } = new();
    }

    /// <summary>The tokens cannot be read at present.</summary>
    public sealed record Unavailable(string Reason) : BotTokenReading;
}
