using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LockThat.Playground.Wire;

namespace LockThat.Playground.BlockKit;

/// <summary>The values of the stateful elements of a message or view, entry by entry as in
/// <c>state.values</c>.</summary>
internal static class FormState
{
    public static ImmutableDictionary<ElementKey, JsonElement> Initial(JsonElement? blocks) =>
        Carry(ImmutableDictionary<ElementKey, JsonElement>.Empty, blocks);

    /// <summary>After an update, input survives where block_id and action_id stayed; everything else starts
    /// anew.</summary>
    public static ImmutableDictionary<ElementKey, JsonElement> Carry(
        ImmutableDictionary<ElementKey, JsonElement> old,
        JsonElement? blocks
    )
    {
        var state = ImmutableDictionary.CreateBuilder<ElementKey, JsonElement>();
        foreach (var placed in Elements.In(blocks))
        {
            if (ValueName(placed.Type) is not { } name)
                continue;
            var survives =
                old.TryGetValue(placed.Key, out var entry)
                && entry.TypeOf() == placed.Type
                && StillOffered(placed, entry);
            state[placed.Key] = survives ? entry : InitialEntry(placed, name);
        }

        return state.ToImmutable();
    }

    /// <summary>The entry after a person entered or chose these values; null for an element without state.</summary>
    public static JsonElement? Entry(
        PlacedElement placed,
        IReadOnlyList<string> values,
        IEnumerable<JsonElement> suggested
    )
    {
        if (ValueName(placed.Type) is not { } name)
            return null;
        var options = placed.Options.Concat(suggested).ToList();
        JsonNode? Option(string value) =>
            options.Find(option => option.Str("value") == value) is { ValueKind: JsonValueKind.Object } option
                ? option.ToNode()
                : null;

        return new JsonObject
        {
            ["type"] = placed.Type,
            [name] = name switch
            {
                "selected_options" => new JsonArray([.. values.Select(Option)]),
                "selected_option" => values is [var one, ..] ? Option(one) : null,
                "selected_date_time" => values is [var seconds, ..]
                    ? long.Parse(seconds, CultureInfo.InvariantCulture)
                    : null,
                _ when IsList(name) => new JsonArray([.. values.Select(value => JsonValue.Create(value))]),
                _ => values is [{ Length: > 0 } text, ..] ? JsonValue.Create(text) : null,
            },
        }.ToElement();
    }

    public static JsonObject Values(ImmutableDictionary<ElementKey, JsonElement> state)
    {
        var values = new JsonObject();
        foreach (
            var group in state.GroupBy(entry => entry.Key.BlockId).OrderBy(group => group.Key, StringComparer.Ordinal)
        )
            values[group.Key] = new JsonObject(
                group.Select(entry => KeyValuePair.Create(entry.Key.ActionId, entry.Value.ToNode()))
            );
        return values;
    }

    /// <summary>The member of the entry that carries the value; null for elements that keep none, such as
    /// buttons.</summary>
    public static string? ValueName(string type) =>
        type switch
        {
            "static_select" or "external_select" or "radio_buttons" => "selected_option",
            "multi_static_select" or "multi_external_select" or "checkboxes" => "selected_options",
            "users_select" => "selected_user",
            "multi_users_select" => "selected_users",
            "conversations_select" => "selected_conversation",
            "multi_conversations_select" => "selected_conversations",
            "channels_select" => "selected_channel",
            "multi_channels_select" => "selected_channels",
            "datepicker" => "selected_date",
            "timepicker" => "selected_time",
            "datetimepicker" => "selected_date_time",
            "plain_text_input" or "email_text_input" or "url_text_input" or "number_input" => "value",
            "rich_text_input" => "rich_text_value",
            "file_input" => "files",
            _ => null,
        };

    private static JsonElement InitialEntry(PlacedElement placed, string name)
    {
        var initial = placed.Element.Get(
            name == "value" || name == "rich_text_value"
                ? "initial_value"
                : name.Replace("selected_", "initial_", StringComparison.Ordinal)
        );
        return new JsonObject
        {
            ["type"] = placed.Type,
            [name] = initial?.ToNode() ?? (IsList(name) ? new JsonArray() : null),
        }.ToElement();
    }

    private static bool IsList(string name) => name.EndsWith('s');

    private static bool StillOffered(PlacedElement placed, JsonElement entry)
    {
        if (placed.Type is "external_select" or "multi_external_select")
            return true;
        var chosen = entry.Get("selected_option") is { } one ? [one] : entry.List("selected_options");
        return chosen.All(choice => placed.Options.Any(option => option.Str("value") == choice.Str("value")));
    }
}
