namespace LockThat.Playground.Formatting;

/// <summary>Slack's texts → what they look like.</summary>
public static class Mrkdwn
{
    private const string Fence = "```";

    public static IReadOnlyList<TextBlock> Read(string text, bool verbatim = false)
    {
        var notations = verbatim ? Notations.Mrkdwn & ~Notations.BareLinks : Notations.Mrkdwn;
        List<TextBlock> blocks = [];
        var rest = text.ReplaceLineEndings("\n");
        while (rest.Length > 0)
        {
            var (before, code, after) = Fenced(rest);
            blocks.AddRange(Lines(before, notations));
            if (code is not null)
                blocks.Add(new TextBlock.Preformatted(InlineReader.Read(code, Notations.Tokens)));
            rest = after;
        }

        return blocks;
    }

    /// <summary>plain_text: nothing but emoji is read.</summary>
    public static IReadOnlyList<Inline> Plain(string text, bool emoji = true) =>
        InlineReader.Read(text, emoji ? Notations.Emoji : Notations.None);

    private static (string Before, string? Code, string After) Fenced(string text)
    {
        var open = text.IndexOf(Fence, StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf(Fence, open + Fence.Length, StringComparison.Ordinal);
        if (close <= open + Fence.Length)
            return (text, null, "");
        var before = text[..open].TrimEnd(' ');
        var after = text[(close + Fence.Length)..].TrimStart(' ');
        return (
            before.EndsWith('\n') ? before[..^1] : before,
            text[(open + Fence.Length)..close].Trim('\n'),
            after.StartsWith('\n') ? after[1..] : after
        );
    }

    private static IEnumerable<TextBlock> Lines(string text, Notations notations)
    {
        List<string> group = [];
        var quoted = false;
        foreach (var (line, isQuote) in Quotes(text))
        {
            if (isQuote != quoted && group.Count > 0)
            {
                yield return Block(group, quoted, notations);
                group.Clear();
            }

            quoted = isQuote;
            group.Add(line);
        }

        if (text.Length > 0)
            yield return Block(group, quoted, notations);
    }

    // ">>>" quotes all that follows it.
    private static IEnumerable<(string Line, bool IsQuote)> Quotes(string text)
    {
        var toTheEnd = false;
        foreach (var line in text.Split('\n'))
        {
            var opened = After(line, ">>>", "&gt;&gt;&gt;");
            var quote = opened ?? After(line, ">", "&gt;");
            yield return toTheEnd ? (line, true) : (quote ?? line, quote is not null);
            toTheEnd |= opened is not null;
        }
    }

    private static string? After(string line, string mark, string escaped)
    {
        var rest =
            line.StartsWith(mark, StringComparison.Ordinal) ? line[mark.Length..]
            : line.StartsWith(escaped, StringComparison.Ordinal) ? line[escaped.Length..]
            : null;
        return rest?.TrimStart(' ');
    }

    private static TextBlock Block(List<string> lines, bool quoted, Notations notations)
    {
        var content = InlineReader.Read(string.Join('\n', lines), notations);
        return quoted ? new TextBlock.Quote(content) : new TextBlock.Paragraph(content);
    }
}
