using CsCheck;
using LockThat.App.Locks;

namespace LockThat.Tests.Locks;

/// <summary>Whatever three people and the clock do to one resource, in whatever order.</summary>
public sealed class ResourceProperties
{
    private static readonly UserId[] People = [Some.Ada, Some.Bob, Some.Cleo];

    private static readonly Gen<Act> AnyAct = Gen.Select(
        Gen.Enum<What>(), Gen.Int[0, 2], Gen.Int[1, 4 * 60], Gen.Int[0, 90], Gen.Bool,
        (what, person, minutes, wait, seesPresent) => new Act(what, People[person], TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(wait), seesPresent));

    private enum What
    {
        Lock,
        Override,
        Unlock,
        UnlockOverride,
        Extend,
        GiveBack,
        Watch,
        Unwatch,
        Delete,
        Create,
        Wake,
        Depart,
    }

    [Fact]
    public void Nobody_is_told_twice_or_forgotten() => Stories((before, act, told, after) =>
    {
        var gone = Watchers(before).Except(Watchers(after)).ToList();
        var freed = told.Where(notice => notice.News is News.Free or News.Deleted).Select(notice => notice.To).ToList();
        freed.ShouldBeUnique();
        freed.ShouldBeSubsetOf(Watchers(before));
        var leftOnTheirOwn = act.What is What.Unwatch or What.Depart ? [act.Who] : after?.Lease is { } lease ? [lease.Holder] : Array.Empty<UserId>();
        gone.Except(leftOnTheirOwn).Except(freed).Where(watcher => !IsGivenBackTo(told, watcher)).ShouldBeEmpty();
    });

    [Fact]
    public void Only_the_end_or_an_override_takes_a_lock_from_its_holder() => Stories((before, act, told, after) =>
    {
        if (before?.Lease is not { } had || after?.Lease?.Holder == had.Holder || act.Who == had.Holder)
            return;
        told.Any(notice => notice.To == had.Holder && notice.News is (News.Ended or News.TakenOver or News.FreedByOther)).ShouldBeTrue();
    });

    [Fact]
    public void Holder_watchers_ends_and_reminders_are_always_in_order() => Stories((_, _, _, after) =>
    {
        if (after is null)
            return;
        after.Watchers.ShouldBeUnique();
        (after.Lease is not null || after.Watchers.IsEmpty).ShouldBeTrue();
        if (after.Lease is not { } lease)
            return;
        after.Watchers.ShouldNotContain(lease.Holder);
        lease.Until.ShouldBeGreaterThan(lease.Since);
        (lease.RemindAt ?? lease.Until).ShouldBeLessThanOrEqualTo(lease.Until);
        lease.Former?.Former.ShouldBeNull();
    });

    [Fact]
    public void Who_has_departed_has_nothing_waits_for_nothing_and_is_told_nothing() => Stories((_, act, told, after) =>
    {
        if (act.What != What.Depart)
            return;
        (after?.People ?? []).ShouldNotContain(act.Who);
        told.Select(notice => notice.To).ShouldNotContain(act.Who);
    });

    private static void Stories(Action<Resource?, Act, IReadOnlyList<Notice>, Resource?> holds) => AnyAct.Array[1, 40].Sample(acts =>
    {
        var story = new Story();
        foreach (var act in acts)
        {
            var (before, told) = (story.Now, story.Told.Count);
            Play(story.After(act.Wait), act);
            holds(before, act, story.Told[told..], story.Now);
        }
    });

    private static void Play(Story story, Act act)
    {
        var lease = story.Now?.Lease?.Id ?? new LeaseId("none");
        Seen? seen = act.SeesPresent ? new Seen(lease) : null;
        _ = act.What switch
        {
            What.Lock => story.Locks(act.Who, Some.For(act.Time)),
            What.Override => story.Locks(act.Who, Some.Override(act.Time, act.SeesPresent ? lease : null)),
            What.Unlock => story.Unlocks(act.Who, seen: seen),
            What.UnlockOverride => story.Unlocks(act.Who, @override: true, seen),
            What.Extend => story.Extends(act.Who, act.Time, seen),
            What.GiveBack => story.GivesBack(act.Who, lease),
            What.Watch => story.Watches(act.Who, seen),
            What.Unwatch => story.Unwatches(act.Who),
            What.Delete => story.Deletes(act.Who),
            What.Create => story.Creates(act.Who),
            What.Depart => story.Departs(act.Who),
            _ => (object)story.Wakes(),
        };
    }

    private static IReadOnlyList<UserId> Watchers(Resource? resource) => resource is null ? [] : resource.Watchers;

    private static bool IsGivenBackTo(IReadOnlyList<Notice> told, UserId user) =>
        told.Any(notice => notice.To == user && notice.News is News.GivenBack);

    private sealed record Act(What What, UserId Who, TimeSpan Time, TimeSpan Wait, bool SeesPresent);
}
