namespace LockThat.App.Installs.Tokens;

/// <summary>A bot's token in the clear. It is never stored and never printed.</summary>
/// <param name="Access">The token.</param>
/// <param name="Refresh">The refresh token; null when this token never expires.</param>
/// <param name="ExpiresAt">The moment from which Slack refuses it; null for never.</param>
public sealed record BotToken(string Access, string? Refresh = null, DateTimeOffset? ExpiresAt = null)
{
    private const string ToAccess = "bot token";
    private const string ToRefresh = "refresh token";

    /// <summary>The token in the form in which it may be stored: it opens for this installation alone.</summary>
    public SealedToken Seal(TokenCipher cipher, InstallKey key) =>
        new(cipher.Seal(Access, ToAccess, key.Value))
        {
            Refresh = Refresh is null ? null : cipher.Seal(Refresh, ToRefresh, key.Value),
            ExpiresAt = ExpiresAt,
        };

    /// <summary>Null when no key opens it.</summary>
    public static BotToken? Open(SealedToken stored, TokenCipher cipher, InstallKey key)
    {
        var access = cipher.Open(stored.Access, ToAccess, key.Value);
        var refresh = stored.Refresh is null ? null : cipher.Open(stored.Refresh, ToRefresh, key.Value);
        return access is null || (stored.Refresh is not null && refresh is null)
            ? null
            : new(access, refresh, stored.ExpiresAt);
    }

    /// <summary>Whether all of it was sealed by the first key.</summary>
    public static bool IsOfFirstKey(SealedToken stored, TokenCipher cipher, InstallKey key) =>
        cipher.IsOfFirstKey(stored.Access, ToAccess, key.Value)
        && (stored.Refresh is null || cipher.IsOfFirstKey(stored.Refresh, ToRefresh, key.Value));

    /// <summary>Only the type's name, because a token is never printed.</summary>
    public override string ToString() => nameof(BotToken);
}
