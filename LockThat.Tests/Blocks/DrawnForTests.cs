using LockThat.Blocks.Kit;

namespace LockThat.Tests.Blocks;

/// <summary>A surface carries the workspace for which it was drawn, and gives it back.</summary>
public sealed class DrawnForTests
{
    private static readonly English English = new();
    private static readonly DrawnFor Acme = new("T0ACME001");
    private static readonly DrawnFor InGrid = new("T0GRID001", "E0GRID");

    public static TheoryData<string> Messages => [.. Surfaces.Usual.Messages.Keys];

    [Theory]
    [MemberData(nameof(Messages))]
    public void Whatever_can_be_pressed_in_a_message_says_for_which_workspace_it_was_drawn(string name)
    {
        var message = Surfaces.Usual.Messages[name];
        foreach (var drawn in (DrawnFor[])[Acme, InGrid])
        {
            var marked = drawn.Mark(message);

            marked.Text.ShouldBe(message.Text);
            foreach (var (before, after) in (message.Blocks ?? []).Zip(marked.Blocks ?? []))
            {
                if (before is ActionsBlock or SectionBlock { Accessory: not null })
                    DrawnFor
                        .OfBlock(after.BlockId.ShouldNotBeNull())
                        .ShouldBe((before.BlockId.ShouldNotBeNull(), drawn));
                else
                    after.ShouldBe(before);
            }

            var ids = (marked.Blocks ?? []).Select(block => block.BlockId).OfType<string>().ToList();
            ids.ShouldBeUnique();
            ids.ShouldAllBe(id => id.Length <= Limits.Id);
        }
    }

    [Fact]
    public void A_row_of_a_list_that_was_written_before_is_not_written_anew()
    {
        var list = Replies.List(English, [new("test-site")]);
        var (before, after) = ((SectionBlock?)list.Blocks?[^1], (SectionBlock?)Acme.Mark(list).Blocks?[^1]);

        after.ShouldNotBeNull().Text.ShouldBeSameAs(before?.Text);
        after.Accessory.ShouldBeSameAs(before?.Accessory);
    }

    [Fact]
    public void An_id_that_would_be_too_long_for_Slack_stays_as_it_is()
    {
        var message = Replies.About(English, new("test-site"), English.Unlocked);

        new DrawnFor(new string('T', Limits.Id)).Mark(message).Blocks.ShouldBe(message.Blocks);
    }

    [Theory]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("list:3")]
    [InlineData("one in ")]
    [InlineData("one in  ")]
    [InlineData("one in T1 E1 X1")]
    [InlineData("one in T1  ")]
    public void A_block_without_a_workspace_is_just_that(string id) => DrawnFor.OfBlock(id).ShouldBe((id, null));

    [Fact]
    public void A_view_gives_the_workspace_back()
    {
        DrawnFor.OfView(InGrid.ToMetadata()).ShouldBe(InGrid);
        DrawnFor
            .OfView(new ModalMemory(ModalOrigin.Home, Name: "test-site", DrawnFor: InGrid).ToString())
            .ShouldBe(InGrid);
        ModalMemory
            .Read(new ModalMemory(ModalOrigin.Command, DrawnFor: Acme).ToString())
            .ShouldNotBeNull()
            .DrawnFor.ShouldBe(Acme);
    }

    [Theory]
    [InlineData("")]
    [InlineData("p=2")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"origin":"home"}""")]
    [InlineData("""{"drawn_for":null}""")]
    [InlineData("""{"drawn_for":"T0ACME001"}""")]
    [InlineData("""{"drawn_for":{"team":7}}""")]
    public void A_view_of_somebody_elses_making_has_none(string metadata) => DrawnFor.OfView(metadata).ShouldBeNull();
}
