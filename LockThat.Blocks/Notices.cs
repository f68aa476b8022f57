using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>What the app tells people by direct message, each with the next step.</summary>
public static class Notices
{
    public static Message EndsSoon(ResourceLine line) =>
        One(Prose.Of($":alarm_clock: Your lock on {line.NameShown} ends soon, {End(line)}."), Buttons.For(line));

    public static Message Ended(ResourceLine line, DateTimeOffset until) =>
        One(
            Prose.Of(
                $":hourglass: Your lock on {line.NameShown} has ended, {new DateToken(until)}. It is free for others now."
            ),
            [Buttons.Lock(line, "Lock again")]
        );

    public static Message Free(ResourceLine line, ActorLine was) =>
        One(
            Prose.Of(
                $":unlock: {line.NameShown} is free now: the lock of {was.Shown} is over. First come, first served."
            ),
            [Buttons.Lock(line)]
        );

    public static Message TakenOver(ResourceLine line) =>
        One(
            Prose.Of($":warning: {By(line)} took over your lock on {line.NameShown}, until {End(line)}{Why(line)}."),
            [Buttons.Override(line, "Take it back"), Buttons.Watch(line)]
        );

    public static Message FreedByOther(ResourceLine line, ActorLine by) =>
        One(
            Prose.Of($":unlock: {by.Shown} unlocked {line.NameShown}, which you held. It is free now."),
            [Buttons.Lock(line, "Lock again")]
        );

    public static Message GivenBack(ResourceLine line, ActorLine by) =>
        One(
            Prose.Of(
                $":leftwards_arrow_with_hook: {by.Shown} gave you back {line.NameShown}. It is yours until {End(line)}{Why(line)}."
            ),
            Buttons.For(line)
        );

    public static Message GivenBackTooLate(ResourceLine line, ActorLine by) =>
        One(
            Prose.Of(
                $":leftwards_arrow_with_hook: {by.Shown} gave back {line.NameShown}, but your time has passed meanwhile. It is free."
            ),
            [Buttons.Lock(line, "Lock again")]
        );

    public static Message Deleted(string name, ActorLine by) =>
        One(
            Prose.Of($":wastebasket: {by.Shown} deleted {new CodeSpan(name)}, which you were waiting for. It is gone."),
            []
        );

    public static Message Twin(ResourceLine line, string other) =>
        One(
            Prose.Of(
                $":bookmark: {new CodeSpan(other)} and the resource that you hold until {End(line)} have the same name: the kind of a quote, a dash or an ellipsis makes no difference any more. Both are there. Yours is called {line.NameShown} from now on."
            ),
            Buttons.For(line)
        );

    /// <summary>That somebody's lock has ended, when the resource is no longer free.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="until">When it ended.</param>
    /// <param name="now">The resource as it stands; null when it was deleted.</param>
    public static Message EndedSince(string name, DateTimeOffset until, ResourceLine? now) =>
        Since(
            Prose.Of($":hourglass: Your lock on {new CodeSpan(name)} has ended, {new DateToken(until)}."),
            now,
            "Lock again"
        );

    /// <summary>That what somebody waited for is gone.</summary>
    /// <param name="name">The resource.</param>
    public static Message FreeSince(string name) =>
        One(
            Prose.Of($":wastebasket: {new CodeSpan(name)}, which you were waiting for, has been deleted. It is gone."),
            []
        );

    /// <summary>That somebody's lock was taken over, when the new lock is over.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="by">Who took it over.</param>
    /// <param name="now">The resource as it stands; null when it was deleted.</param>
    public static Message TakenOverSince(string name, ActorLine by, ResourceLine? now) =>
        Since(Prose.Of($":warning: {by.Shown} took over your lock on {new CodeSpan(name)}."), now, "Lock again");

    /// <summary>That somebody's lock was ended by another person, when the resource is no longer free.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="by">Who unlocked it.</param>
    /// <param name="now">The resource as it stands; null when it was deleted.</param>
    public static Message FreedByOtherSince(string name, ActorLine by, ResourceLine? now) =>
        Since(Prose.Of($":unlock: {by.Shown} unlocked {new CodeSpan(name)}, which you held."), now, "Lock again");

    /// <summary>That a lock was given back after its end, when the resource is no longer free.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="by">Who gave it back.</param>
    /// <param name="now">The resource as it stands; null when it was deleted.</param>
    public static Message GivenBackTooLateSince(string name, ActorLine by, ResourceLine? now) =>
        Since(
            Prose.Of(
                $":leftwards_arrow_with_hook: {by.Shown} gave back {new CodeSpan(name)}, but your time was over by then."
            ),
            now,
            "Lock again"
        );

    /// <summary>That what somebody waited for was deleted, when there is one of that name again.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="by">Who deleted it.</param>
    /// <param name="now">The new one.</param>
    public static Message DeletedSince(string name, ActorLine by, ResourceLine? now) =>
        Since(
            Prose.Of(
                $":wastebasket: {by.Shown} deleted {new CodeSpan(name)}, which you were waiting for, and it was created anew."
            ),
            now,
            "Lock"
        );

    /// <summary>To whoever installed the app.</summary>
    public static Message Welcome()
    {
        var hello = Prose.Of(
            $":wave: *Thank you for installing LockThat!* It tells your team who is using the things that you share, such as test sites and devices, and until when. It is an *honour system*: nothing is blocked, everybody can see who has what."
        );
        var steps = Prose.Of(
            $"Try it in any channel:\n• {new CodeSpan("/lockthat lock test-site 2 h demo")} — lock something\n• {new CodeSpan("/lockthat list")} — see who has what\n• {new CodeSpan("/lockthat unlock test-site")} — free it\n• {new CodeSpan("/lockthat help")} — everything else"
        );
        var home = Prose.Of(
            $"The *Home* tab above shows all of it, with buttons. Your colleagues need to install nothing."
        );
        return new(Prose.Join("\n", hello, steps, home).Fallback)
        {
            Blocks =
            [
                new SectionBlock { Text = new Markdown(hello.Markdown) },
                new SectionBlock { Text = new Markdown(steps.Markdown) },
                new SectionBlock { Text = new Markdown(home.Markdown) },
            ],
        };
    }

    // A message that had to wait says what is true at its delivery.
    private static Message Since(Prose happened, ResourceLine? now, string lockLabel) =>
        now switch
        {
            null => One(Prose.Join(" ", happened, Prose.Of($"It has been deleted since.")), []),
            { Lease: null } => One(
                Prose.Join(" ", happened, Prose.Of($"It is free now.")),
                [Buttons.Lock(now, lockLabel)]
            ),
            _ => One(
                Prose.Join(" ", happened, Prose.Of($"{By(now)} has it now, until {End(now)}{Why(now)}.")),
                [Buttons.Watch(now)]
            ),
        };

    private static Prose By(ResourceLine line) => line.Lease is { } lease ? Prose.Of($"{lease.By}") : Prose.None;

    private static Prose End(ResourceLine line) => line.Lease is { } lease ? Prose.Of($"{lease.End}") : Prose.None;

    private static Prose Why(ResourceLine line) => line.Lease?.Why ?? Prose.None;

    private static Message One(Prose said, IReadOnlyList<Button> buttons) => Replies.One(said, buttons);
}
