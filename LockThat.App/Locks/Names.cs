using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LockThat.App.Locks;

/// <summary>A workspace in Slack's words (<c>T…</c>). Whatever is stored belongs to exactly one.</summary>
/// <param name="Value">The id as Slack sent it.</param>
public readonly record struct TeamId(string Value)
{
    /// <summary>The id as Slack sent it.</summary>
    public override string ToString() => Value;
}

/// <summary>An Enterprise Grid organisation (<c>E…</c>).</summary>
/// <param name="Value">The id as Slack sent it.</param>
public readonly record struct EnterpriseId(string Value)
{
    /// <summary>The id as Slack sent it.</summary>
    public override string ToString() => Value;
}

/// <summary>A person of a workspace (<c>U…</c> or <c>W…</c>).</summary>
/// <param name="Value">The id as Slack sent it.</param>
public readonly record struct UserId(string Value)
{
    /// <summary>The id as Slack sent it.</summary>
    public override string ToString() => Value;
}

/// <summary>A token of a program.</summary>
/// <param name="Value">The id of the token, which is not the secret.</param>
public readonly record struct TokenId(string Value)
{
    /// <summary>The id itself.</summary>
    public override string ToString() => Value;
}

/// <summary>Where a request comes from: the data belong to the team, the token to the organisation when the app was
/// installed org-wide.</summary>
/// <param name="Team">The workspace that the data belong to.</param>
/// <param name="OrgInstall">The organisation whose token is used; null when the workspace has a token of its
/// own.</param>
public readonly record struct Workspace(TeamId Team, EnterpriseId? OrgInstall = null);

/// <summary>One period of holding. Buttons carry it, so that a stale one is recognised.</summary>
/// <param name="Value">Short, of letters, digits, <c>-</c> and <c>_</c> when it was made from a
/// <see cref="RequestId"/>.</param>
public readonly record struct LeaseId(string Value)
{
    /// <summary>The id itself.</summary>
    public override string ToString() => Value;
}

/// <summary>One request of a person: the same click or submission delivered twice has the same id.</summary>
/// <param name="Value">The id itself.</param>
public readonly record struct RequestId(string Value)
{
    /// <summary>
    /// The id of whatever these parts identify together: 16 base64url characters of a hash, so that no part (a trigger,
    /// say) can be read back.
    /// </summary>
    /// <param name="parts">In an order that matters; each is hashed with its length, so that <c>ab, c</c> is not <c>a,
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

/// <summary>A resource of a workspace. One workspace never sees another's.</summary>
/// <param name="Team">The workspace.</param>
/// <param name="Name">The name, equal in whatever spelling.</param>
public readonly record struct ResourceKey(TeamId Team, ResourceName Name);
