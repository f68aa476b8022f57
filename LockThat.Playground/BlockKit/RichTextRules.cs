namespace LockThat.Playground.BlockKit;

/// <summary>rich_text and its parts.
/// <see href="https://docs.slack.dev/reference/block-kit/blocks/rich-text-block"/></summary>
internal static class RichTextRules
{
    public static void Block(Inspection at)
    {
        if (at.IsObject())
            at.Needs("elements", Values.List(1, 3000, Part));
    }

    private static void Part(Inspection at)
    {
        if (!at.IsObject())
            return;
        switch (at.Type)
        {
            case "rich_text_section":
                at.KnowsOnly("type", "elements");
                at.Needs("elements", Values.List(0, 3000, Inline));
                break;
            case "rich_text_list":
                at.KnowsOnly("type", "elements", "style", "indent", "border", "offset");
                at.Needs("style", Values.OneOf("bullet", "ordered"));
                at.Has("indent", Values.Whole(0, 8));
                at.Has("border", Values.Whole(0, 1));
                at.Has("offset", Values.Whole(0, 10000));
                at.Needs("elements", Values.List(1, 3000, Part));
                break;
            case "rich_text_preformatted" or "rich_text_quote":
                at.KnowsOnly("type", "elements", "border");
                at.Has("border", Values.Whole(0, 1));
                at.Needs("elements", Values.List(1, 3000, Inline));
                break;
            default:
                Unsupported(at);
                break;
        }
    }

    private static void Inline(Inspection at)
    {
        if (!at.IsObject())
            return;
        (string Needed, string[] More)? members = at.Type switch
        {
            "text" => ("text", []),
            "link" => ("url", ["text", "unsafe"]),
            "user" => ("user_id", []),
            "channel" => ("channel_id", []),
            "usergroup" => ("usergroup_id", []),
            "team" => ("team_id", []),
            "emoji" => ("name", ["unicode", "skin_tone"]),
            "broadcast" => ("range", []),
            "date" => ("timestamp", ["format", "url", "fallback"]),
            "color" => ("value", []),
            _ => null,
        };
        if (members is not var (needed, more))
        {
            Unsupported(at);
            return;
        }

        at.KnowsOnly([needed, .. more, "type", "style"]);
        at.Needs(
            needed,
            at.Type switch
            {
                "date" => Values.Whole(0, 253_402_300_799),
                "broadcast" => Values.OneOf("here", "channel", "everyone"),
                _ => Values.String(3000),
            }
        );
        if (at.Type == "date")
            at.Needs("format", Values.String(255));
        at.Has("style", Style);
    }

    private static void Style(Inspection at)
    {
        if (!at.IsObject())
            return;
        string[] marks = ["bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink"];
        at.KnowsOnly(marks);
        foreach (var mark in marks)
            at.Has(mark, Values.Flag);
    }

    private static void Unsupported(Inspection at)
    {
        if (!at.Has("type", type => type.Object($"unsupported type: {at.Type}")))
            at.Object("missing required field: type");
    }
}
