using System.Collections.Immutable;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Settings;

/// <summary>The form for one line of the rules of a team. A value is a text: the value of the option that is chosen, or
/// the ids of people with spaces between.</summary>
public static class SettingsForm
{
    private const char Between = ' ';

    /// <summary>Draws the form.</summary>
    /// <param name="memory">The page that it lies on.</param>
    /// <param name="title">The title of the line.</param>
    /// <param name="fields">The fields, in their order.</param>
    public static ModalViewDefinition For(
        IWording words,
        SettingsMemory memory,
        string title,
        IReadOnlyList<SettingsField> fields
    ) =>
        new()
        {
            CallbackId = Ids.Callbacks.SettingsForm,
            PrivateMetadata = (
                memory with
                {
                    Shown = fields.ToImmutableSortedDictionary(
                        field => field.BlockId,
                        field => field.Value,
                        StringComparer.Ordinal
                    ),
                }
            ).ToString(),
            Title = title,
            Submit = words.SaveSubmit,
            Close = words.Cancel,
            Blocks = [.. fields.Select(field => Input(words, field))],
        };

    /// <summary>Reads the form back: the value of each field by its block.</summary>
    public static IReadOnlyDictionary<string, string> Read(ViewState state) =>
        state.BlockIds.ToDictionary(
            block => block,
            block =>
                state.Selected(block, Ids.Fields.Value) ?? string.Join(Between, state.Users(block, Ids.Fields.Value)),
            StringComparer.Ordinal
        );

    private static InputBlock Input(IWording words, SettingsField field) =>
        new()
        {
            BlockId = field.BlockId,
            Label = field.Label,
            Optional = field.Choices is null ? true : null,
            Element = field.Choices is { } choices
                ? Select(choices, field.Value)
                : new MultiUserSelectMenu
                {
                    ActionId = Ids.Fields.Value,
                    Placeholder = words.PeoplePlaceholder,
                    MaxSelectedItems = SettingsField.MostPeople,
                    InitialUsers =
                        field.Value.Length == 0
                            ? null
                            : field.Value.Split(Between, StringSplitOptions.RemoveEmptyEntries),
                },
        };

    private static StaticSelectMenu Select(IReadOnlyList<(string Value, string Label)> choices, string chosen)
    {
        var options = choices
            .Select(choice => new Option { Text = new PlainText(choice.Label), Value = choice.Value })
            .ToList();
        return new()
        {
            ActionId = Ids.Fields.Value,
            Options = options,
            InitialOption = options.Find(option => option.Value == chosen) ?? options[0],
        };
    }
}

/// <summary>A field of such a form.</summary>
/// <param name="BlockId">The id of its block.</param>
/// <param name="Label">Its label.</param>
/// <param name="Value">The value that holds now.</param>
/// <param name="Choices">The values to choose from; null where people are chosen.</param>
public sealed record SettingsField(
    string BlockId,
    string Label,
    string Value,
    IReadOnlyList<(string Value, string Label)>? Choices
)
{
    /// <summary>The most people that a field takes: so many fit into the memory of the form.</summary>
    public const int MostPeople = 50;
}
