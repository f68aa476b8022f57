using System.Net;
using System.Text;
using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.Tests.Blocks;

/// <summary>A Home stays within Slack's limits, however many resources there are and whatever people typed, and every
/// resource is on some page.</summary>
public sealed class HomeTabTests
{
    private const int LargestClick = 1 << 20;
    private static readonly English English = new();
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static MatrixTheoryData<int, string, bool> Workspaces =>
        new([0, 1, 25, 60, 250, 1000], ["a", "é", "語", "😀", "&", "\"", "*"], [false, true]);

    [Theory]
    [MemberData(nameof(Workspaces))]
    public void Every_page_is_within_the_limits(int count, string character, bool areTurns)
    {
        var lines = Enumerable
            .Range(0, count)
            .Select(number => Longest(number, character))
            .Select(line => areTurns ? TurnOf(line) : line)
            .ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var page = 0;
        do
        {
            var view = HomeTab.For(English, lines, lines, page, "");
            view.Blocks.Count.ShouldBeLessThanOrEqualTo(Limits.ViewBlocks);
            var json = BlocksJson.Bytes(view);
            json.Length.ShouldBeLessThanOrEqualTo(Limits.ViewBytes);
            WebUtility.UrlEncode(Encoding.UTF8.GetString(json)).Length.ShouldBeLessThan(LargestClick - 100_000);
            seen.UnionWith(Rows(view));
        } while (HomeTab.PageShown(lines, ++page) == page);
        seen.Count.ShouldBe(count);
    }

    [Fact]
    public void A_page_ends_at_forty_rows() =>
        Rows(Whole([.. Enumerable.Range(0, 41).Select(number => new ResourceLine($"site-{number}"))]))
            .Count()
            .ShouldBe(40);

    [Fact]
    public void A_page_that_is_gone_gives_way_to_the_last_one()
    {
        IReadOnlyList<ResourceLine> lines =
        [
            .. Enumerable.Range(10, 50).Select(number => new ResourceLine($"site-{number}")),
        ];
        Rows(HomeTab.For(English, lines, lines, 7, "")).Count().ShouldBe(10);
        HomeTab.PageShown(lines, 7).ShouldBe(1);
    }

    [Fact]
    public void Mine_come_first_then_the_others_then_the_free_ones()
    {
        var lease = new LeaseLine("l", "U1", Noon, Noon.AddHours(1), null);
        Rows(Whole([new("a"), new("b", lease), new("c", lease, IsOwn: true), new("d")]))
            .Select(row => row.Split(' ')[0])
            .ShouldBe(["c", "b", "a", "d"]);
    }

    [Fact]
    public void My_turns_and_waits_are_among_mine()
    {
        var lease = new LeaseLine("l", "U1", Noon, Noon.AddHours(1), null);
        var place = new PlaceLine(2, Noon.AddHours(1), TimeSpan.FromHours(1), null);
        var turn = new TurnLine("w", "U1", Noon.AddMinutes(10));
        var view = Whole([
            new("a"),
            new("b") { Turn = turn, Waiting = 1 },
            new("c", lease) { Waiting = 2, Place = place },
            new("d")
            {
                Turn = turn,
                IsOwnTurn = true,
                Waiting = 1,
                Place = place,
            },
            new("e", lease, IsOwn: true),
        ]);
        Rows(view).Select(row => row.Split(' ')[0]).ShouldBe(["c", "d", "e", "b", "a"]);
        ((HeaderBlock)view.Blocks[0]).Text.Text.ShouldBe("1 free · 1 yours · 1 held by others · 2 kept for a turn");
    }

    [Fact]
    public void A_resource_that_another_person_holds_is_not_offered_for_deletion()
    {
        var lease = new LeaseLine("l", "U1", Noon, Noon.AddHours(1), null);
        Menus(
                Whole([
                    new("free"),
                    new("theirs", lease),
                    new("theirs-watched", lease, IsWatched: true),
                    new("mine", lease, IsOwn: true),
                ])
            )
            .ShouldBe([
                "mine: Details, Give to…, Delete",
                "theirs: Details, Tell me when it's free, Ask for it, Override",
                "theirs-watched: Details, Stop telling me, Ask for it, Override",
                "free: Details, Delete",
            ]);
    }

    private static IEnumerable<string> Menus(HomeViewDefinition view) =>
        view
            .Blocks.OfType<SectionBlock>()
            .Select(block =>
                block.Accessory is OverflowMenu menu
                    ? $"{block.BlockId?[Ids.Blocks.HomeRow.Length..].Split(' ')[0]}: {string.Join(", ", menu.Options.Select(option => option.Text.Text))}"
                    : ""
            )
            .Where(row => row.Length > 0);

    private static HomeViewDefinition Whole(IReadOnlyList<ResourceLine> lines) =>
        HomeTab.For(English, lines, lines, 0, "");

    private static IEnumerable<string> Rows(HomeViewDefinition view) =>
        view
            .Blocks.Select(block => block.BlockId ?? "")
            .Where(id => id.StartsWith(Ids.Blocks.HomeRow, StringComparison.Ordinal))
            .Select(id => id[Ids.Blocks.HomeRow.Length..]);

    private static ResourceLine Longest(int number, string character)
    {
        var name = $"{number:D4}" + Repeat(character, Math.Min(56, 71 / character.Length));
        return new(
            name,
            new(
                "lease-of-sixteen",
                "U0ADA0001",
                Noon,
                Noon.AddHours(1),
                Repeat(character, Math.Min(200, 400 / character.Length))
            )
        );
    }

    private static ResourceLine TurnOf(ResourceLine line) =>
        line with
        {
            Lease = null,
            Turn = new("wait-of-sixteen-", "U0ADA0001", Noon.AddMinutes(10)),
            IsOwnTurn = true,
            IsWatched = true,
            Waiting = 100,
            Place = new(1, Noon, TimeSpan.FromHours(1), line.Lease?.Reason),
        };

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
