using LockThat.App.Locks;
using LockThat.Tests.Locks;
using LockThat.Tests.Slack;
using LockThat.Tests.Storage;

namespace LockThat.Tests.Delivery;

/// <summary>A turn runs out only once its person could know of it.</summary>
public sealed partial class OutboxTests
{
    [Fact]
    public async Task A_turn_is_told_once_Slack_took_the_message()
    {
        var wire = new Wire(NotNow, Wire.Ok);
        await BobHasTheTurn();
        await Start(wire);
        await wire.Reached(1);
        (await Turn()).IsTold.ShouldBeFalse();
        await Sent(wire, 2);
        await Pending(0);
        (await Turn()).IsTold.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_turn_that_cannot_be_noted_is_told_once_all_the_same(bool isForEver)
    {
        var wire = new Wire(Wire.Ok);
        await BobHasTheTurn();
        await Start(wire, Some.Service(new Forgetful(_store, isForEver)));
        await Sent(wire, 1);
        await _time.AdvanceUntil(Delivered(), Second);
        await Pending(0);
        wire.Sent.Count.ShouldBe(1);
        (await Turn()).IsTold.ShouldBe(!isForEver);
    }

    private async Task BobHasTheTurn()
    {
        await Lock(Some.Ada, "first");
        await _locks.Execute(
            Some.Bob.Asks("joins"),
            new Join(Some.TestSite, new LockLength.Unsaid(), null, Expected.Anything),
            Cancel
        );
        await _locks.Execute(
            Some.Ada.Asks("frees"),
            new Unlock(Some.TestSite, IsOverride: false, Expected.Anything),
            Cancel
        );
    }

    private async Task<Turn> Turn() =>
        (await _store.Find(Some.TestSiteKey, Cancel)).Resource!.Holding.ShouldBeOfType<Holding.Offered>().Turn;

    private async Task Delivered()
    {
        while ((await _store.Statistics(Cancel)).Notices > 0)
            await Task.Yield();
    }

    /// <summary>A store that cannot write that a turn was told: once because it is down, or never.</summary>
    private sealed class Forgetful(IResourceStore store, bool isForEver) : StoreAround(store)
    {
        private bool _hasFailed;

        public override Task<Outcome> Change(
            Scope scope,
            Func<Scene, Facts, Decision> decide,
            CancellationToken cancellationToken
        ) =>
            isForEver ? throw new InvalidOperationException("a bug")
            : Interlocked.Exchange(ref _hasFailed, true) ? Inner.Change(scope, decide, cancellationToken)
            : throw new StoreUnavailableException("away for a moment");
    }
}
