using System.Text;
using System.Text.Unicode;

namespace LockThat.App.Slack;

/// <summary>The fields of an <c>application/x-www-form-urlencoded</c> body, each there once and in valid UTF-8.</summary>
public sealed class FormFields
{
    private const int Most = 64;

    private readonly Dictionary<string, byte[]> fields = new(StringComparer.Ordinal);

    private FormFields()
    {
    }

    /// <summary>Null when the body is malformed: a broken escape, a field twice, invalid UTF-8, more fields than Slack ever sends.</summary>
    public static FormFields? Read(ReadOnlySpan<byte> body)
    {
        var form = new FormFields();
        foreach (var range in body.Split((byte)'&'))
        {
            if (body[range] is { Length: > 0 } pair && !form.Add(pair))
                return null;
        }

        return form;
    }

    public bool Has(string name) => fields.ContainsKey(name);

    public ReadOnlyMemory<byte>? Bytes(string name) => fields.TryGetValue(name, out var value) ? value : null;

    public string? Text(string name) => fields.TryGetValue(name, out var value) ? Encoding.UTF8.GetString(value) : null;

    private bool Add(ReadOnlySpan<byte> pair)
    {
        var equals = pair.IndexOf((byte)'=');
        var name = Decoded(equals < 0 ? pair : pair[..equals]);
        var value = Decoded(equals < 0 ? [] : pair[(equals + 1)..]);
        return name is not null && value is not null && fields.Count < Most && fields.TryAdd(Encoding.UTF8.GetString(name), value);
    }

    private static byte[]? Decoded(ReadOnlySpan<byte> encoded)
    {
        var decoded = new byte[encoded.Length];
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            switch (encoded[i])
            {
                case (byte)'+':
                    decoded[length++] = (byte)' ';
                    break;
                case (byte)'%':
                    if (i + 2 >= encoded.Length || Hex(encoded[i + 1]) is not { } high || Hex(encoded[i + 2]) is not { } low)
                        return null;
                    decoded[length++] = (byte)((high << 4) | low);
                    i += 2;
                    break;
                case var plain:
                    decoded[length++] = plain;
                    break;
            }
        }

        return Utf8.IsValid(decoded.AsSpan(0, length)) ? decoded[..length] : null;
    }

    private static int? Hex(byte digit) => char.IsAsciiHexDigit((char)digit) ? Convert.ToInt32(((char)digit).ToString(), 16) : null;
}
