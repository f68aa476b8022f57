using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Linear;

/// <summary>That a promise which was broken by a crash is found in the ledger.</summary>
public sealed class LedgerTests
{
    [Fact]
    public void One_after_the_other_and_the_same_again_are_fine() =>
        Noted("has x U1", "has x U1", "frees x U1", "has x U2").ShouldBeIn([Held("x", "U2")]);

    [Fact]
    public void Two_who_have_one_thing_at_once_are_found() =>
        Should
            .Throw<ShouldAssertException>(() => Noted("has x U1", "has x U2"))
            .Message.ShouldContain("U2 was told to have x, which U1 had");

    [Theory]
    [InlineData("")]
    [InlineData("U2")]
    public void A_lock_that_was_acknowledged_and_is_gone_is_found(string holder) =>
        Should
            .Throw<ShouldAssertException>(() => Noted("has x U1").ShouldBeIn([Held("x", holder)]))
            .Message.ShouldContain("x is U1's");

    [Fact]
    public void A_resource_that_is_gone_altogether_is_found() =>
        Should.Throw<ShouldAssertException>(() => Noted("takes x U0BOB").ShouldBeIn([]));

    [Fact]
    public void A_place_in_line_that_is_gone_is_found()
    {
        var held = Held("x", Some.Bob.Value);
        Noted("waits x Ux").ShouldBeIn([held with { Line = Line.Counted(1) }]);
        Should.Throw<ShouldAssertException>(() => Noted("waits x Ux").ShouldBeIn([held]));
    }

    [Fact]
    public void What_was_asked_to_be_freed_may_be_free_or_not()
    {
        Noted("has x U1", "frees x U1").ShouldBeIn([Held("x", "")]);
        Noted("has x U1", "frees x U1").ShouldBeIn([Held("x", "U1")]);
    }

    [Fact]
    public void Who_lost_something_and_was_not_told_is_found()
    {
        Resource[] taken = [Held("x", Some.Bob.Value)];
        Noted("has x Ux", "takes x U0BOB", "told x Ux", "told x Ux").ShouldHaveTold(taken);
        Should.Throw<ShouldAssertException>(() => Noted("has x Ux", "takes x U0BOB").ShouldHaveTold(taken));
    }

    [Fact]
    public void Who_was_told_of_a_loss_that_never_was_is_found() =>
        Should.Throw<ShouldAssertException>(() => Noted("has x Ux", "told x Ux").ShouldHaveTold([Held("x", "Ux")]));

    private static Ledger Noted(params string[] lines)
    {
        var ledger = new Ledger();
        foreach (var line in lines)
            ledger.Note(line);
        return ledger;
    }

    private static Resource Held(string name, string holder) =>
        Some.Resource(Some.Acme, ResourceName.Of(name)) with
        {
            Holding =
                holder.Length == 0
                    ? Holding.Free.Instance
                    : new Lease(new("lease"), new UserId(holder), Some.Noon, Some.Noon.AddHours(1), null),
        };
}
