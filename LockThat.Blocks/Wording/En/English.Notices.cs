using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public Prose EndsSoon(ResourceLine line) =>
        Prose.Of($":alarm_clock: Your lock on {line.NameShown} ends soon, {EndOf(line)}.{InLine(line)}");

    public Prose Ended(ResourceLine line, DateTimeOffset until) =>
        Prose.Of($":hourglass: Your lock on {line.NameShown} has ended, {At(until)}. It is free for others now.");

    public Prose EndedSince(string name, DateTimeOffset until, ResourceLine? now) =>
        Prose.Of($":hourglass: Your lock on {new CodeSpan(name)} has ended, {At(until)}. {Now(now)}");

    public Prose IsFree(ResourceLine line, ActorLine was) =>
        Prose.Of($":unlock: {line.NameShown} is free now: the lock of {By(was)} is over. First come, first served.");

    public Prose FreeSince(string name) =>
        Prose.Of($":wastebasket: {new CodeSpan(name)}, which you were waiting for, has been deleted. It is gone.");

    public Prose TakenOverFromYou(ResourceLine line) =>
        Prose.Of(
            $":warning: {HolderOf(line)} took over your lock on {line.NameShown}, until {EndOf(line)}{WhyOf(line)}."
        );

    public Prose TakenOverSince(string name, ActorLine by, ResourceLine? now) =>
        Prose.Of($":warning: {By(by)} took over your lock on {new CodeSpan(name)}. {Now(now)}");

    public Prose FreedByOther(ResourceLine line, ActorLine by) =>
        Prose.Of($":unlock: {By(by)} unlocked {line.NameShown}, which you held. It is free now.");

    public Prose FreedByOtherSince(string name, ActorLine by, ResourceLine? now) =>
        Prose.Of($":unlock: {By(by)} unlocked {new CodeSpan(name)}, which you held. {Now(now)}");

    public Prose GivenBackToYou(ResourceLine line, ActorLine by) =>
        Prose.Of(
            $":leftwards_arrow_with_hook: {By(by)} gave you back {line.NameShown}. It is yours until {EndOf(line)}{WhyOf(line)}."
        );

    public Prose GivenBackToYouTooLate(ResourceLine line, ActorLine by) =>
        Prose.Of(
            $":leftwards_arrow_with_hook: {By(by)} gave back {line.NameShown}, but your time was over by then. It is free."
        );

    public Prose GivenBackTooLateSince(string name, ActorLine by, ResourceLine? now) =>
        Prose.Of(
            $":leftwards_arrow_with_hook: {By(by)} gave back {new CodeSpan(name)}, but your time was over by then. {Now(now)}"
        );

    public Prose DeletedByOther(string name, ActorLine by) =>
        Prose.Of($":wastebasket: {By(by)} deleted {new CodeSpan(name)}, which you were waiting for. It is gone.");

    public Prose DeletedSince(string name, ActorLine by, ResourceLine? now) =>
        Prose.Of(
            $":wastebasket: {By(by)} deleted {new CodeSpan(name)}, which you were waiting for, and it was created anew. {Now(now)}"
        );

    public Prose Twin(ResourceLine line, string other) =>
        Prose.Of(
            $":bookmark: {new CodeSpan(other)} and the resource that you hold until {EndOf(line)} have the same name: the kind of a quote, a dash or an ellipsis makes no difference any more. Both are there. Yours is called {line.NameShown} from now on."
        );

    public Prose WelcomeHello =>
        Prose.Of(
            $":wave: *Thank you for installing LockThat!* It tells your team who is using the things that you share, such as test sites and devices, and until when. It is an *honour system*: nothing is blocked, everybody can see who has what."
        );

    public Prose WelcomeSteps =>
        Prose.Of(
            $"Try it in any channel:\n• {Example("/lockthat lock test-site 2 h demo")} — lock something\n• {Example("/lockthat list")} — see who has what\n• {Example("/lockthat unlock test-site")} — free it\n• {Example("/lockthat help")} — everything else"
        );

    public Prose WelcomeHome =>
        Prose.Of($"The *Home* tab above shows all of it, with buttons. Your colleagues need to install nothing.");

    // A message that had to wait says what is true at its delivery.
    private static Prose Now(ResourceLine? now) =>
        now switch
        {
            null => Prose.Of($"It has been deleted since."),
            { Turn: { } turn } => Prose.Of(
                $"Nobody holds it now, and it is {Whose(now, turn)} until {At(turn.Until)}."
            ),
            { Lease: null } => Prose.Of($"It is free now."),
            { Lease: var lease } => Prose.Of($"{By(lease.Holder)} has it now, until {End(lease)}{Why(lease)}."),
        };

    private static Prose HolderOf(ResourceLine line) => line.Lease is { } lease ? By(lease.Holder) : Prose.None;

    private static Prose EndOf(ResourceLine line) => line.Lease is { } lease ? Prose.Of($"{End(lease)}") : Prose.None;

    private static Prose WhyOf(ResourceLine line) => line.Lease is { } lease ? Why(lease) : Prose.None;
}
