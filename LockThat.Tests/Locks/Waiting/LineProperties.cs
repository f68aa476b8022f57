using LockThat.App.Identifiers;
using LockThat.App.Locks;

namespace LockThat.Tests.Locks.Waiting;

/// <summary>The properties of a line that hold after any acts of five people and the clock.</summary>
public sealed class LineProperties
{
    [Fact]
    public void While_somebody_waits_it_is_held_or_the_first_has_the_turn() =>
        Acts.Scenes(scene =>
        {
            if (scene.After is not { } after)
                return;
            if (after.Holding is Holding.Offered(var turn))
                (turn.Wait, turn.Who).ShouldBe((after.Line.First!.Id, after.Line.First.Who));
            else
                (after.Lease is not null || after.Line.Count == 0).ShouldBeTrue($"{after}");
        });

    [Fact]
    public void Each_waits_once_and_the_holder_neither_waits_nor_watches() =>
        Acts.Scenes(scene =>
        {
            var after = scene.After;
            Waiting(after).Select(wait => wait.Who).ShouldBeUnique();
            Waiting(after).Select(wait => wait.Ticket).ShouldBeUnique();
            Waiting(after).ShouldBe(Waiting(after).OrderBy(wait => wait.Ticket));
            if (after?.Lease is not { } lease)
                return;
            after.Line.Of(lease.Holder).ShouldBeNull();
            after.IsWatchedBy(lease.Holder).ShouldBeFalse();
        });

    [Fact]
    public void Nobody_loses_their_place_but_by_a_way_that_ends_waiting() =>
        Acts.Scenes(scene =>
        {
            foreach (var wait in Waiting(scene.Before).Where(wait => scene.After?.Line.Find(wait.Id) is null))
            {
                var isOver =
                    scene.After?.Lease?.Holder == wait.Who
                    || scene.After is null && scene.Happened.Any(happened => happened is Deleted)
                    || (scene.Act.What is What.Leave or What.Depart && scene.Act.Who == wait.Who)
                    || scene.Happened.Any(happened => happened is TurnPassed passed && passed.Wait.Id == wait.Id);
                isOver.ShouldBeTrue($"{wait} was lost by {scene.Act}");
            }
        });

    [Fact]
    public void The_order_is_that_of_joining_but_for_those_who_stepped_back_or_were_put_first() =>
        Acts.Scenes(scene =>
        {
            HashSet<WaitId> moved =
            [
                .. scene.Happened.OfType<WentNext>().Select(went => went.Wait.Id),
                .. scene.Happened.OfType<LetGoFirst>().Select(let => let.Wait.Id),
            ];
            if (scene.Happened.Any(happened => happened is TurnGivenBack) && scene.After?.Line.First is { } first)
                moved.Add(first.Id);
            var stayed = Ids(scene.Before).Intersect(Ids(scene.After)).Where(id => !moved.Contains(id)).ToList();
            Ids(scene.After).Where(stayed.Contains).ShouldBe(stayed);
            foreach (var joined in scene.Happened.OfType<Joined>().Where(joined => !joined.IsAgain))
                Ids(scene.After).Last().ShouldBe(joined.Wait.Id);
        });

    [Fact]
    public void Each_turn_is_told_once_and_so_is_each_that_passes() =>
        Acts.Scenes(scene =>
        {
            var gone = scene.Act.What == What.Depart ? scene.Act.Who : (UserId?)null;
            scene
                .Told.Where(notice => notice.Content is NoticeContent.Turn or NoticeContent.TurnPassed)
                .Select(notice => notice.To)
                .ShouldBe(
                    scene
                        .Happened.Select(TurnOf)
                        .OfType<UserId>()
                        .Where(person => person != gone)
                        .Select(person => (Recipient)person)
                );
            if (scene.After?.Holding is Holding.Offered(var turn) && scene.Before?.Holding != scene.After.Holding)
                scene.Happened.OfType<TurnGiven>().Last().Until.ShouldBe(turn.Until);
        });

    [Fact]
    public void Watchers_are_told_that_it_is_free_only_when_nobody_is_in_line() =>
        Acts.Scenes(scene =>
        {
            if (!scene.Told.Any(notice => notice.Content is NoticeContent.Free))
                return;
            // A line that forms in the same moment does so afterwards.
            (scene.After?.Line.Count ?? 0).ShouldBe(0);
        });

    [Fact]
    public void No_turn_outlasts_its_window_and_nobody_else_gets_the_resource_in_it() =>
        Acts.Scenes(scene =>
        {
            if (scene.Found?.Present.Holding is Holding.Offered(var turn))
            {
                turn.Until.ShouldBeLessThanOrEqualTo(scene.Now + Acts.Rules.ClaimWindow);
                if (scene.After?.At(scene.Now).Lease is { } lease && lease.Holder != turn.Who)
                    (scene.Act.What is What.Override or What.Undo).ShouldBeTrue($"{scene.Act}");
            }
        });

    private static UserId? TurnOf(ResourceEvent happened) =>
        happened switch
        {
            TurnGiven given => given.Wait.Who.Responsible,
            TurnPassed passed => passed.Wait.Who.Responsible,
            _ => null,
        };

    private static IEnumerable<Wait> Waiting(Resource? resource) => resource is null ? [] : resource.Line.All;

    private static IEnumerable<WaitId> Ids(Resource? resource) => Waiting(resource).Select(wait => wait.Id);
}
