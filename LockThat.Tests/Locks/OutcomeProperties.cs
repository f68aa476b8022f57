using LockThat.App.Locks;

namespace LockThat.Tests.Locks;

/// <summary>That what people are told of their request is what came of it, whatever happened before.</summary>
public sealed class OutcomeProperties
{
    [Fact]
    public void Who_is_told_that_it_is_theirs_has_it_and_nobody_else_had_it_unless_it_was_taken_from_them() =>
        Acts.Scenes(scene =>
        {
            if (scene.Outcome is not Outcome.Accepted(Locked or Renewed or TakenOver or Extended))
                return;
            var (who, had) = (scene.Act.Who, scene.Before?.At(scene.Now).Lease?.Holder);
            var mayHaveIt = scene.Outcome switch
            {
                Outcome.Accepted(Locked) => had is null,
                Outcome.Accepted(TakenOver) => scene.Act.What == What.Override && had is { } former && former != who,
                _ => had == who,
            };
            mayHaveIt.ShouldBeTrue($"{who} got {scene.Outcome} of what was {had}'s");
            scene.After.ShouldNotBeNull().Lease.ShouldNotBeNull().Holder.ShouldBe(who);
        });

    [Fact]
    public void A_refusal_changes_nothing_and_names_who_holds_it() =>
        Acts.Scenes(scene =>
        {
            if (scene.Outcome is not Outcome.Refused(var why, _) || scene.Act.What == What.Unwatch)
                return;
            ShouldOnlyHaveEnded(scene);
            if (why is Refusal.HeldBy(var lease, _))
                (lease, lease.Holder == scene.Act.Who).ShouldBe((scene.After?.Lease, false));
        });

    [Fact]
    public void A_button_that_was_drawn_for_another_lock_does_nothing() =>
        Acts.Scenes(scene =>
        {
            if (!scene.IsPressed || scene.Before?.At(scene.Now).Lease?.Id == scene.Lease)
                return;
            if (
                scene.Act.What
                is What.Override
                    or What.Unlock
                    or What.UnlockOverride
                    or What.Extend
                    or What.GiveBack
                    or What.Watch
                    or What.Delete
            )
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
                if (act.What is What.Watch or What.Unwatch or What.Delete or What.Depart or What.Wake)
                    continue;
                var again = play.DoesAgain(once, $"request {number}");
                Alike.Are(again.Outcome, once.Outcome).ShouldBeTrue($"{once.Outcome}, then {again.Outcome}");
                again.After.ShouldBeSameAs(once.After);
                again.Told.ShouldBeEmpty();
            }
        });

    // A lease past its end is settled by whatever comes next.
    private static void ShouldOnlyHaveEnded(Step scene)
    {
        if (ReferenceEquals(scene.After, scene.Before))
        {
            scene.Told.ShouldBeEmpty();
            return;
        }

        Alike.Of(scene.After).ShouldBe(Alike.Of(scene.Before?.At(scene.Now)));
        var ended = scene.Before.ShouldNotBeNull().Lease.ShouldNotBeNull();
        ended.HasEnded(scene.Now).ShouldBeTrue();
        scene
            .Told.Select(notice => notice.To.Address)
            .ShouldBe([$"{ended.Holder}", .. scene.Before.Watchers.Select(watcher => watcher.Value)]);
    }
}
