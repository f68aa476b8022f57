using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace LockThat.App.Slack.Http;

/// <summary>Why a request is Slack's, or is not. The sender learns none of the reasons.</summary>
public enum SignatureVerdict
{
    Genuine,
    HeaderMissing,
    HeaderRepeated,
    TimestampMalformed,

    /// <summary>Signed by Slack, and its time stamp has passed: this machine's clock is ahead, or an old request is
    /// sent again.</summary>
    TooOld,

    /// <summary>Signed by Slack, and its time stamp is still to come: this machine's clock is behind.</summary>
    TooEarly,
    Forged,
}

/// <summary>Slack's v0 signature over the raw body.
/// <see href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Slack's page.</see></summary>
public static class SlackSignature
{
    public const string TimestampHeader = "X-Slack-Request-Timestamp";
    public const string SignatureHeader = "X-Slack-Signature";

    private const int SecondsOff = 300;
    private const string Version = "v0=";

    private static ReadOnlySpan<byte> Prefix => "v0:"u8;

    /// <summary>Slack's own clients refuse only old stamps. Here a stamp from the future is refused, too, because it
    /// could be replayed for longer.</summary>
    public static SignatureVerdict Verify(
        IReadOnlyList<byte[]> secrets,
        StringValues timestamp,
        StringValues signature,
        ReadOnlySpan<byte> body,
        DateTimeOffset now
    )
    {
        if (timestamp.Count == 0 || signature.Count == 0)
            return SignatureVerdict.HeaderMissing;
        if (timestamp.Count > 1 || signature.Count > 1)
            return SignatureVerdict.HeaderRepeated;
        var stamp = timestamp.ToString();
        if (!long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return SignatureVerdict.TimestampMalformed;
        // Only a signed request shows Slack's clock.
        if (!IsSignedByAny(secrets, stamp, signature.ToString(), body))
            return SignatureVerdict.Forged;
        return seconds < now.ToUnixTimeSeconds() - SecondsOff ? SignatureVerdict.TooOld
            : seconds > now.ToUnixTimeSeconds() + SecondsOff ? SignatureVerdict.TooEarly
            : SignatureVerdict.Genuine;
    }

    /// <summary>The value that Slack writes into <see cref="SignatureHeader"/>.</summary>
    public static string Sign(byte[] secret, string timestamp, ReadOnlySpan<byte> body)
    {
        var signed = ArrayPool<byte>.Shared.Rent(
            Prefix.Length + Encoding.UTF8.GetMaxByteCount(timestamp.Length) + 1 + body.Length
        );
        try
        {
            Prefix.CopyTo(signed);
            var length = Prefix.Length + Encoding.UTF8.GetBytes(timestamp, signed.AsSpan(Prefix.Length));
            signed[length++] = (byte)':';
            body.CopyTo(signed.AsSpan(length));
            Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
            HMACSHA256.HashData(secret, signed.AsSpan(0, length + body.Length), hash);
            return Version + Convert.ToHexStringLower(hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(signed);
        }
    }

    // Every secret is tried even after one fits, so that the time taken does not tell which one it was.
    private static bool IsSignedByAny(
        IReadOnlyList<byte[]> secrets,
        string timestamp,
        string signature,
        ReadOnlySpan<byte> body
    )
    {
        var genuine = false;
        foreach (var secret in secrets)
            genuine |= CryptographicOperations.FixedTimeEquals(
                MemoryMarshal.AsBytes(Sign(secret, timestamp, body).AsSpan()),
                MemoryMarshal.AsBytes(signature.AsSpan())
            );
        return genuine;
    }
}
