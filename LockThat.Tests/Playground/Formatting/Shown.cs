using LockThat.Playground.Formatting;

namespace LockThat.Tests.Playground.Formatting;

/// <summary>Formatted text written out as HTML-like marks, so that a test reads what a person would see.</summary>
internal static class Shown
{
    public static string Of(string mrkdwn, bool verbatim = false) => Of(Mrkdwn.Read(mrkdwn, verbatim));

    public static string Of(IEnumerable<TextBlock> blocks) => string.Join('¶', blocks.Select(Block));

    public static string Of(IEnumerable<Inline> runs) => string.Concat(runs.Select(Run));

    private static string Block(TextBlock block) =>
        block switch
        {
            TextBlock.Paragraph(var content) => Of(content),
            TextBlock.Quote(var content) => $"<quote>{Of(content)}</quote>",
            TextBlock.Preformatted(var content) => $"<pre>{Of(content)}</pre>",
            TextBlock.Listing(var ordered, _, var items) =>
                $"<{(ordered ? "ol" : "ul")}>{string.Concat(items.Select(item => $"<li>{Of(item)}</li>"))}",
            _ => throw new InvalidOperationException(block.GetType().Name),
        };

    private static string Run(Inline run) =>
        run switch
        {
            Inline.Plain(var text) => text,
            Inline.Break => "⏎",
            Inline.Styled(var style, var children) => $"<{style.ToString().ToLowerInvariant()}>{Of(children)}</>",
            Inline.Link(var url, var label) => $"<a {url}>{Of(label)}</>",
            Inline.User(var id) => $"<user {id}>",
            Inline.Channel(var id, var label) => $"<channel {id} {label}>",
            Inline.Broadcast(var label) => $"<broadcast {label}>",
            Inline.Emoji(_, var glyph) => glyph,
            Inline.Date(var token) =>
                $"<date {token.At.ToUnixTimeSeconds()} {token.Format} {token.Url}|{token.Fallback}>",
            _ => throw new InvalidOperationException(run.GetType().Name),
        };
}
