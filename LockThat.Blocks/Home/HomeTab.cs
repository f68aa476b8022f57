using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Home;

/// <summary>The app's Home: everything at a glance, page by page.</summary>
public static class HomeTab
{
    /// <summary>The longest filter, in UTF-16 units.</summary>
    public const int MostFilterUnits = 75;

    /// <summary>Draws the Home for one reader.</summary>
    /// <param name="words">The reader's language.</param>
    /// <param name="lines">All resources of the workspace, sorted by name.</param>
    /// <param name="shown">The resources that the filter finds, sorted by name; all of them without a filter.</param>
    /// <param name="page">The page wanted, from 0; the last one is drawn when there are fewer.</param>
    /// <param name="filter">The text in the filter box; empty for none.</param>
    /// <param name="said">The text for the top, if any.</param>
    /// <param name="rights">The things that the reader may do beside those of the rows; what a team allows to everybody
    /// unless set.</param>
    public static HomeViewDefinition For(
        IWording words,
        IReadOnlyList<ResourceLine> lines,
        IReadOnlyList<ResourceLine> shown,
        int page,
        string filter,
        Message? said = null,
        HomeRights? rights = null
    )
    {
        var may = rights ?? new HomeRights();
        if (lines.Count == 0)
            return new() { Blocks = [.. Say(said), .. Begin(words, may)] };

        var pages = HomeRows.Pages(shown);
        var at = Math.Clamp(page, 0, pages.Count - 1);
        return new()
        {
            Blocks =
            [
                .. Say(said),
                new HeaderBlock { Text = Counts(words, lines) },
                .. Head(words, may),
                .. lines.Count > 1 || filter.Length > 0 ? FilterBox(words, filter) : [],
                .. shown.Count == 0 ? [SectionBlock.Of(words.NothingFound(filter))] : HomeRows.Draw(words, pages[at]),
                .. pages.Count > 1 ? Pager(words, at, pages.Count, shown.Count) : [],
            ],
        };
    }

    /// <summary>The page that is drawn when <paramref name="page"/> is asked for.</summary>
    public static int PageShown(IReadOnlyList<ResourceLine> shown, int page) =>
        Math.Clamp(page, 0, HomeRows.Pages(shown).Count - 1);

    private static Block[] Begin(IWording words, HomeRights may) =>
        [
            new HeaderBlock { Text = words.EmptyHomeHeading },
            SectionBlock.Of(words.EmptyHomeText),
            .. Head(words, may),
            ContextBlock.Of(words.EmptyHomeHint),
        ];

    private static IEnumerable<Block> Say(Message? said) =>
        said is null ? [] : [.. Undoing.Of(said), new DividerBlock()];

    private static PlainText Counts(IWording words, IReadOnlyList<ResourceLine> lines)
    {
        var own = lines.Count(line => line.IsOwn);
        var free = lines.Count(line => line.IsFree);
        var turns = lines.Count(line => line.Turn is not null);
        return new PlainText(words.HomeHeading(free, own, lines.Count - own - free - turns, turns));
    }

    private static Block[] Head(IWording words, HomeRights may)
    {
        IActionsElement[] elements =
        [
            .. may.Use ? [LockAny(words)] : Array.Empty<IActionsElement>(),
            .. may.Create ? [CreateAny(words)] : Array.Empty<IActionsElement>(),
            .. may.ChangeRules ? [More(words)] : Array.Empty<IActionsElement>(),
        ];
        return elements is [] ? [] : [new ActionsBlock { Elements = elements }];
    }

    private static OverflowMenu More(IWording words) =>
        new()
        {
            ActionId = Ids.Actions.HomeMenu,
            Options = [new() { Text = new PlainText(words.SettingsTitle), Value = Ids.Actions.Settings }],
        };

    private static Button LockAny(IWording words) =>
        new()
        {
            ActionId = Ids.Actions.Lock,
            Text = words.LockAnyButton,
            Style = ButtonStyle.Primary,
        };

    private static Button CreateAny(IWording words) => Plain(Ids.Actions.Create, words.CreateButton);

    private static Block[] FilterBox(IWording words, string filter)
    {
        var box = new InputBlock
        {
            // A new id for each filter, or Slack would keep showing the text of before.
            BlockId = $"{Ids.Actions.Filter}:{filter}",
            Label = words.FilterLabel,
            Optional = true,
            DispatchAction = true,
            Element = new PlainTextInput
            {
                ActionId = Ids.Actions.Filter,
                MaxLength = MostFilterUnits,
                InitialValue = filter.Length == 0 ? null : filter,
                Placeholder = words.FilterPlaceholder,
                DispatchActionConfig = new() { TriggerActionsOn = ["on_enter_pressed"] },
            },
        };
        return filter.Length == 0
            ? [box]
            : [box, new ActionsBlock { Elements = [Plain(Ids.Actions.ClearFilter, words.ShowAllButton)] }];
    }

    private static Block[] Pager(IWording words, int at, int pages, int count) =>
        [
            new DividerBlock(),
            ContextBlock.Of(words.PageOf(at + 1, pages, count)),
            new ActionsBlock
            {
                Elements =
                [
                    .. at > 0 ? [Plain(Ids.Actions.PreviousPage, words.PreviousButton)] : Array.Empty<Button>(),
                    .. at < pages - 1 ? [Plain(Ids.Actions.NextPage, words.NextButton)] : Array.Empty<Button>(),
                ],
            },
        ];

    private static Button Plain(string action, string label) => new() { ActionId = action, Text = label };
}

/// <summary>The things that a reader may do beside those of the rows.</summary>
/// <param name="Use">Whether they may lock.</param>
/// <param name="Create">Whether they may create.</param>
/// <param name="ChangeRules">Whether they may change the rules of the team.</param>
public sealed record HomeRights(bool Use = true, bool Create = true, bool ChangeRules = false);
