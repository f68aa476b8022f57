using System.Text.Json;
using LockThat.Playground.Wire;

namespace LockThat.Playground.BlockKit;

/// <summary>Blocks: those that the app may use. The others are refused as unsupported.
/// <see href="https://docs.slack.dev/reference/block-kit/blocks"/></summary>
internal static class BlockRules
{
    /// <summary>All blocks of a message or view, ids included.</summary>
    public static Action<Inspection> Blocks(int most) =>
        at =>
        {
            Values.List(0, most, Block)(at);
            if (at.Value.ValueKind == JsonValueKind.Array)
                UniqueIds(at);
        };

    private static void Block(Inspection at)
    {
        if (!at.IsObject())
            return;
        string[]? members = at.Type switch
        {
            "section" => ["text", "fields", "accessory", "expand"],
            "actions" or "context" => ["elements"],
            "divider" => [],
            "header" => ["text"],
            "image" => ["image_url", "slack_file", "alt_text", "title"],
            "input" => ["label", "element", "hint", "optional", "dispatch_action"],
            "rich_text" => ["elements"],
            _ => null,
        };
        if (members is null)
        {
            if (!at.Has("type", type => type.Object($"unsupported type: {at.Type}")))
                at.Object("missing required field: type");
            return;
        }

        at.KnowsOnly([.. members, "type", "block_id"]);
        at.Has("block_id", Values.String(255));
        Content(at);
    }

    private static void Content(Inspection at)
    {
        switch (at.Type)
        {
            case "section":
                Section(at);
                break;
            case "actions":
                at.Needs("elements", Values.List(1, 25, ElementRules.In("actions")));
                break;
            case "context":
                at.Needs("elements", Values.List(1, 10, ElementRules.InContext));
                break;
            case "header":
                at.Needs("text", ObjectRules.PlainText(150));
                break;
            case "image":
                at.Needs("alt_text", Values.String(2000));
                at.NeedsEither("image_url", "slack_file", Values.Url, ObjectRules.SlackFile);
                at.Has("title", ObjectRules.PlainText(2000));
                break;
            case "input":
                Input(at);
                break;
            case "rich_text":
                RichTextRules.Block(at);
                break;
        }
    }

    private static void Section(Inspection at)
    {
        var hasText = at.Has("text", ObjectRules.AnyText());
        var hasFields = at.Has("fields", Values.List(1, 10, ObjectRules.AnyText(2000)));
        if (!hasText && !hasFields)
            at.Object("must provide either `text` or `fields`");
        at.Has("accessory", ElementRules.In("section"));
        at.Has("expand", Values.Flag);
    }

    private static void Input(Inspection at)
    {
        at.Needs("label", ObjectRules.PlainText(2000));
        at.Needs("element", ElementRules.In("input"));
        at.Has("hint", ObjectRules.PlainText(2000));
        at.Has("optional", Values.Flag);
        at.Has("dispatch_action", Values.Flag);
        if (at.Value.Flag("dispatch_action") && at.Value.Get("element")?.TypeOf() == "file_input")
            at.Object("`dispatch_action` cannot be used with `file_input`");
    }

    private static void UniqueIds(Inspection at)
    {
        HashSet<string> blockIds = [];
        var index = 0;
        foreach (var block in at.Value.EnumerateArray())
        {
            var here = at.At(block, index++);
            if (block.Str("block_id") is { } blockId && !blockIds.Add(blockId))
                here.At(block, "block_id").Object($"`block_id` \"{blockId}\" already exists");
            HashSet<string> actionIds = [];
            foreach (
                var actionId in block
                    .List("elements")
                    .Select(element => element.Str("action_id"))
                    .OfType<string>()
                    .Where(id => !actionIds.Add(id))
            )
                here.At(block, "elements")
                    .Object($"`action_id` \"{actionId}\" already exists for block_id \"{block.Str("block_id")}\"");
        }
    }
}
