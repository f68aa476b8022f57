using System.Text.Json;
using LockThat.Playground.Wire;

namespace LockThat.Playground.BlockKit;

/// <summary>An interactive element where it stands. Near is what a reader sees beside it: its own block's text, or that
/// above a row of buttons.</summary>
internal sealed record PlacedElement(JsonElement Block, JsonElement Element, string Near)
{
    public ElementKey Key => new(Block.Str("block_id") ?? "", Element.Str("action_id") ?? "");

    public string Type => Element.TypeOf();

    public bool IsInput => Block.TypeOf() == "input";

    public bool IsOptional => Block.Flag("optional");

    /// <summary>In an input block an element tells the app of its changes only when it was asked to.</summary>
    public bool Dispatches => !IsInput || Block.Flag("dispatch_action");

    public IEnumerable<JsonElement> Options =>
        Element.List("options").Concat(Element.List("option_groups").SelectMany(group => group.List("options")));

    /// <summary>The words by which a person would name it.</summary>
    public IEnumerable<string> Labels =>
        new[]
        {
            TextOf(Element.Get("text")),
            Element.Str("accessibility_label"),
            TextOf(Block.Get("label")),
            TextOf(Element.Get("placeholder")),
            IsInput || Type == "button" ? null : Near,
        }
            .OfType<string>()
            .Where(label => label.Length > 0);

    public static string? TextOf(JsonElement? text) => text?.Str("text");
}

internal static class Elements
{
    public static IEnumerable<PlacedElement> In(JsonElement? blocks)
    {
        var above = "";
        foreach (var block in blocks is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default)
        {
            var near = WordsOf(block) is { Length: > 0 } words ? words : above;
            foreach (var element in ElementsOf(block))
                yield return new(block, element, near);
            above = near;
        }
    }

    public static PlacedElement? Find(JsonElement? blocks, ElementKey key) =>
        In(blocks).FirstOrDefault(placed => placed.Key == key);

    private static IEnumerable<JsonElement> ElementsOf(JsonElement block) =>
        block.TypeOf() switch
        {
            "section" when block.Get("accessory") is { } accessory && accessory.TypeOf() != "image" => [accessory],
            "input" when block.Get("element") is { } element => [element],
            "actions" => block.List("elements"),
            _ => [],
        };

    private static string WordsOf(JsonElement block) =>
        string.Join(
            ' ',
            new[] { block.Get("text"), block.Get("label") }
                .Concat(block.List("fields").Select(field => (JsonElement?)field))
                .Select(PlacedElement.TextOf)
                .OfType<string>()
        );
}
