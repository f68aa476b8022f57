using LockThat.App.Locks;

namespace LockThat.Tests.Locks;

/// <summary>That what people are told of their request is what came of it, whatever happened before.</summary>
public sealed class OutcomeProperties
{
    [Fact]
    public void Who_is_told_that_it_is_theirs_has_it_and_nobody_else_had_it_unless_it_was_taken_from_them() =>
        Acts.Scenes(scene =>
        {
            if (scene.Outcome is not Outcome.Accepted(Locked or Renewed or TakenOver or TurnTaken or Extended))
                return;
            Actor who = scene.Act.Who;
            var (had, first) = (scene.Found?.Present.Lease?.Holder, TurnOf(scene.Found?.Present)?.Who);
            var mayHaveIt = scene.Outcome switch
            {
                Outcome.Accepted(Locked) => had is null && (first is null || first == who),
                Outcome.Accepted(TakenOver) => scene.Act.What == What.Override && had is { } former && former != who,
                Outcome.Accepted(TurnTaken) => scene.Act.What == What.Override && first is not null && first != who,
                _ => had == who,
            };
            mayHaveIt.ShouldBeTrue($"{who} got {scene.Outcome} of what was {had}'s, in the turn of {first}");
            scene.After.ShouldNotBeNull().Lease.ShouldNotBeNull().Holder.ShouldBe(who);
        });

    [Fact]
    public void A_refusal_changes_nothing_and_names_who_holds_it_or_has_the_turn() =>
        Acts.Scenes(scene =>
        {
            if (scene.Outcome is not Outcome.Refused(var why, _) || scene.Act.What == What.Unwatch)
                return;
            ShouldOnlyHaveEnded(scene);
            if (why is Refusal.HeldBy(var lease, _))
                (lease, lease.Holder == scene.Act.Who).ShouldBe((scene.After?.Lease, false));
            if (why is Refusal.NotYourTurn(var turn, var waiting, _))
                (turn, waiting, turn.Who == scene.Act.Who).ShouldBe(
                    (TurnOf(scene.After), scene.After?.Line.Count ?? 0, false)
                );
            if (why is Refusal.AlreadyHolds(var own))
                (own, own.Holder == scene.Act.Who).ShouldBe((scene.After?.Lease, true));
        });

    [Fact]
    public void A_button_that_was_drawn_for_another_state_does_nothing() =>
        Acts.Scenes(scene =>
        {
            if (scene.IsStale)
                ShouldOnlyHaveEnded(scene);
        });

    [Fact]
    public void No_end_is_ever_later_than_now_plus_the_maximum() =>
        Acts.Scenes(scene =>
        {
            if (scene.After?.Lease is not { } lease)
                return;
            lease.Until.ShouldBeLessThanOrEqualTo(scene.Now + Acts.Rules.MaxDuration);
            (lease.Former?.Until ?? lease.Until).ShouldBeLessThanOrEqualTo(scene.Now + Acts.Rules.MaxDuration);
        });

    [Fact]
    public void The_same_request_again_is_answered_alike_and_changes_nothing() =>
        Acts.Stories(acts =>
        {
            var play = new Play();
            foreach (var (number, act) in acts.Index())
            {
                var once = play.Does(act, $"request {number}");
                if (once.Command is null or Watch or Unwatch or Delete)
                    continue;
                var again = play.DoesAgain(once, $"request {number}");
                Alike.Are(again.Outcome, once.Outcome).ShouldBeTrue($"{once.Outcome}, then {again.Outcome}");
                again.After.ShouldBeSameAs(once.After);
                again.Told.ShouldBeEmpty();
            }
        });

    private static Turn? TurnOf(Resource? resource) => (resource?.Holding as Holding.Offered)?.Turn;

    // A lock or turn that has ended by itself is settled by the act that comes next.
    private static void ShouldOnlyHaveEnded(Step scene)
    {
        if (ReferenceEquals(scene.After, scene.Before))
        {
            scene.Told.ShouldBeEmpty();
            return;
        }

        var found = scene.Found.ShouldNotBeNull();
        Alike.Of(scene.After).ShouldBe(Alike.Of(found.Present));
        scene.Happened.Select(Alike.Of).ShouldBe(found.Events.Select(Alike.Of));
    }
}
