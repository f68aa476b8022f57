using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LockThat.App.Installs.Tokens;

/// <summary>
/// Seals texts by AES-256-GCM, each bound to its purpose and its owner: for another purpose or owner it does not open.
/// A sealed text is base64url of a version byte, a random nonce, the tag and the ciphertext.
/// </summary>
/// <param name="keys">Keys of 32 bytes each: the first seals, all open.</param>
public sealed class TokenCipher(IReadOnlyList<byte[]> keys)
{
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int HeadLength = 1 + NonceLength + TagLength;

    /// <summary>
    /// A cipher under keys that are derived from these, for texts that strangers may have sealed as often as they like.
    /// Random nonces are safe for four thousand million texts under one key, and strangers must not use up the key of
    /// the tokens.
    /// </summary>
    public TokenCipher Apart(string purpose) =>
        new([
            .. keys.Select(key =>
                HKDF.DeriveKey(HashAlgorithmName.SHA256, key, key.Length, info: Encoding.UTF8.GetBytes(purpose))
            ),
        ]);

    public string Seal(string text, string purpose, string owner)
    {
        var content = Encoding.UTF8.GetBytes(text);
        var whole = new byte[HeadLength + content.Length];
        whole[0] = Version;
        RandomNumberGenerator.Fill(Nonce(whole));
        using var aes = new AesGcm(keys[0], TagLength);
        aes.Encrypt(Nonce(whole), content, Ciphertext(whole), Tag(whole), Context(purpose, owner));
        return Base64Url.EncodeToString(whole);
    }

    /// <summary>The text; null when it was sealed for something else, by an unknown key, or changed since.</summary>
    public string? Open(string sealedText, string purpose, string owner) =>
        keys.Select(key => Open(key, sealedText, purpose, owner)).FirstOrDefault(text => text is not null);

    /// <summary>Whether the first key alone is enough to open it.</summary>
    public bool IsOfFirstKey(string sealedText, string purpose, string owner) =>
        Open(keys[0], sealedText, purpose, owner) is not null;

    private static string? Open(byte[] key, string sealedText, string purpose, string owner)
    {
        if (Bytes(sealedText) is not { } whole)
            return null;
        var content = new byte[whole.Length - HeadLength];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(Nonce(whole), Ciphertext(whole), Tag(whole), content, Context(purpose, owner));
            return Encoding.UTF8.GetString(content);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    // Each text has exactly one valid form; white space and spare bits at the end would give it others.
    private static byte[]? Bytes(string sealedText)
    {
        if (!Base64Url.IsValid(sealedText))
            return null;
        var bytes = Base64Url.DecodeFromChars(sealedText);
        return bytes.Length >= HeadLength && bytes[0] == Version && Base64Url.EncodeToString(bytes) == sealedText
            ? bytes
            : null;
    }

    private static Span<byte> Nonce(byte[] whole) => whole.AsSpan(1, NonceLength);

    private static Span<byte> Tag(byte[] whole) => whole.AsSpan(1 + NonceLength, TagLength);

    private static Span<byte> Ciphertext(byte[] whole) => whole.AsSpan(HeadLength);

    private static byte[] Context(string purpose, string owner)
    {
        var (first, second) = (Encoding.UTF8.GetBytes(purpose), Encoding.UTF8.GetBytes(owner));
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, first.Length);
        return [Version, .. length, .. first, .. second];
    }
}
