using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>What the app tells people by direct message, each with the next step.</summary>
public static class Notices
{
    public static Message EndsSoon(ResourceLine line) => One(
        Prose.Of($":alarm_clock: Your lock on {line.NameShown} ends soon, {End(line)}."), Buttons.For(line));

    public static Message Ended(ResourceLine line, DateTimeOffset until) => One(
        Prose.Of($":hourglass: Your lock on {line.NameShown} has ended, {new DateToken(until)}. It is free for others now."),
        [Buttons.Lock(line, "Lock again")]);

    public static Message Free(ResourceLine line, string was) => One(
        Prose.Of($":unlock: {line.NameShown} is free now: the lock of {new UserMention(was)} is over. First come, first served."),
        [Buttons.Lock(line)]);

    public static Message TakenOver(ResourceLine line) => One(
        Prose.Of($":warning: {By(line)} took over your lock on {line.NameShown}, until {End(line)}{Why(line)}."),
        [Buttons.Override(line, "Take it back"), Buttons.Watch(line)]);

    public static Message FreedByOther(ResourceLine line, string by) => One(
        Prose.Of($":unlock: {new UserMention(by)} unlocked {line.NameShown}, which you held. It is free now."),
        [Buttons.Lock(line, "Lock again")]);

    public static Message GivenBack(ResourceLine line, string by) => One(
        Prose.Of($":leftwards_arrow_with_hook: {new UserMention(by)} gave you back {line.NameShown}. It is yours until {End(line)}{Why(line)}."),
        Buttons.For(line));

    public static Message GivenBackTooLate(ResourceLine line, string by) => One(
        Prose.Of($":leftwards_arrow_with_hook: {new UserMention(by)} gave back {line.NameShown}, but your time has passed meanwhile. It is free."),
        [Buttons.Lock(line, "Lock again")]);

    public static Message Deleted(string name, string by) => One(
        Prose.Of($":wastebasket: {new UserMention(by)} deleted {new CodeSpan(name)}, which you were waiting for. It is gone."), []);

    private static Prose By(ResourceLine line) => line.Lease is { } lease ? Prose.Of($"{lease.By}") : Prose.None;

    private static Prose End(ResourceLine line) => line.Lease is { } lease ? Prose.Of($"{lease.End}") : Prose.None;

    private static Prose Why(ResourceLine line) => line.Lease?.Why ?? Prose.None;

    private static Message One(Prose said, IReadOnlyList<Button> buttons) => Replies.One(said, buttons);
}
