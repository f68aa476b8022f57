using System.Buffers;
using System.Globalization;
using System.Text;

namespace LockThat.Blocks.Kit;

/// <summary>Writes Slack's mrkdwn, and is the only place that writes <c>&lt;…&gt;</c>.
/// <see href="https://docs.slack.dev/messaging/formatting-message-text">Slack's page.</see></summary>
public static class Mrkdwn
{
    private const char Break = '\u200B';
    private const int LongestOfOne = 6;

    private static readonly SearchValues<char> Marks = SearchValues.Create("*_~`&<>");
    private static readonly SearchValues<char> MarksAndLinks = SearchValues.Create("*_~`&<>@#.:");
    private static readonly SearchValues<char> OfIds = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    );
    private static readonly SearchValues<char> EndsCode = SearchValues.Create("&<>`\r\n\f\u0085\u2028\u2029");

    /// <summary>A person's words, inert in a <see cref="Markdown"/> text: no mention, link, date, formatting or quote
    /// comes to life. Slack has no escape for its marks, so a zero-width space stands on both sides of each.</summary>
    /// <param name="text">The typed text.</param>
    /// <param name="max">The greatest length of the result in UTF-16 units, at least 1; no entity or character is cut
    /// in two.</param>
    public static string Escape(string text, int max = Limits.Text) => Inert(text, max, bare: false);

    /// <summary>A person's words, inert in the top-level <c>text</c> of a message, where Slack also makes links out of
    /// bare addresses: those are broken with zero-width spaces as well.</summary>
    /// <param name="text">The typed text.</param>
    /// <param name="max">The greatest length of the result in UTF-16 units, at least 1; no entity or character is cut
    /// in two.</param>
    public static string Fallback(string text, int max = Limits.Text) => Inert(text, max, bare: true);

    /// <summary>A person.</summary>
    /// <param name="userId">Slack's id; a text that cannot be an id is written as inert text.</param>
    public static string Mention(string userId) =>
        userId.Length > 0 && !userId.AsSpan().ContainsAnyExcept(OfIds) ? $"<@{userId}>" : Escape(userId);

    /// <summary>A moment in the time zone of the person who reads it, in UTC where Slack cannot.</summary>
    /// <param name="moment">Cut to the second.</param>
    /// <param name="format">Slack's tokens, with words of our own around them:
    /// <c>{date_short_pretty} at {time}</c>.</param>
    /// <param name="seconds">Whether seconds are shown where Slack cannot read the tokens.</param>
    public static string Date(DateTimeOffset moment, string format, bool seconds = false)
    {
        var (unix, utc) = (moment.ToUnixTimeSeconds(), moment.UtcDateTime);
        return seconds
            ? string.Create(CultureInfo.InvariantCulture, $"<!date^{unix}^{format}|{utc:yyyy-MM-dd HH:mm:ss} UTC>")
            : string.Create(CultureInfo.InvariantCulture, $"<!date^{unix}^{format}|{utc:yyyy-MM-dd HH:mm} UTC>");
    }

    /// <summary>A name as a code span, in which nothing is live; a backtick, which would end it, becomes an
    /// apostrophe.</summary>
    /// <param name="name">One line, not empty.</param>
    public static string Code(string name) =>
        $"`{(name.AsSpan().ContainsAny(EndsCode) ? Entities(name).Replace('`', '\'').ReplaceLineEndings(" ") : name)}`";

    /// <summary>A link to a place of our own.</summary>
    /// <param name="url">An absolute address.</param>
    /// <param name="label">The text that people read.</param>
    public static string Link(Uri url, string label) =>
        $"<{Entities(url.AbsoluteUri).Replace("|", "%7C", StringComparison.Ordinal)}|{Escape(label).Replace('|', '¦')}>";

    private static string Entities(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Inert(string text, int max, bool bare)
    {
        if (text.Length <= max && !text.AsSpan().ContainsAny(bare ? MarksAndLinks : Marks))
            return text;
        if (text.Length > max / LongestOfOne)
            return Cut.To(text, max, (character, into) => Append(into, character, bare));

        var whole = new StringBuilder(text.Length + 16);
        Append(whole, text, bare);
        return whole.ToString();
    }

    private static void Append(StringBuilder into, ReadOnlySpan<char> text, bool bare)
    {
        foreach (var unit in text)
            Append(into, unit, bare);
    }

    private static void Append(StringBuilder into, char unit, bool bare)
    {
        var isMark = unit is '*' or '_' or '~' or '`';
        if (
            (isMark && (into.Length == 0 || into[^1] != Break))
            || (unit == '>' && AtLineStart(into))
            || (bare && into.Length > 0 && MakesLink(into[^1], unit))
        )
            into.Append(Break);
        _ = unit switch
        {
            // Broken on both sides: a mark that cannot close one of its own might still open one that our own mark
            // behind it closes.
            _ when isMark => into.Append(unit).Append(Break),
            '&' => into.Append("&amp;"),
            '<' => into.Append("&lt;"),
            '>' => into.Append("&gt;"),
            _ => into.Append(unit),
        };
    }

    private static bool MakesLink(char before, char unit) =>
        before switch
        {
            '@' or '#' => !char.IsWhiteSpace(unit),
            '.' => char.IsLetterOrDigit(unit) || char.IsSurrogate(unit),
            ':' => unit == '/',
            _ => false,
        };

    // Slack stores typed text escaped, so that "&gt; " at the start of a line is a quote to it.
    private static bool AtLineStart(StringBuilder into)
    {
        for (var i = into.Length - 1; i >= 0; i--)
        {
            if (into[i] is '\n' or '\r')
                return true;
            if (!char.IsWhiteSpace(into[i]))
                return false;
        }

        return true;
    }
}
