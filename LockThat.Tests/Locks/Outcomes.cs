using LockThat.App.Locks;

namespace LockThat.Tests.Locks;

/// <summary>The result of a command, in one line.</summary>
internal static class Outcomes
{
    /// <summary>That it was done, and what happened.</summary>
    public static T ShouldHave<T>(this Outcome outcome)
        where T : ResourceEvent => outcome.ShouldBeOfType<Outcome.Accepted>().Event.ShouldBeOfType<T>();

    /// <summary>That it was refused, and why.</summary>
    public static T ShouldBeRefused<T>(this Outcome outcome)
        where T : Refusal => outcome.ShouldBeOfType<Outcome.Refused>().Why.ShouldBeOfType<T>();

    /// <summary>That it was refused because another state was found than the asker was shown.</summary>
    public static void ShouldBeChanged(this Outcome outcome, Resource? present) =>
        outcome.ShouldBe(new Outcome.Refused(new Refusal.Changed(), present));

    /// <summary>That it was refused because of this lock of another.</summary>
    public static void ShouldBeHeldBy(this Outcome outcome, Lease lease, bool isWatched = false) =>
        outcome.ShouldBeRefused<Refusal.HeldBy>().ShouldBe(new Refusal.HeldBy(lease, isWatched));

    /// <summary>That nothing was to be done.</summary>
    public static void ShouldBeUnchanged(this Outcome outcome) => outcome.ShouldBeOfType<Outcome.Unchanged>();
}
