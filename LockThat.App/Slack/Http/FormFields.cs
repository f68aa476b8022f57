using System.Text;
using System.Text.Unicode;

namespace LockThat.App.Slack.Http;

/// <summary>The fields of an <c>application/x-www-form-urlencoded</c> body, each there once and in valid
/// UTF-8.</summary>
public sealed class FormFields
{
    private const int Most = 64;

    // Names and values lie one behind the other; decoding never makes them longer.
    private readonly byte[] _decoded;
    private readonly List<Field> _fields = new(16);
    private int _length;

    private FormFields(int longest) => _decoded = new byte[longest];

    /// <summary>Null when the body is malformed: a broken escape, a field twice, invalid UTF-8, more fields than Slack
    /// ever sends.</summary>
    public static FormFields? Read(ReadOnlySpan<byte> body)
    {
        var form = new FormFields(body.Length);
        foreach (var range in body.Split((byte)'&'))
        {
            if (body[range] is { Length: > 0 } pair && !form.Add(pair))
                return null;
        }

        return form;
    }

    public bool Has(string name) => Bytes(name) is not null;

    public ReadOnlyMemory<byte>? Bytes(string name)
    {
        foreach (var field in _fields)
        {
            if (Ascii.Equals(_decoded.AsSpan(field.Name), name))
                return _decoded.AsMemory(field.Value);
        }

        return null;
    }

    public string? Text(string name) => Bytes(name) is { } value ? Encoding.UTF8.GetString(value.Span) : null;

    private bool Add(ReadOnlySpan<byte> pair)
    {
        var equals = pair.IndexOf((byte)'=');
        if (
            Decode(equals < 0 ? pair : pair[..equals]) is not { } name
            || Decode(equals < 0 ? [] : pair[(equals + 1)..]) is not { } value
        )
            return false;
        foreach (var field in _fields)
        {
            if (_decoded.AsSpan(field.Name).SequenceEqual(_decoded.AsSpan(name)))
                return false;
        }

        _fields.Add(new(name, value));
        return _fields.Count <= Most;
    }

    private Range? Decode(ReadOnlySpan<byte> encoded)
    {
        var start = _length;
        while (!encoded.IsEmpty)
        {
            var plain = encoded.IndexOfAny((byte)'+', (byte)'%') is >= 0 and var escape ? escape : encoded.Length;
            encoded[..plain].CopyTo(_decoded.AsSpan(_length));
            _length += plain;
            encoded = encoded[plain..];
            if (encoded.IsEmpty)
                break;

            var isSpace = encoded[0] == (byte)'+';
            if (
                !isSpace
                && (
                    encoded.Length < 3
                    || !char.IsAsciiHexDigit((char)encoded[1])
                    || !char.IsAsciiHexDigit((char)encoded[2])
                )
            )
                return null;
            _decoded[_length++] = isSpace ? (byte)' ' : (byte)((Hex(encoded[1]) << 4) | Hex(encoded[2]));
            encoded = encoded[(isSpace ? 1 : 3)..];
        }

        return Utf8.IsValid(_decoded.AsSpan(start, _length - start)) ? start.._length : null;
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private readonly record struct Field(Range Name, Range Value);
}
