using LockThat.App.Locks;

namespace LockThat.Tests.Locks.Locking;

public sealed class ExtendUntilTests
{
    private readonly Story _story = new();

    [Fact]
    public void The_end_moves_to_a_later_moment()
    {
        _story.Locks(Some.Ada, 2);
        var extended = _story.ExtendsUntil(Some.Ada, Some.Noon.AddHours(3)).ShouldHave<Extended>();
        (extended.Lease.Until, extended.By).ShouldBe((Some.Noon.AddHours(3), TimeSpan.FromHours(1)));
        _story.Lease.RemindAt.ShouldBe(Some.Noon.AddHours(3) - Some.Rules.RemindBefore);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_moment_that_is_no_later_than_the_end_changes_nothing(double hours)
    {
        _story.Locks(Some.Ada, 2);
        var lease = _story.Lease;
        _story
            .ExtendsUntil(Some.Ada, Some.Noon.AddHours(hours))
            .ShouldBeRefused<Refusal.EndsLater>()
            .Asked.ShouldBe(Some.Noon.AddHours(hours));
        _story.Lease.ShouldBe(lease);
    }

    [Fact]
    public void It_is_for_the_holder_of_a_lock()
    {
        var later = Some.Noon.AddHours(3);
        _story.ExtendsUntil(Some.Ada, later).ShouldBeRefused<Refusal.NoSuchResource>();
        _story.Creates(Some.Ada);
        _story.ExtendsUntil(Some.Ada, later).ShouldBeRefused<Refusal.NotHeld>();
        _story.Locks(Some.Ada, 2);
        _story.ExtendsUntil(Some.Bob, later).ShouldBeHeldBy(_story.Lease);
        _story.ExtendsUntil(Some.Ada, later, new Expected.Lease(new("old"))).ShouldBeRefused<Refusal.Changed>();
    }

    [Fact]
    public void It_reaches_the_maximum_itself_and_no_further()
    {
        _story.Locks(Some.Ada, 2);
        var max = Some.Noon + Some.Rules.MaxDuration;
        _story.ExtendsUntil(Some.Ada, max.AddMilliseconds(1)).ShouldBeRefused<Refusal.TooLong>();
        _story.ExtendsUntil(Some.Ada, max).ShouldHave<Extended>().Lease.Until.ShouldBe(max);
    }
}
