using LockThat.App.Identifiers;
using LockThat.App.Locks;

namespace LockThat.Tests.Locks;

/// <summary>The properties that hold after any acts of five people and the clock on one resource.</summary>
public sealed class ResourceProperties
{
    [Fact]
    public void Nobody_is_told_twice_or_forgotten() =>
        Acts.Scenes(scene =>
        {
            var (before, act, _, _, _, told, _, after, _) = scene;
            var gone = Watchers(before).Except(Watchers(after)).ToList();
            var freed = told.Where(notice => notice.Content is NoticeContent.Free or NoticeContent.Deleted)
                .Select(PersonOf)
                .ToList();
            freed.ShouldBeUnique();
            freed.ShouldBeSubsetOf([
                .. Watchers(before),
                .. InLine(before),
                .. scene.Happened.OfType<Restored>().SelectMany(restored => restored.Watchers),
            ]);
            var holder = after?.Lease?.Holder.Responsible;
            UserId[] leftOnTheirOwn =
                act.What is What.Unwatch or What.Depart or What.Leave or What.Delete ? [act.Who]
                : holder is { } taker ? [taker]
                : [];
            gone.Except(leftOnTheirOwn).Except(freed).Where(watcher => !IsGivenBackTo(told, watcher)).ShouldBeEmpty();
            told.Select(notice => (notice.To, notice.Content)).ShouldBeUnique();
        });

    [Fact]
    public void Only_the_end_or_an_override_takes_a_lock_from_its_holder() =>
        Acts.Scenes(scene =>
        {
            var (before, act, _, _, _, told, _, after, _) = scene;
            if (before?.Lease is not { } had || after?.Lease?.Holder == had.Holder || act.Who == had.Holder)
                return;
            told.Any(notice =>
                    PersonOf(notice) == had.Holder.Responsible
                    && notice.Content is (NoticeContent.Ended or NoticeContent.TakenOver or NoticeContent.FreedByOther)
                )
                .ShouldBeTrue();
        });

    [Fact]
    public void Holder_watchers_ends_and_reminders_are_always_in_order() =>
        Acts.Scenes(scene =>
        {
            if (scene.After is not { } after)
                return;
            after.Watchers.ShouldBeUnique();
            (!after.IsFree || after.Watchers.IsEmpty).ShouldBeTrue();
            if (after.Lease is not { } lease)
                return;
            after.IsWatchedBy(lease.Holder).ShouldBeFalse();
            lease.Until.ShouldBeGreaterThan(lease.Since);
            (lease.RemindAt ?? lease.Until).ShouldBeLessThanOrEqualTo(lease.Until);
            lease.Former?.Former.ShouldBeNull();
        });

    [Fact]
    public void Who_has_departed_has_nothing_waits_for_nothing_and_is_told_nothing() =>
        Acts.Scenes(scene =>
        {
            if (scene.Act.What != What.Depart)
                return;
            (scene.After?.People ?? []).ShouldNotContain(scene.Act.Who);
            scene.Told.Select(PersonOf).ShouldNotContain(scene.Act.Who);
        });

    private static UserId PersonOf(Notice notice) => new(notice.To.Address);

    private static IReadOnlyList<UserId> Watchers(Resource? resource) => resource is null ? [] : resource.Watchers;

    private static IEnumerable<UserId> InLine(Resource? resource) =>
        resource?.Line.All.Select(wait => wait.Who.Responsible).OfType<UserId>() ?? [];

    private static bool IsGivenBackTo(IReadOnlyList<Notice> told, UserId user) =>
        told.Any(notice => PersonOf(notice) == user && notice.Content is NoticeContent.GivenBack);
}
