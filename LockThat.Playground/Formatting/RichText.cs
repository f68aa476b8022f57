using System.Text.Json;
using LockThat.Playground.Wire;

namespace LockThat.Playground.Formatting;

/// <summary>A rich_text block → what it looks like. It has no notation, so nothing in it can be mistaken for a
/// mark.</summary>
public static class RichText
{
    public static IReadOnlyList<TextBlock> Read(JsonElement block) => [.. block.List("elements").Select(Part)];

    private static TextBlock Part(JsonElement part) =>
        part.TypeOf() switch
        {
            "rich_text_list" => new TextBlock.Listing(
                part.Str("style") == "ordered",
                (int)(part.Number("indent") ?? 0),
                [.. part.List("elements").Select(Content)]
            ),
            "rich_text_preformatted" => new TextBlock.Preformatted(Content(part)),
            "rich_text_quote" => new TextBlock.Quote(Content(part)),
            _ => new TextBlock.Paragraph(Content(part)),
        };

    private static IReadOnlyList<Inline> Content(JsonElement part) => [.. part.List("elements").SelectMany(Runs)];

    private static IEnumerable<Inline> Runs(JsonElement element)
    {
        IReadOnlyList<Inline> runs = element.TypeOf() switch
        {
            "text" => InlineReader.Read(element.Str("text") ?? "", Notations.None),
            "link" when element.Str("url") is { } url && Links.IsSafe(url) =>
            [
                new Inline.Link(url, [new Inline.Plain(element.Str("text") ?? url)]),
            ],
            "link" => [new Inline.Plain(element.Str("text") ?? element.Str("url") ?? "")],
            "user" => [new Inline.User(element.Str("user_id") ?? "")],
            "channel" => [new Inline.Channel(element.Str("channel_id") ?? "", "")],
            "broadcast" => [new Inline.Broadcast('@' + element.Str("range"))],
            "usergroup" => [new Inline.Broadcast("@group")],
            "emoji" => [Emoji(element.Str("name") ?? "")],
            "date" =>
            [
                new Inline.Date(
                    new DateToken(
                        DateTimeOffset.FromUnixTimeSeconds(element.Number("timestamp") ?? 0),
                        element.Str("format") ?? "{date_short} {time}",
                        element.Str("url"),
                        element.Str("fallback") ?? ""
                    )
                ),
            ],
            _ => [],
        };
        return element.Get("style") is { } style ? Styled(style, runs) : runs;
    }

    private static Inline Emoji(string name) =>
        EmojiTable.Glyph(name) is { } glyph ? new Inline.Emoji(name, glyph) : new Inline.Plain($":{name}:");

    private static IReadOnlyList<Inline> Styled(JsonElement style, IReadOnlyList<Inline> runs)
    {
        (string Name, TextStyle Style)[] known =
        [
            ("code", TextStyle.Code),
            ("underline", TextStyle.Underline),
            ("strike", TextStyle.Strike),
            ("italic", TextStyle.Italic),
            ("bold", TextStyle.Bold),
        ];
        foreach (var (name, mark) in known)
        {
            if (style.Flag(name))
                runs = [new Inline.Styled(mark, runs)];
        }

        return runs;
    }
}
