using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Home;

/// <summary>The rows of a Home: the reader's own first, then those of others, then the free ones; as many on a page as
/// Slack takes.</summary>
internal static class HomeRows
{
    // The rest of the view fits beside them in Limits.ViewBytes.
    private const int MostRows = 40;
    private const int MostRowBytes = 150_000;
    private const int RowBytes = 1_500;
    private const int NamesPerRow = 6;

    // The reader's turn has two buttons more.
    private const int TurnBytes = 500;
    private const int NamesPerTurn = 4;

    private enum Group
    {
        Own,
        OfOthers,
        Free,
    }

    /// <summary>The resources page by page; one empty page when there are none.</summary>
    public static IReadOnlyList<IReadOnlyList<ResourceLine>> Pages(IReadOnlyList<ResourceLine> lines)
    {
        var pages = new List<List<ResourceLine>> { new() };
        var bytes = 0;
        foreach (var line in Grouped(lines))
        {
            var size = SizeOf(line);
            if (pages[^1].Count == MostRows || (pages[^1].Count > 0 && bytes + size > MostRowBytes))
            {
                pages.Add([]);
                bytes = 0;
            }

            pages[^1].Add(line);
            bytes += size;
        }

        return pages;
    }

    /// <summary>The rows of one page, under their headings.</summary>
    public static IEnumerable<Block> Draw(IWording words, IReadOnlyList<ResourceLine> page) =>
        page.GroupBy(GroupOf)
            .SelectMany(group =>
                (Block[])
                    [
                        new DividerBlock(),
                        SectionBlock.Of(Prose.Of($"*{new OwnWords(Heading(words, group))}*")),
                        .. group.SelectMany(line => Row(words, line)),
                    ]
            );

    private static IEnumerable<ResourceLine> Grouped(IReadOnlyList<ResourceLine> lines) =>
        [
            .. lines.Where(line => GroupOf(line) == Group.Own),
            .. lines.Where(line => GroupOf(line) == Group.OfOthers),
            .. lines.Where(line => GroupOf(line) == Group.Free),
        ];

    private static Group GroupOf(ResourceLine line) =>
        line.IsOwn || line.IsOwnTurn || line.Place is not null ? Group.Own
        : line.IsFree ? Group.Free
        : Group.OfOthers;

    private static string Heading(IWording words, IGrouping<Group, ResourceLine> rows) =>
        rows.Key switch
        {
            Group.Own when rows.Any(line => !line.IsOwn) => words.OwnAndAwaitedHeading,
            Group.Own => words.OwnHeading,
            Group.OfOthers => words.OthersHeading,
            Group.Free => words.FreeHeading,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static Block[] Row(IWording words, ResourceLine line) =>
        [
            new SectionBlock
            {
                BlockId = Ids.Blocks.HomeRow + ButtonValue.Of(line),
                Text = new Markdown(words.Row(line).Markdown),
                Accessory = Menu(words, line),
            },
            .. Buttons.Allowed(Buttons.OnHome(words, line)) is { Count: > 0 } buttons
                ? [new ActionsBlock { Elements = buttons }]
                : Array.Empty<Block>(),
        ];

    private static OverflowMenu Menu(IWording words, ResourceLine line) =>
        new()
        {
            ActionId = Ids.Actions.Menu,
            Options = line.IsOfAnother
                ?
                [
                    Option(words.DetailsTitle, Ids.MenuOptions.Details),
                    line.IsWatched
                        ? Option(words.UnwatchButton, Ids.MenuOptions.Unwatch)
                        : Option(words.WatchButton, Ids.MenuOptions.Watch),
                    .. line.Lease is null || !line.MayUse
                        ? Array.Empty<Option>()
                        : [Option(words.AskButton, Ids.MenuOptions.Ask)],
                    .. line.MayOverride
                        ? [Option(words.OverrideButton, Ids.MenuOptions.Override)]
                        : Array.Empty<Option>(),
                ]
                :
                [
                    Option(words.DetailsTitle, Ids.MenuOptions.Details),
                    .. line is { IsOwn: true, MayUse: true }
                        ? [Option(words.GiveOption, Ids.MenuOptions.Give)]
                        : Array.Empty<Option>(),
                    .. line.MayDelete ? [Option(words.DeleteOption, Ids.MenuOptions.Delete)] : Array.Empty<Option>(),
                ],
        };

    private static Option Option(string label, string value) => new() { Text = new PlainText(label), Value = value };

    // The length is computed rather than measured, so that a reader of a thousand rows need not wait. It is never less
    // than the real length.
    private static int SizeOf(ResourceLine line) =>
        RowBytes
        + (NamesPerRow * BytesOf(line.Name))
        + BytesOf(line.Lease?.Reason ?? "")
        + (line.IsOwnTurn ? TurnBytes + (NamesPerTurn * BytesOf(line.Name)) : 0);

    private static int BytesOf(string text)
    {
        var bytes = 0;
        foreach (var unit in text)
        {
            bytes += unit switch
            {
                '&' or '<' or '>' => 8,
                '*' or '_' or '~' or '`' => 7,
                '"' or '\\' => 2,
                < '\u0080' => 1,
                _ when char.IsSurrogate(unit) => 6,
                _ => 3,
            };
        }

        return bytes;
    }
}
