using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LockThat.App.Identifiers;

/// <summary>One request of a person: the same click or submission delivered twice has the same id.</summary>
/// <param name="Value">The id itself.</param>
public readonly record struct RequestId(string Value)
{
    /// <summary>
    /// The id of the request that these parts identify together: 16 base64url characters of a hash, so that no part (a
    /// trigger, say) can be read back.
    /// </summary>
    /// <param name="parts">Their order matters. Each is hashed with its length, so that <c>ab, c</c> is not <c>a,
    /// bc</c>.</param>
    public static RequestId Of(params ReadOnlySpan<string> parts)
    {
        var hashed = new ArrayBufferWriter<byte>(256);
        foreach (var part in parts)
        {
            hashed.Write(BitConverter.GetBytes(part.Length));
            hashed.Write(MemoryMarshal.AsBytes(part.AsSpan()));
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(hashed.WrittenSpan, hash);
        return new(Base64Url.EncodeToString(hash[..12]));
    }

    /// <summary>The id itself.</summary>
    public override string ToString() => Value;
}
