using LockThat.App.Entrances.Commands;
using LockThat.App.Locks;
using LockThat.Blocks.Kit;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Entrances.Commands;

/// <summary>The memory of a suggestion's button.</summary>
public sealed class SuggestedCommandTests
{
    private static readonly Resource Free = Some.Resource(Some.Acme, Some.TestSite);
    private static readonly Resource Held = Free with
    {
        Holding = new Lease(new("lease-ada"), Some.Ada, Some.Noon, Some.Noon.AddHours(1), null),
    };

    private static readonly Resource Offered = Free with
    {
        Holding = new Holding.Offered(new(new("wait-ada"), Some.Ada, Some.Noon, Some.Noon.AddMinutes(10))),
    };

    [Fact]
    public void The_lock_or_the_turn_or_that_it_was_free_is_read_back()
    {
        foreach (var drawn in (Resource?[])[null, Free, Held, Offered])
        {
            var suggested = SuggestedCommand.For("lock test-site 2 hours override", drawn);
            SuggestedCommand.Read($"{suggested}").ShouldBe(suggested);
        }
    }

    [Fact]
    public void Of_a_button_that_remembers_nothing_the_words_alone_count() =>
        SuggestedCommand.Read("lock test-site").ShouldBe(new SuggestedCommand("lock test-site", Expected.Anything));

    [Fact]
    public void Words_that_fill_the_value_stay_whole() =>
        $"{SuggestedCommand.For(new string('x', Limits.ButtonValue), Held)}".Length.ShouldBe(Limits.ButtonValue);
}
