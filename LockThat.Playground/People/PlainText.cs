using System.Diagnostics;
using System.Text.Json;
using LockThat.Playground.Formatting;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.People;

/// <summary>Formatted text as its reader reads it, without its marks: dates in their zone, mentions as @name.</summary>
internal sealed class PlainText(Reader reader, DateTimeOffset now)
{
    public string OfMrkdwn(string text) => Of(Mrkdwn.Read(text));

    public string OfRichText(JsonElement block) => Of(RichText.Read(block));

    /// <summary>A text object of either type.</summary>
    public string OfText(JsonElement? text) =>
        text is { } words
            ? words.TypeOf() == "mrkdwn"
                ? OfMrkdwn(words.Str("text") ?? "")
                : Of(Mrkdwn.Plain(words.Str("text") ?? ""))
            : "";

    private string Of(IEnumerable<TextBlock> blocks) =>
        string.Join(
            '\n',
            blocks.Select(block =>
                block switch
                {
                    TextBlock.Paragraph(var content) => Of(content),
                    TextBlock.Quote(var content) => "> " + Of(content),
                    TextBlock.Preformatted(var content) => Of(content),
                    TextBlock.Listing(_, _, var items) => string.Join('\n', items.Select(item => "• " + Of(item))),
                    _ => throw new UnreachableException(),
                }
            )
        );

    private string Of(IEnumerable<Inline> runs) =>
        string.Concat(
            runs.Select(run =>
                run switch
                {
                    Inline.Plain(var text) => text.Replace("\u200B", "", StringComparison.Ordinal),
                    Inline.Break => "\n",
                    Inline.Styled(_, var children) => Of(children),
                    Inline.Link(_, var label) => Of(label),
                    Inline.User(var id) => "@" + (Team.Member(id)?.RealName ?? id),
                    Inline.Channel(var id, var label) => "#" + (Team.Channel(id)?.Name ?? label),
                    Inline.Broadcast(var label) => label,
                    Inline.Emoji(_, var glyph) => glyph,
                    Inline.Date(var token) => reader.Words(token.At, token.Format, now),
                    _ => throw new UnreachableException(),
                }
            )
        );
}
