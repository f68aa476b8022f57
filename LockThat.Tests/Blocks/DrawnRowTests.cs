using System.Text.Json;
using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.Tests.Blocks;

public sealed class DrawnRowTests
{
    private static readonly English English = new();
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly ResourceLine Held = new(
        "test-site",
        new("lease1", "U1", Nine, Nine.AddHours(2), "demo *now* \"é\"")
    );

    public static TheoryData<ResourceLine> Changed =>
        [
            Held with
            {
                Name = "test-site-2",
            },
            Held with
            {
                IsOwn = true,
            },
            Held with
            {
                IsWatched = true,
            },
            Held with
            {
                Lease = null,
            },
            Held with
            {
                Lease = Held.Lease! with { Id = "lease2" },
            },
            Held with
            {
                Lease = Held.Lease! with { Holder = "U2" },
            },
            Held with
            {
                Lease = Held.Lease! with { Until = Nine.AddHours(3) },
            },
            Held with
            {
                Lease = Held.Lease! with { Reason = null },
            },
            Held with
            {
                Lease = Held.Lease! with { Since = Nine.AddMinutes(115) },
            },
        ];

    [Theory]
    [MemberData(nameof(Changed))]
    public void A_row_that_was_drawn_before_is_drawn_anew_when_anything_of_it_has_changed(ResourceLine changed)
    {
        var before = Json(Replies.List(English, [Held]));

        Json(Replies.List(English, [changed])).ShouldNotBe(before);
        Json(Replies.List(English, [Held])).ShouldBe(before);
    }

    [Fact]
    public void A_row_is_written_alike_whether_it_was_kept_or_not()
    {
        var row = Rows(Replies.List(English, [Held]))[1];
        var anew = new SectionBlock
        {
            BlockId = row.BlockId,
            Text = new Markdown(row.Text!.Text),
            Accessory = row.Accessory,
        };

        Json(row).ShouldBe(Json(anew));
    }

    [Fact]
    public void The_same_row_stands_in_two_lists_under_an_id_of_its_own_in_each()
    {
        var free = new ResourceLine("a-device");
        var rows = Rows(Replies.List(English, [Held, free]));

        Rows(Replies.List(English, [free]))[1].BlockId.ShouldBe("list:0");
        rows.Select(row => row.BlockId).ShouldBe([null, "list:0", "list:1"]);
    }

    public static TheoryData<string, Func<SectionBlock, SectionBlock>> Copies =>
        new()
        {
            { "another text", row => row with { Text = new Markdown("other") } },
            {
                "another button",
                row =>
                    row with
                    {
                        Accessory = new Button { ActionId = "other", Text = "Other" },
                    }
            },
            { "no button", row => row with { Accessory = null } },
            { "fields as well", row => row with { Fields = [new Markdown("other")] } },
        };

    [Theory]
    [MemberData(nameof(Copies), DisableDiscoveryEnumeration = true)]
    public void A_copy_of_a_row_with_something_else_in_it_is_written_with_that(
        string what,
        Func<SectionBlock, SectionBlock> copy
    )
    {
        var row = Rows(Replies.List(English, [Held]))[1];

        var json = Json(copy(row));

        json.ShouldNotBe(Json(row), what);
        (
            json.Contains("other", StringComparison.Ordinal) || !json.Contains("accessory", StringComparison.Ordinal)
        ).ShouldBeTrue(what);
    }

    [Fact]
    public void Far_more_rows_than_are_kept_are_drawn_right()
    {
        var lines = Enumerable.Range(0, 20_000).Select(number => new ResourceLine($"site-{number}")).ToList();

        foreach (var line in lines.Concat(lines))
            Replies.List(English, [line]).Text.ShouldContain($"`{line.Name}` is free.");
    }

    private static List<SectionBlock> Rows(Message list) => [.. list.Blocks.ShouldNotBeNull().OfType<SectionBlock>()];

    private static string Json(Message message) => System.Text.Encoding.UTF8.GetString(BlocksJson.Bytes(message));

    private static string Json(SectionBlock block) => JsonSerializer.Serialize(block, BlocksJson.Utf8.SectionBlock);
}
