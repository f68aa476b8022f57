using System.Text.Json;
using LockThat.Playground.BlockKit;
using LockThat.Playground.Wire;

namespace LockThat.Playground.People;

/// <summary>Blocks as lines of plain text: buttons in brackets, fields as "label: value", errors behind an exclamation
/// mark.</summary>
internal sealed class BlockText(PlainText plain)
{
    private static readonly Dictionary<string, string> NoErrors = [];

    public string Plain(string mrkdwn) => plain.OfMrkdwn(mrkdwn);

    public IEnumerable<string> Lines(
        JsonElement blocks,
        IReadOnlyDictionary<ElementKey, JsonElement> state,
        IReadOnlyDictionary<string, string>? errors = null
    )
    {
        foreach (var block in blocks.EnumerateArray())
        {
            var line = Line(block, state);
            if (line.Length > 0)
                yield return line;
            if ((errors ?? NoErrors).TryGetValue(block.Str("block_id") ?? "", out var error))
                yield return $"! {error}";
        }
    }

    private string Line(JsonElement block, IReadOnlyDictionary<ElementKey, JsonElement> state) =>
        block.TypeOf() switch
        {
            "section" => Joined([
                Text(block.Get("text")),
                .. block.List("fields").Select(field => Text(field)),
                .. Accessory(block, state),
            ]),
            "header" => $"## {Text(block.Get("text"))}",
            "context" => Joined(
                block
                    .List("elements")
                    .Select(element => element.TypeOf() == "image" ? element.Str("alt_text") ?? "" : Text(element))
            ),
            "divider" => "---",
            "actions" => Joined(block.List("elements").Select(element => Element(block, element, state))),
            "input" => block.Get("element") is { } element
                ? $"{Text(block.Get("label"))}: {Element(block, element, state)}"
                : "",
            "image" => $"[image: {block.Str("alt_text")}]",
            "rich_text" => plain.OfRichText(block),
            _ => "",
        };

    private IEnumerable<string> Accessory(JsonElement block, IReadOnlyDictionary<ElementKey, JsonElement> state) =>
        block.Get("accessory") is { } accessory ? [Element(block, accessory, state)] : [];

    private string Element(JsonElement block, JsonElement element, IReadOnlyDictionary<ElementKey, JsonElement> state)
    {
        var options = string.Join(" | ", element.List("options").Select(option => Text(option.Get("text"))));
        return element.TypeOf() switch
        {
            "button" => $"[{Text(element.Get("text"))}]",
            "overflow" => $"[... {options}]",
            "image" => $"[image: {element.Str("alt_text")}]",
            "checkboxes" or "radio_buttons" => $"{Value(block, element, state)} ({options})",
            _ => Value(block, element, state) is { Length: > 0 } value
                ? value
                : $"({Text(element.Get("placeholder"))})",
        };
    }

    private string Value(JsonElement block, JsonElement element, IReadOnlyDictionary<ElementKey, JsonElement> state)
    {
        if (
            FormState.ValueName(element.TypeOf()) is not { } name
            || !state.TryGetValue(new(block.Str("block_id") ?? "", element.Str("action_id") ?? ""), out var entry)
            || entry.Get(name) is not { } value
        )
            return "";
        return value.ValueKind switch
        {
            JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(One)),
            _ => One(value),
        };
    }

    private string One(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => Text(value.Get("text")),
            JsonValueKind.String => value.GetString() ?? "",
            _ => value.GetRawText(),
        };

    private string Text(JsonElement? text) => plain.OfText(text);

    private static string Joined(IEnumerable<string> parts) => string.Join(' ', parts.Where(part => part.Length > 0));
}
