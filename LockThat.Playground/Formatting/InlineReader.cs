using System.Text;

namespace LockThat.Playground.Formatting;

/// <summary>Slack's notations that are read in a text.</summary>
[Flags]
public enum Notations
{
    None = 0,
    Emoji = 1,
    Tokens = 2,
    Marks = 4,
    BareLinks = 8,
    Mrkdwn = Emoji | Tokens | Marks | BareLinks,
}

/// <summary>Text → runs, by Slack's rules: a mark counts only where a word begins or ends, and never across
/// lines.</summary>
public sealed class InlineReader(string text, Notations notations)
{
    public static IReadOnlyList<Inline> Read(string text, Notations notations) =>
        new InlineReader(text, notations).Range(0, text.Length);

    private List<Inline> Range(int start, int end)
    {
        List<Inline> runs = [];
        var plain = new StringBuilder();
        var at = start;
        while (at < end)
        {
            if (Next(at, end) is not var (run, length))
            {
                plain.Append(text[at++]);
                continue;
            }

            Flush(plain, runs);
            runs.Add(run);
            at += length;
        }

        Flush(plain, runs);
        return runs;
    }

    private void Flush(StringBuilder plain, List<Inline> runs)
    {
        if (plain.Length == 0)
            return;
        runs.Add(
            new Inline.Plain(notations.HasFlag(Notations.Tokens) ? Entities.Decode(plain.ToString()) : plain.ToString())
        );
        plain.Clear();
    }

    private (Inline Run, int Length)? Next(int at, int end) =>
        text[at] switch
        {
            '\n' => (new Inline.Break(), 1),
            '<' when notations.HasFlag(Notations.Tokens) => Token(at, end),
            '`' when notations.HasFlag(Notations.Marks) => Code(at, end),
            '*' when notations.HasFlag(Notations.Marks) => Styled(at, end, TextStyle.Bold),
            '_' when notations.HasFlag(Notations.Marks) => Styled(at, end, TextStyle.Italic),
            '~' when notations.HasFlag(Notations.Marks) => Styled(at, end, TextStyle.Strike),
            ':' when notations.HasFlag(Notations.Emoji) => Emoji(at, end),
            var letter when notations.HasFlag(Notations.BareLinks) && char.IsAsciiLetterOrDigit(letter) => Link(
                at,
                end
            ),
            _ => null,
        };

    private (Inline Run, int Length)? Link(int at, int end) =>
        Links.At(text, at) is var (link, length) && at + length <= end ? (link, length) : null;

    private (Inline Run, int Length)? Token(int at, int end)
    {
        var close = text.IndexOf('>', at, end - at);
        return close > 0 && AngleToken.Read(text[(at + 1)..close]) is { } run ? (run, close - at + 1) : null;
    }

    private (Inline Run, int Length)? Emoji(int at, int end)
    {
        var close = at + 1;
        while (close < end && (char.IsAsciiLetterOrDigit(text[close]) || text[close] is '_' or '+' or '-'))
            close++;
        if (close >= end || text[close] != ':')
            return null;
        var name = text[(at + 1)..close];
        return EmojiTable.Glyph(name) is { } glyph ? (new Inline.Emoji(name, glyph), close - at + 1) : null;
    }

    // Nothing but tokens is read inside code: Slack resolves them before it looks at marks.
    private (Inline Run, int Length)? Code(int at, int end)
    {
        if (!Opens(at, end, spacesInside: true) || Closing(at, end, spacesInside: true) is not { } close)
            return null;
        var inside = Read(text[(at + 1)..close], notations & Notations.Tokens);
        return (new Inline.Styled(TextStyle.Code, inside), close - at + 1);
    }

    private (Inline Run, int Length)? Styled(int at, int end, TextStyle style) =>
        Opens(at, end, spacesInside: false) && Closing(at, end, spacesInside: false) is { } close
            ? (new Inline.Styled(style, Range(at + 1, close)), close - at + 1)
            : null;

    private bool Opens(int at, int end, bool spacesInside) =>
        at + 1 < end
        && (at == 0 || IsWordBoundary(text[at - 1], text[at]))
        && text[at + 1] != text[at]
        && MayTouch(text[at + 1], spacesInside);

    private int? Closing(int open, int end, bool spacesInside)
    {
        for (var at = open + 1; at < end && text[at] != '\n'; at++)
        {
            if (
                text[at] == text[open]
                && at > open + 1
                && MayTouch(text[at - 1], spacesInside)
                && (at + 1 >= text.Length || IsWordBoundary(text[at + 1], text[at]))
            )
                return at;
            at = Skip(at, end, text[open]);
        }

        return null;
    }

    // A mark inside a link's address or inside code closes nothing.
    private int Skip(int at, int end, char mark) =>
        text[at] switch
        {
            '<' when Token(at, end) is var (_, length) => at + length - 1,
            '`' when mark != '`' && Code(at, end) is var (_, length) => at + length - 1,
            _ => at,
        };

    private static bool MayTouch(char inside, bool spaces) =>
        inside != '\u200B' && (spaces || !char.IsWhiteSpace(inside));

    private static bool IsWordBoundary(char outside, char mark) =>
        outside != mark
        && (
            char.IsWhiteSpace(outside)
            || char.IsAsciiLetterOrDigit(outside) is false
                && (outside < 128 || outside is '\u200B' or '…' or '•' or '–' or '—' or '‘' or '’' or '“' or '”' or '·')
        );
}
