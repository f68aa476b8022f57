using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Contract;

/// <summary>A message that had to wait: what it says now, and what becomes of a watcher who came too late.</summary>
public abstract partial class StoreContract
{
    [Fact]
    public async Task A_watcher_who_came_too_late_watches_the_present_lock_also_after_a_restart()
    {
        var late = await AdaCameTooLate("1");
        (await Locks.ToTell(late, Cancel)).ShouldBeOfType<Telling.NextTime>();
        await Reopen();

        (await Stored(Some.TestSiteKey))!.Watchers.ShouldBe([Some.Ada]);
        await Locks.Execute(
            Some.Cleo.Asks("gives up"),
            new Unlock(Some.TestSite, IsOverride: false, Expected.Anything),
            Cancel
        );
        (await Outbox.ClaimNotices(9, Cancel)).ShouldHaveSingleItem().Notice.To.ShouldBe(Some.Ada);
    }

    [Fact]
    public async Task A_watcher_who_has_stopped_since_stays_so_also_after_a_restart()
    {
        var late = await AdaCameTooLate("1");
        await Locks.Execute(Some.Ada.Asks("stops"), new Unwatch(Some.TestSite), Cancel);
        await Reopen();

        await Locks.ToTell(late, Cancel);
        (await Stored(Some.TestSiteKey))!.Watchers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task A_turn_is_noted_by_the_id_of_its_resource_and_in_an_older_notice_by_the_name(bool hasId)
    {
        await IsAwaited(A, Some.Bob);
        await Frees(Some.Ada, A);
        var told = (await Outbox.ClaimNotices(9, Cancel)).Select(pending => pending.Notice);
        var turn = told.Last(notice => notice.Content is NoticeContent.Turn);

        await Locks.NoteTold(turn with { Resource = Name("another"), ResourceId = null }, Cancel);
        (await Turn()).IsTold.ShouldBeFalse();
        await Locks.NoteTold(
            hasId ? turn with { Resource = Name("another") } : turn with { ResourceId = null },
            Cancel
        );
        (await Turn()).IsTold.ShouldBeTrue();

        async Task<Turn> Turn() =>
            (await Stored(new(Some.Acme.Team, A)))!.Holding.ShouldBeOfType<Holding.Offered>().Turn;
    }

    [Fact]
    public async Task A_lock_that_ends_while_somebody_comes_to_watch_it_loses_nobody()
    {
        for (var round = 0; round < 30; round++)
        {
            var late = await AdaCameTooLate($"{round}");
            var telling = Task.Run(() => Locks.ToTell(late, Cancel).AsTask(), Cancel);
            await Task.Run(
                () =>
                    Locks.Execute(
                        Some.Cleo.Asks($"gives up {round}"),
                        new Unlock(Some.TestSite, IsOverride: false, Expected.Anything),
                        Cancel
                    ),
                Cancel
            );

            var isToldNow = await telling is Telling.AsItWas;
            var told = isToldNow ? [] : await Outbox.ClaimNotices(9, Cancel).WaitAsync(Patience, Cancel);
            told.Select(notice => notice.Notice.To).ShouldBe(isToldNow ? [] : [Some.Ada]);
            foreach (var notice in told)
                await Outbox.Delivered(notice, Cancel);
        }
    }

    [Fact]
    public async Task Many_who_look_at_once_each_see_what_they_asked_for()
    {
        await AtOnce(async caller =>
            await Lock(Some.Ada, $"{caller}", Name($"mine-{caller}"), Some.For(TimeSpan.FromHours(1)))
        );

        var seen = await AtOnce(async caller =>
            (await Store.Find(new(Some.Acme.Team, Name($"mine-{caller / 2}")), Cancel)).Resource?.Name.Display
        );

        seen.ShouldBe(Enumerable.Range(0, Callers).Select(caller => $"mine-{caller / 2}"));
        (await Store.Find(new(Some.Globex.Team, Name("mine-0")), Cancel)).Resource.ShouldBeNull();
    }

    /// <summary>Bob gave up what Ada waited for, and Cleo has it before Ada is told.</summary>
    private async Task<Notice> AdaCameTooLate(string round)
    {
        await Lock(Some.Bob, $"bob {round}", Some.TestSite, Some.For(TimeSpan.FromHours(1)));
        await Locks.Execute(Some.Ada.Asks($"ada {round}"), new Watch(Some.TestSite, Expected.Anything), Cancel);
        await Locks.Execute(
            Some.Bob.Asks($"unlock {round}"),
            new Unlock(Some.TestSite, IsOverride: false, Expected.Anything),
            Cancel
        );
        var pending = (await Outbox.ClaimNotices(9, Cancel).WaitAsync(Patience, Cancel)).ShouldHaveSingleItem();
        await Outbox.Delivered(pending, Cancel);
        await Lock(Some.Cleo, $"cleo {round}", Some.TestSite, Some.For(TimeSpan.FromHours(1)));
        return pending.Notice;
    }
}
