using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Forms;

/// <summary>The form that shows the past, page by page, with filters. Each choice draws it again.</summary>
public static class HistoryModal
{
    /// <summary>Draws a page.</summary>
    /// <param name="memory">The page, and its filters.</param>
    /// <param name="events">The newest first.</param>
    /// <param name="older">The position before which older events stand; null when there are none.</param>
    /// <param name="kinds">The kinds to choose from, by their keys.</param>
    public static ModalViewDefinition For(
        IWording words,
        HistoryMemory memory,
        IReadOnlyList<Prose> events,
        long? older,
        IReadOnlyList<(string Key, string Label)> kinds
    ) =>
        new()
        {
            CallbackId = Ids.Callbacks.History,
            PrivateMetadata = (memory with { Older = older }).ToString(),
            Title = words.HistoryTitle,
            Close = words.Close,
            Blocks =
            [
                SectionBlock.Of(words.HistoryHeading(memory.Name)),
                Filters(words, memory, kinds),
                new DividerBlock(),
                .. events.Count == 0
                    ? (IEnumerable<Block>)
                        [
                            SectionBlock.Of(
                                memory.IsFiltered ? words.NothingFiltered : words.NothingHappened(memory.Name)
                            ),
                        ]
                    : events.Select(ContextBlock.Of),
                .. Pager(words, memory, older),
            ],
        };

    /// <summary>The page after a choice in the form; null when nothing was chosen that it knows.</summary>
    /// <param name="memory">The page shown.</param>
    /// <param name="action">The field or button.</param>
    /// <param name="state">The fields.</param>
    public static HistoryMemory? After(HistoryMemory memory, string action, ViewState state) =>
        action switch
        {
            Ids.Actions.Older when memory.Older is { } older => memory with
            {
                Pages = [.. memory.Pages.TakeLast(HistoryMemory.MostPages - 1), memory.Before ?? 0],
                Before = older,
            },
            Ids.Actions.Newer when memory.Pages is [.., var last] => memory with
            {
                Pages = memory.Pages.RemoveAt(memory.Pages.Length - 1),
                Before = last == 0 ? null : last,
            },
            Ids.Actions.HistoryPerson or Ids.Actions.HistoryKind => memory with
            {
                Person = state.User(FiltersOf(state), Ids.Actions.HistoryPerson),
                Kind = state.Selected(FiltersOf(state), Ids.Actions.HistoryKind),
                Pages = [],
                Before = null,
            },
            Ids.Actions.ClearHistory => memory with { Person = null, Kind = null, Pages = [], Before = null },
            _ => null,
        };

    private static string FiltersOf(ViewState state) =>
        state.BlockIds.FirstOrDefault(id => id.StartsWith(Ids.Fields.Filters, StringComparison.Ordinal)) ?? "";

    private static ActionsBlock Filters(
        IWording words,
        HistoryMemory memory,
        IReadOnlyList<(string Key, string Label)> kinds
    )
    {
        var options = kinds.Select(kind => new Option { Text = new PlainText(kind.Label), Value = kind.Key }).ToList();
        return new()
        {
            // A new id for each choice, or Slack would keep showing the one of before.
            BlockId = memory.IsFiltered ? Ids.Fields.Filters : $"{Ids.Fields.Filters}:",
            Elements =
            [
                new UserSelectMenu
                {
                    ActionId = Ids.Actions.HistoryPerson,
                    Placeholder = words.AnybodyPlaceholder,
                    InitialUser = memory.Person,
                },
                new StaticSelectMenu
                {
                    ActionId = Ids.Actions.HistoryKind,
                    Placeholder = words.AnythingPlaceholder,
                    Options = options,
                    InitialOption = options.Find(option => option.Value == memory.Kind),
                },
                .. memory.IsFiltered
                    ? [Plain(Ids.Actions.ClearHistory, words.ShowEverythingButton)]
                    : Array.Empty<IActionsElement>(),
            ],
        };
    }

    private static ActionsBlock[] Pager(IWording words, HistoryMemory memory, long? older)
    {
        Button[] buttons =
        [
            .. memory.Pages is [] ? Array.Empty<Button>() : [Plain(Ids.Actions.Newer, words.NewerButton)],
            .. older is null ? Array.Empty<Button>() : [Plain(Ids.Actions.Older, words.OlderButton)],
        ];
        return buttons is [] ? [] : [new ActionsBlock { Elements = buttons }];
    }

    private static Button Plain(string action, string label) => new() { ActionId = action, Text = label };
}

/// <summary>The memory of the form, in the view's private metadata.</summary>
/// <param name="Resource">The id of the resource; null for the whole workspace.</param>
/// <param name="Name">The name of the resource; null for the whole workspace.</param>
/// <param name="DrawnFor">The workspace for which it was drawn.</param>
public sealed record HistoryMemory(string? Resource, string? Name, DrawnFor? DrawnFor)
{
    /// <summary>How many pages back the way is known.</summary>
    public const int MostPages = 50;

    /// <summary>The position before which the page begins; null for the newest.</summary>
    public long? Before { get; init; }

    /// <summary>The position before which the next page begins; null on the last one.</summary>
    public long? Older { get; init; }

    /// <summary>The beginnings of the pages before; 0 for the newest.</summary>
    public ImmutableArray<long> Pages { get; init; } = [];

    /// <summary>The person whose acts are shown; null for all.</summary>
    public string? Person { get; init; }

    /// <summary>The key of the kind that is shown; null for all.</summary>
    public string? Kind { get; init; }

    /// <summary>Whether only a part is shown.</summary>
    internal bool IsFiltered => Person is not null || Kind is not null;

    /// <summary>Reads the text that <see cref="ToString"/> wrote; null when it is not of our making.</summary>
    public static HistoryMemory? Read(string privateMetadata)
    {
        try
        {
            return JsonSerializer.Deserialize(privateMetadata, HistoryMemoryJson.Default.HistoryMemory);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => JsonSerializer.Serialize(this, HistoryMemoryJson.Default.HistoryMemory);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(HistoryMemory))]
internal sealed partial class HistoryMemoryJson : JsonSerializerContext;
