namespace LockThat.App.Installs.Tokens;

/// <summary>A bot's token as it is kept: encrypted, and of no use without the key.</summary>
/// <param name="Access">The token, sealed.</param>
public sealed record SealedToken(string Access)
{
    /// <summary>What a new token is had for, sealed; null when this one never expires.</summary>
    public string? Refresh { get; init; }

    /// <summary>When Slack stops taking it; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Until when an instance has the right to get the next one; null when none is at it.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>No more than the name.</summary>
    public override string ToString() => nameof(SealedToken);
}
