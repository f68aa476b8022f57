using System.Buffers;
using System.Text;

namespace LockThat.App.Slack.Requests;

/// <summary>Text as Slack escapes it on the way to an app, and as the person saw it when typing.</summary>
internal static class SlackText
{
    private static readonly SearchValues<char> IdCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    );

    /// <summary>
    /// A link or mention (<c>&lt;…|…&gt;</c>) becomes its label, or else its address or id. Then <c>&amp;amp;</c>,
    /// <c>&amp;lt;</c> and <c>&amp;gt;</c> become the characters that they stand for, once, within labels as well as
    /// outside. Anything else in angle brackets stays as typed.
    /// </summary>
    /// <param name="escaped">
    /// The text of a command or message; see
    /// <see href="https://docs.slack.dev/messaging/formatting-message-text/#escaping"/>.
    /// </param>
    /// <param name="withSigns">Whether the label of a person or channel begins with its <c>@</c> or <c>#</c>.</param>
    public static string Plain(string escaped, bool withSigns = false)
    {
        var plain = new StringBuilder(escaped.Length);
        var rest = escaped.AsSpan();
        while (!rest.IsEmpty)
        {
            var literal = rest.IndexOf('<') is >= 0 and var bracket ? bracket : rest.Length;
            AppendDecoded(plain, rest[..literal]);
            rest = rest[literal..];
            if (rest.IsEmpty)
                break;

            // The bracket must be closed before another one opens; if it is not, it is plain text.
            var end = rest[1..].IndexOfAny('<', '>') + 1;
            var token = rest[end] == '>' ? Seen(rest[1..end]) : [];
            if (withSigns && !token.IsEmpty && rest[1] is ('@' or '#'))
                plain.Append(rest[1]);
            AppendDecoded(plain, token.IsEmpty ? rest[..1] : token);
            rest = rest[(token.IsEmpty ? 1 : end + 1)..];
        }

        return plain.ToString();
    }

    /// <summary>The people who are mentioned, in order, each with what <see cref="Plain"/> makes of the
    /// mention.</summary>
    public static IReadOnlyList<(string Id, string Label)> Mentions(string escaped)
    {
        var found = new List<(string, string)>();
        for (var rest = escaped.AsSpan(); rest.IndexOf('<') is >= 0 and var start; )
        {
            rest = rest[(start + 1)..];
            var end = rest.IndexOfAny('<', '>');
            var token = end >= 0 && rest[end] == '>' ? rest[..end] : [];
            var id = token.IndexOf('|') is >= 0 and var bar ? token[..bar] : token;
            if (id is ['@', 'U' or 'W', _, ..] && !id[1..].ContainsAnyExcept(IdCharacters))
                found.Add((id[1..].ToString(), Plain($"<{token}>")));
        }

        return found;
    }

    /// <summary>The visible text of a token; nothing when it is no token.</summary>
    private static ReadOnlySpan<char> Seen(ReadOnlySpan<char> token)
    {
        var bar = token.IndexOf('|');
        var target = bar < 0 ? token : token[..bar];
        var label = bar < 0 ? [] : token[(bar + 1)..].Trim();
        if (target.IndexOfAny(" \t\r\n") >= 0 || Named(target) is not { IsEmpty: false } named)
            return [];

        return label.IsEmpty ? named : label;
    }

    /// <summary>The id or address of <c>@U1</c>, <c>#C1</c>, <c>!here</c>, <c>!subteam^S1</c>, <c>https://…</c>,
    /// <c>mailto:…</c>.</summary>
    private static ReadOnlySpan<char> Named(ReadOnlySpan<char> target) =>
        target switch
        {
            ['@' or '#', .. var id] => id,
            ['!', .. var special] when special.StartsWith("subteam^", StringComparison.Ordinal) => special[
                "subteam^".Length..
            ],
            ['!', .. var special] => special,
            _ when target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) => target["mailto:".Length..],
            _ when IsAddress(target) => target,
            _ => [],
        };

    private static bool IsAddress(ReadOnlySpan<char> target)
    {
        var scheme = target.IndexOf(':');
        return scheme > 0 && char.IsAsciiLetter(target[0]) && scheme < target.Length - 1;
    }

    private static void AppendDecoded(StringBuilder plain, ReadOnlySpan<char> text)
    {
        while (text.IndexOf('&') is >= 0 and var ampersand)
        {
            plain.Append(text[..ampersand]);
            var (character, length) = text[ampersand..] switch
            {
                ['&', 'a', 'm', 'p', ';', ..] => ('&', 5),
                ['&', 'l', 't', ';', ..] => ('<', 4),
                ['&', 'g', 't', ';', ..] => ('>', 4),
                _ => ('&', 1),
            };
            plain.Append(character);
            text = text[(ampersand + length)..];
        }

        plain.Append(text);
    }
}
