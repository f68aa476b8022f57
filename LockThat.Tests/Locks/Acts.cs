using CsCheck;
using LockThat.App.Identifiers;
using LockThat.App.Locks;

namespace LockThat.Tests.Locks;

internal enum What
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

/// <summary>The state that the pressed button shows; none when the person types.</summary>
internal enum Sees
{
    Nothing,
    ThePresent,
    ThePast,
}

/// <summary>The act of a person after a while.</summary>
internal sealed record Act(What What, UserId Who, TimeSpan Time, TimeSpan Wait, Sees Sees);

/// <summary>An act with what came of it.</summary>
/// <param name="Lease">The lease that the button was drawn for.</param>
/// <param name="IsPressed">Whether there was a button.</param>
internal sealed record Step(
    Resource? Before,
    Act Act,
    LeaseId Lease,
    bool IsPressed,
    Outcome? Outcome,
    IReadOnlyList<Notice> Told,
    IReadOnlyList<ResourceEvent> Happened,
    Resource? After,
    DateTimeOffset Now
);

/// <summary>Acts of three people and the clock upon one resource, in a random order. A story that fails is told with
/// its seed.</summary>
internal static class Acts
{
    /// <summary>So little that three people reach the maximum.</summary>
    public static readonly LockRules Rules = Some.Rules with
    {
        MaxDuration = TimeSpan.FromHours(5),
        DefaultDuration = TimeSpan.FromHours(1),
    };

    private static readonly UserId[] People = [Some.Ada, Some.Bob, Some.Cleo];

    private static readonly Gen<Act> Any = Gen.Select(
        Gen.Enum<What>(),
        Gen.Int[0, 2],
        Gen.Int[1, 6 * 60],
        Gen.Int[0, 90],
        Gen.Enum<Sees>(),
        (what, person, minutes, wait, sees) =>
            new Act(what, People[person], TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(wait), sees)
    );

    /// <summary>Whether this holds of every scene of very many stories.</summary>
    public static void Scenes(Action<Step> holds) =>
        Stories(acts =>
        {
            var play = new Play();
            foreach (var act in acts)
                holds(play.Does(act));
        });

    /// <summary>Whether this holds of very many stories.</summary>
    public static void Stories(Action<Act[]> hold) => Any.Array[1, 40].Sample(hold, iter: Rounds.Of("STORIES", 1_000));
}

/// <summary>A story in which people press buttons that were drawn for what was, as well as for what is.</summary>
internal sealed class Play
{
    private readonly List<LeaseId> _leases = [new("never")];

    public Story Story { get; } = new(rules: Acts.Rules);

    /// <summary>Lets the act's time pass, and lets it happen.</summary>
    public Step Does(Act act, string? request = null)
    {
        var present = Story.After(act.Wait).Now?.Lease?.Id;
        return Happens(
            act,
            act.Sees == Sees.ThePast
                ? _leases.LastOrDefault(past => past != present, _leases[0])
                : present ?? _leases[0],
            request
        );
    }

    /// <summary>The same click, delivered again.</summary>
    public Step DoesAgain(Step scene, string request) => Happens(scene.Act, scene.Lease, request);

    private Step Happens(Act act, LeaseId lease, string? request)
    {
        var (before, told) = (Story.Now, Story.Told.Count);
        LeaseId? seen = act.Sees == Sees.Nothing && act.What != What.GiveBack ? null : lease;
        var happened = Story.Happened.Count;
        var outcome = Act(act, lease, seen, request);
        if (Story.Now?.Lease is { } present && !_leases.Contains(present.Id))
            _leases.Add(present.Id);
        return new(
            before,
            act,
            lease,
            seen is not null,
            outcome,
            Story.Told[told..],
            Story.Happened[happened..],
            Story.Now,
            Story.Time
        );
    }

    private Outcome? Act(Act act, LeaseId lease, LeaseId? seen, string? request) =>
        act.What switch
        {
            What.Lock => Story.Does(act.Who, Some.For(act.Time), request),
            What.Override => Story.Does(act.Who, Some.Override(act.Time, seen), request),
            What.Unlock => Story.Unlocks(act.Who, shown: Some.Shown(seen), request: request),
            What.UnlockOverride => Story.Unlocks(act.Who, isOverride: true, Some.Shown(seen), request),
            What.Extend => Story.Extends(act.Who, act.Time, Some.Shown(seen), request),
            What.GiveBack => Story.GivesBack(act.Who, lease, request),
            What.Watch => Story.Watches(act.Who, Some.Shown(seen)),
            What.Unwatch => Story.Unwatches(act.Who),
            What.Delete => Story.Deletes(act.Who, Some.Shown(seen)),
            What.Create => Story.Creates(act.Who, request),
            What.Depart => Quietly(() => Story.Departs(act.Who)),
            _ => Quietly(() => Story.Wakes()),
        };

    // Nobody is answered.
    private static Outcome? Quietly(Func<bool> act)
    {
        act();
        return null;
    }
}
