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
    ExtendUntil,
    GiveBack,
    Watch,
    Unwatch,
    Delete,
    Create,
    Wake,
    Depart,
    Join,
    Leave,
    LetPass,
    GoNext,
    Ask,
    HandOver,
    Keep,
    Give,
    Undo,
    Restore,
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
/// <param name="Command">The command; null for the clock, and for somebody who departs.</param>
/// <param name="IsStale">Whether there was a button, and it was drawn for another state.</param>
internal sealed record Step(
    Resource? Before,
    Act Act,
    ResourceCommand? Command,
    bool IsStale,
    Outcome? Outcome,
    IReadOnlyList<Notice> Told,
    IReadOnlyList<ResourceEvent> Happened,
    Resource? After,
    DateTimeOffset Now
)
{
    /// <summary>The resource that the act found, when what had ended by then was over.</summary>
    public Settled? Found => Before?.Settle(Some.At(Now).Under(Acts.Rules));
}

/// <summary>Acts of five people and the clock upon one resource, in a random order. A story that fails is told with its
/// seed.</summary>
internal static class Acts
{
    /// <summary>So little that a few people reach the maximum.</summary>
    public static readonly LockRules Rules = Some.Rules with
    {
        MaxDuration = TimeSpan.FromHours(5),
        DefaultDuration = TimeSpan.FromHours(1),
    };

    public static readonly UserId[] People = [Some.Ada, Some.Bob, Some.Cleo, Some.Dora, Some.Emil];

    // A line forms only when many join it.
    private static readonly What[] Often =
    [
        .. Enum.GetValues<What>(),
        .. Enumerable.Repeat(What.Join, 6),
        .. Enumerable.Repeat(What.Wake, 3),
        What.Lock,
        What.Unlock,
        What.LetPass,
        What.Ask,
    ];

    private static readonly Gen<Act> Any = Gen.Select(
        Gen.Int[0, Often.Length - 1],
        Gen.Int[0, People.Length - 1],
        Gen.Int[1, 6 * 60],
        Gen.Int[0, 90],
        Gen.Enum<Sees>(),
        (what, person, minutes, wait, sees) =>
            new Act(Often[what], People[person], TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(wait), sees)
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
