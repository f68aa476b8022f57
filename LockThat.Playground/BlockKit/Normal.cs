using System.Text.Json;
using System.Text.Json.Nodes;
using LockThat.Playground.Wire;

namespace LockThat.Playground.BlockKit;

/// <summary>Block Kit as Slack gives it back: ids generated where the app named none, defaults of texts filled
/// in.</summary>
internal static class Normal
{
    public static JsonElement Blocks(JsonElement blocks, Ids ids) => BlocksNode(blocks, ids).ToElement();

    /// <summary>The members of a view that the app chose, all of them present.</summary>
    public static JsonElement View(JsonElement view, Ids ids)
    {
        var isModal = view.TypeOf() == "modal";
        var normal = new JsonObject
        {
            ["type"] = view.TypeOf(),
            ["blocks"] = view.Get("blocks") is { } blocks ? BlocksNode(blocks, ids) : new JsonArray(),
            ["private_metadata"] = view.Str("private_metadata") ?? "",
            ["callback_id"] = view.Str("callback_id") ?? "",
            ["external_id"] = view.Str("external_id") ?? "",
            ["title"] = Text(view.Get("title")),
            ["submit"] = Text(view.Get("submit")),
            ["close"] = Text(view.Get("close")),
            ["clear_on_close"] = isModal && view.Flag("clear_on_close"),
            ["notify_on_close"] = isModal && view.Flag("notify_on_close"),
        };
        return normal.ToElement();
    }

    private static JsonNode? Text(JsonElement? text)
    {
        var node = text?.ToNode();
        FillTexts(node);
        return node;
    }

    private static JsonArray BlocksNode(JsonElement blocks, Ids ids)
    {
        var list = blocks.ToNode()?.AsArray() ?? [];
        foreach (var block in list.OfType<JsonObject>())
        {
            Generate(block, "block_id", ids);
            foreach (var element in Interactive(block))
                Generate(element, "action_id", ids);
        }

        FillTexts(list);
        return list;
    }

    private static IEnumerable<JsonObject> Interactive(JsonObject block) =>
        (
            (string?)block["type"] switch
            {
                "section" => [block["accessory"]],
                "input" => [block["element"]],
                "actions" => block["elements"]?.AsArray() ?? [],
                _ => Enumerable.Empty<JsonNode?>(),
            }
        )
            .OfType<JsonObject>()
            .Where(element => (string?)element["type"] != "image");

    private static void Generate(JsonObject owner, string name, Ids ids)
    {
        if (owner[name] is null)
            owner[name] = ids.Next("", 5);
    }

    private static void FillTexts(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                FillTexts(item);
        }
        else if (node is JsonObject members)
        {
            foreach (var (_, value) in members.ToList())
                FillTexts(value);
            if (
                members["type"] is JsonValue type
                && type.TryGetValue<string>(out var name)
                && name is "plain_text" or "mrkdwn"
            )
                members.TryAdd(name == "mrkdwn" ? "verbatim" : "emoji", name == "plain_text");
        }
    }
}
