namespace LockThat.App.Installs.Tokens;

/// <summary>A bot's token in its stored form: encrypted, and useless without the key.</summary>
/// <param name="Access">The token, sealed.</param>
public sealed record SealedToken(string Access)
{
    /// <summary>The refresh token, encrypted; null when the token never expires.</summary>
    public string? Refresh { get; init; }

    /// <summary>The moment from which Slack refuses it; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The moment until which one instance has the right to get the next token; null when none has
    /// it.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>Only the type's name, because a token is never printed.</summary>
    public override string ToString() => nameof(SealedToken);
}
