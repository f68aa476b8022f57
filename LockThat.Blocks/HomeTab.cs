using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>The app's Home: everything at a glance, page by page.</summary>
public static class HomeTab
{
    /// <summary>The most rows on a page.</summary>
    public const int MostRows = 40;

    /// <summary>The most bytes of JSON that the rows of a page take; the rest of the view fits beside them in
    /// <see cref="Limits.ViewBytes"/>.</summary>
    public const int MostRowBytes = 150_000;

    /// <summary>The longest filter, in UTF-16 units.</summary>
    public const int MostFilterUnits = 75;

    private const int RowBytes = 1_500;
    private const int NamesPerRow = 6;

    /// <summary>Draws the Home for one reader.</summary>
    /// <param name="lines">All resources of the workspace, sorted by name.</param>
    /// <param name="shown">Those of them that the filter finds, sorted by name; all of them without a filter.</param>
    /// <param name="page">The page wanted, from 0; the last one is drawn when there are fewer.</param>
    /// <param name="filter">What is typed in the filter box; empty for nothing.</param>
    /// <param name="said">What is to be said at the top, if anything.</param>
    public static HomeViewDefinition For(
        IReadOnlyList<ResourceLine> lines,
        IReadOnlyList<ResourceLine> shown,
        int page,
        string filter,
        Message? said = null
    )
    {
        if (lines.Count == 0)
            return new() { Blocks = [.. Say(said), .. Begin()] };

        var pages = Pages(Grouped(shown));
        var at = Math.Clamp(page, 0, pages.Count - 1);
        return new()
        {
            Blocks =
            [
                .. Say(said),
                new HeaderBlock { Text = Counts(lines) },
                new ActionsBlock { Elements = [LockAny(), CreateAny()] },
                .. lines.Count > 1 || filter.Length > 0 ? FilterBox(filter) : [],
                .. shown.Count == 0 ? [Modals.Text(Prose.Of($":mag: No name contains “{filter}”."))] : Rows(pages[at]),
                .. pages.Count > 1 ? Pager(at, pages.Count, shown.Count) : [],
            ],
        };
    }

    /// <summary>The page that is drawn when <paramref name="page"/> is asked for.</summary>
    public static int PageShown(IReadOnlyList<ResourceLine> shown, int page) =>
        Math.Clamp(page, 0, Pages(Grouped(shown)).Count - 1);

    private static Block[] Begin() =>
        [
            new HeaderBlock { Text = "Who is using the test site?" },
            Modals.Text(
                Prose.Of(
                    $":wave: Here you see what your team shares and who has it. There is nothing yet: add the first thing, a test site, a device, an account, a release train."
                )
            ),
            new ActionsBlock { Elements = [LockAny(), CreateAny()] },
            new ContextBlock
            {
                Elements =
                [
                    new Markdown(
                        Prose
                            .Of(
                                $"Or in any channel: {new CodeSpan("/lockthat lock test-site 2 h demo")}. LockThat is an honour system: it blocks nothing, it tells everybody who has what."
                            )
                            .Markdown
                    ),
                ],
            },
        ];

    private static IEnumerable<Block> Say(Message? said) =>
        said is null ? [] : [.. (said.Blocks ?? []).Where(block => block is not ActionsBlock), new DividerBlock()];

    private static PlainText Counts(IReadOnlyList<ResourceLine> lines)
    {
        var own = lines.Count(line => line.IsOwn);
        var free = lines.Count(line => line.Lease is null);
        return new PlainText($"{free} free · {own} yours · {lines.Count - own - free} held by others");
    }

    private static Button LockAny() =>
        new()
        {
            ActionId = Ids.Actions.Lock,
            Text = "Lock a resource",
            Style = ButtonStyle.Primary,
        };

    private static Button CreateAny() => new() { ActionId = Ids.Actions.Create, Text = "New resource" };

    private static Block[] FilterBox(string filter)
    {
        var box = new InputBlock
        {
            // A new id for each filter, or Slack would keep showing what was typed before.
            BlockId = $"{Ids.Actions.Filter}:{filter}",
            Label = "Filter",
            Optional = true,
            DispatchAction = true,
            Element = new PlainTextInput
            {
                ActionId = Ids.Actions.Filter,
                MaxLength = MostFilterUnits,
                InitialValue = filter.Length == 0 ? null : filter,
                Placeholder = "Part of a name, then Enter",
                DispatchActionConfig = new() { TriggerActionsOn = ["on_enter_pressed"] },
            },
        };
        return filter.Length == 0
            ? [box]
            :
            [
                box,
                new ActionsBlock { Elements = [new Button { ActionId = Ids.Actions.ClearFilter, Text = "Show all" }] },
            ];
    }

    private static IEnumerable<(string Heading, ResourceLine Line)> Grouped(IReadOnlyList<ResourceLine> lines) =>
        [
            .. lines.Where(line => line.IsOwn).Select(line => ("Yours", line)),
            .. lines.Where(line => line is { IsOwn: false, Lease: not null }).Select(line => ("Held by others", line)),
            .. lines.Where(line => line.Lease is null).Select(line => ("Free", line)),
        ];

    private static List<List<(string Heading, ResourceLine Line)>> Pages(
        IEnumerable<(string Heading, ResourceLine Line)> rows
    )
    {
        var pages = new List<List<(string, ResourceLine)>> { new() };
        var bytes = 0;
        foreach (var row in rows)
        {
            var size = SizeOf(row.Line);
            if (pages[^1].Count == MostRows || (pages[^1].Count > 0 && bytes + size > MostRowBytes))
            {
                pages.Add([]);
                bytes = 0;
            }

            pages[^1].Add(row);
            bytes += size;
        }

        return pages;
    }

    // Reckoned rather than written out: a reader of a thousand rows should not wait for that. Never less than what is
    // written.
    private static int SizeOf(ResourceLine line) =>
        RowBytes + (NamesPerRow * BytesOf(line.Name)) + BytesOf(line.Lease?.Reason ?? "");

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

    private static IEnumerable<Block> Rows(IReadOnlyList<(string Heading, ResourceLine Line)> rows) =>
        rows.GroupBy(row => row.Heading)
            .SelectMany(group =>
                (Block[])
                    [
                        new DividerBlock(),
                        Modals.Text(Prose.Of($"*{new OwnWords(group.Key)}*")),
                        .. group.SelectMany(row => Row(row.Line)),
                    ]
            );

    private static Block[] Row(ResourceLine line) =>
        [
            new SectionBlock
            {
                BlockId = Ids.Blocks.HomeRow + ButtonValue.Of(line),
                Text = new Markdown(Replies.Row(line).Markdown),
                Accessory = Menu(line),
            },
            new ActionsBlock { Elements = Buttons.OnHome(line) },
        ];

    private static OverflowMenu Menu(ResourceLine line) =>
        new()
        {
            ActionId = Ids.Actions.Menu,
            Options =
            [
                line is { Lease: not null, IsOwn: false }
                    ? Option("Override", Ids.MenuOptions.Override)
                    : Option("Delete", Ids.MenuOptions.Delete),
            ],
        };

    private static Option Option(string label, string value) => new() { Text = new PlainText(label), Value = value };

    private static Block[] Pager(int at, int pages, int count) =>
        [
            new DividerBlock(),
            new ContextBlock
            {
                Elements = [new Markdown(Prose.Of($"Page {at + 1} of {pages}, {count} resources").Markdown)],
            },
            new ActionsBlock
            {
                Elements =
                [
                    .. at > 0
                        ? [new Button { ActionId = Ids.Actions.PreviousPage, Text = "Previous" }]
                        : Array.Empty<Button>(),
                    .. at < pages - 1
                        ? [new Button { ActionId = Ids.Actions.NextPage, Text = "Next" }]
                        : Array.Empty<Button>(),
                ],
            },
        ];
}
