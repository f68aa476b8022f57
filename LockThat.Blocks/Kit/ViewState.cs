using System.Text.Json;

namespace LockThat.Blocks.Kit;

/// <summary>The values of a view's or message's fields, as Slack sends them in <c>state.values</c>. A value that is
/// missing, null or of another kind counts as none, and is never an error: fields come and go while people
/// type.</summary>
public sealed class ViewState
{
    // Past this Slack's pickers send nothing, and DateTimeOffset would throw soon after.
    private const long LastSecond = 253_402_300_799;

    private readonly JsonElement _values;

    private ViewState(JsonElement values) => _values = values;

    /// <summary>No field at all.</summary>
    public static ViewState Empty { get; } = new(default);

    /// <summary>Keeps a copy of <c>state.values</c>, so that the request may be let go.</summary>
    /// <param name="values">The object of blocks; anything else counts as <see cref="Empty"/>.</param>
    public static ViewState From(JsonElement values) =>
        values.ValueKind == JsonValueKind.Object ? new(values.Clone()) : Empty;

    /// <summary>The ids of the blocks that have fields, in the order in which they stand.</summary>
    public IEnumerable<string> BlockIds =>
        _values.ValueKind == JsonValueKind.Object ? _values.EnumerateObject().Select(block => block.Name) : [];

    /// <summary>The typed text; null when nothing was typed.</summary>
    /// <param name="blockId">The block of the field.</param>
    /// <param name="actionId">The field.</param>
    public string? Text(string blockId, string actionId) => String(Field(blockId, actionId, "value"));

    /// <summary>The value of the option that is chosen; null when none is.</summary>
    /// <param name="blockId">The block of the field.</param>
    /// <param name="actionId">The field.</param>
    public string? Selected(string blockId, string actionId) =>
        String(Property(Field(blockId, actionId, "selected_option"), "value"));

    /// <summary>Slack's id of the person who is chosen; null when nobody is.</summary>
    /// <param name="blockId">The block of the field.</param>
    /// <param name="actionId">The field.</param>
    public string? User(string blockId, string actionId) => String(Field(blockId, actionId, "selected_user"));

    /// <summary>Slack's ids of the people who are chosen.</summary>
    /// <param name="blockId">The block of the field.</param>
    /// <param name="actionId">The field.</param>
    public IReadOnlyList<string> Users(string blockId, string actionId) =>
        Field(blockId, actionId, "selected_users") is { ValueKind: JsonValueKind.Array } users
            ? [.. users.EnumerateArray().Select(user => String(user)).OfType<string>()]
            : [];

    /// <summary>The moment that is chosen; null when none is.</summary>
    /// <param name="blockId">The block of the field.</param>
    /// <param name="actionId">The field.</param>
    public DateTimeOffset? DateTime(string blockId, string actionId) =>
        Field(blockId, actionId, "selected_date_time") is { ValueKind: JsonValueKind.Number } number
        && number.TryGetInt64(out var seconds)
        && seconds is >= 0 and <= LastSecond
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>The values of the boxes that are ticked.</summary>
    /// <param name="blockId">The block of the field.</param>
    /// <param name="actionId">The field.</param>
    public IReadOnlyList<string> Checked(string blockId, string actionId) =>
        Field(blockId, actionId, "selected_options") is { ValueKind: JsonValueKind.Array } options
            ? [.. options.EnumerateArray().Select(option => String(Property(option, "value"))).OfType<string>()]
            : [];

    private JsonElement? Field(string blockId, string actionId, string result) =>
        Property(Property(Property(_values, blockId), actionId), result);

    private static JsonElement? Property(JsonElement? of, string name) =>
        of is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var value) ? value : null;

    private static string? String(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
