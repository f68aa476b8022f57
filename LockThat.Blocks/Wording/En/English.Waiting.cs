using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public CommandText QueueCommand { get; } =
        new("[NAME] [LENGTH] [REASON…]", "join the line, or change what you wait for; alone, see where you wait");

    public CommandText LeaveCommand { get; } = new("[NAME]", "leave the line, and stop being told");

    public Prose JoinOrWatch =>
        Prose.Of(
            $"In line, it is *kept for you* when your turn comes. If you are only told that it is free, the first to lock it has it."
        );

    public Prose Joined(ResourceLine line, IReadOnlyList<WaitLine> ahead, int others) =>
        Prose.Of(
            $":busts_in_silhouette: *{You(line)}* for {line.NameShown}{Wish(line)}. {Before(line, ahead, others)}"
        );

    public Prose JoinedAgain(ResourceLine line, PlaceLine before, IReadOnlyList<WaitLine> ahead, int others) =>
        line.Place is { } place && (place.Length, place.Reason) != (before.Length, before.Reason)
            ? Prose.Of(
                $":arrows_counterclockwise: *Changed.* {Change(place, before)} {You(line)} for {line.NameShown} as before. {Before(line, ahead, others)}"
            )
            : Prose.Of(
                $":busts_in_silhouette: *{You(line)} already* for {line.NameShown}{Wish(line)}. {Before(line, ahead, others)}"
            );

    public Prose LockedAtOnce(ResourceLine line, TimeSpan length, bool isCreated) =>
        Prose.Of($"{Locked(line, length, isCreated)} Nobody had it, so there was no line to join.");

    public Prose WentNext(ResourceLine line, IReadOnlyList<WaitLine> ahead, int others) =>
        Prose.Of(
            $":busts_in_silhouette: *{You(line)}* for {line.NameShown}, for the time that you had left{(line.Place is { } place ? Left(place) : Prose.None)}. {Before(line, ahead, others)}"
        );

    public Prose LetGoFirst(ResourceLine line, ActorLine next, IReadOnlyList<WaitLine> ahead, int others) =>
        Prose.Of(
            $":leftwards_arrow_with_hook: *{By(next)} goes first.* {You(line)} for {line.NameShown}. {Before(line, ahead, others)}"
        );

    public Prose Left(ResourceLine line) => Prose.Of($":no_bell: *You are not in line any more.* {State(line)}");

    public Prose TurnTaken(ResourceLine line, TimeSpan length, ActorLine first) =>
        Prose.Of(
            $":lock: *Locked.* {Yours(line, length)}\nIt was {By(first)}'s turn: they stay first in line, and are told now."
        );

    public Prose TurnGivenBack(ResourceLine line) =>
        line.Turn is { } turn
            ? Prose.Of(
                $":leftwards_arrow_with_hook: *Given back.* It is {Whose(line, turn)} again, until {At(turn.Until)}. They are told."
            )
            : Prose.Of($":leftwards_arrow_with_hook: *Given back.* {State(line)}");

    public Prose HoldsAlready(ResourceLine line) =>
        Prose.Of($":information_source: *You have it already,* so there is nothing to wait for. {State(line)}");

    public Prose JoinedTooLong(string name, TimeSpan max) =>
        Prose.Of(
            $":warning: *Not in line.* A lock can last {Length(max)} at most. Try {Example($"/lockthat queue {name} 2h")}."
        );

    public Prose LineIsFull(ResourceLine line, int max) =>
        Prose.Of($":no_entry: *Not in line.* The line has room for {Number(max)} people. {State(line)}");

    public Prose NotInLine(ResourceLine line) => Prose.Of($":information_source: *You are not in line.* {State(line)}");

    public Prose NobodyBehind(ResourceLine line) =>
        Prose.Of($":information_source: *Nobody is behind you* who could go first. {State(line)}");

    public Prose WaitsHeading(int waits) => Prose.Of($"*You wait for {Resources(waits)}:*");

    public Prose NothingAwaited(string example) =>
        Prose.Of($":white_check_mark: You wait for nothing. {Example(example)} joins the line of what another has.");

    public Prose LeaveWhich(int waits) => Prose.Of($":grey_question: *Which line?* You wait for {Resources(waits)}:");

    public string JoinTitle => "Join the line";

    public string JoinSubmit => "Join";

    public Prose JoinQuestion(ResourceLine line, DateTimeOffset? expected) =>
        Prose.Of(
            $"{State(line)}{(line.Place is null && expected is { } turn ? Prose.Of($" Join now, and your turn comes about {At(turn)}.") : Prose.None)}"
        );

    public Prose YourTurn(ResourceLine line) =>
        line.Turn is { } turn
            ? Prose.Of(
                $":tada: *It is your turn:* {line.NameShown} is free, and kept for you until {At(turn.Until)}. *{LockButton}* takes it{Wish(line)}.{Behind(line.Waiting - 1, "you")}"
            )
            : State(line);

    public Prose YourTurnPassed(string name) =>
        Prose.Of($":hourglass: Your turn for {new CodeSpan(name)} has passed, and you are not in line any more.");

    public Prose YourTurnTaken(ResourceLine line) =>
        Prose.Of(
            $":warning: {HolderOf(line)} took {line.NameShown} by override in your turn, until {EndOf(line)}{WhyOf(line)}. {You(line)} as before{Comes(line)}."
        );

    public Prose PassedYou(ResourceLine line, ActorLine by) =>
        Prose.Of(
            $":busts_in_silhouette: {By(by)}, whose lock was taken over, goes before you in line for {line.NameShown}. {You(line)} now{Comes(line)}."
        );

    public Prose HandedPastYou(ResourceLine line, ActorLine by) =>
        Prose.Of(
            $":handshake: {By(by)} handed {line.NameShown} over to {HolderOf(line)}, who had asked for it, until {EndOf(line)}{WhyOf(line)}. {You(line)} as before{Comes(line)}."
        );

    public Prose DelayedForYou(ResourceLine line) =>
        Prose.Of(
            $":hourglass_flowing_sand: {HolderOf(line)} has {line.NameShown} for longer, until {EndOf(line)}{WhyOf(line)}. {You(line)}{Comes(line)}."
        );

    public Prose AwaitedOfYou(ResourceLine line, WaitLine first) =>
        Prose.Of(
            $":busts_in_silhouette: *{By(first.Who)} waits* for {line.NameShown}, which you hold until {EndOf(line)}, and wants it for {Length(first.Length)}.{(line.Waiting > 1 ? Prose.Of($" {People(line.Waiting)} in line.") : Prose.None)}"
        );

    public Prose IsFreeAfterTurn(ResourceLine line) =>
        Prose.Of($":unlock: {line.NameShown} is free now: nobody is in line any more. First come, first served.");

    public Prose HistoryJoined(EventLine line, TimeSpan? length, string? reason, bool isAgain) =>
        isAgain
            ? Past(
                line,
                Prose.Of(
                    $":busts_in_silhouette: {By(line.By)} changed their wait for {line.NameShown}{Wanted(length)}{Why(reason)}"
                )
            )
            : Past(
                line,
                Prose.Of(
                    $":busts_in_silhouette: {By(line.By)} joined the line of {line.NameShown}{Wanted(length)}{Why(reason)}"
                )
            );

    public Prose HistoryLeft(EventLine line) =>
        Past(line, Prose.Of($":busts_in_silhouette: {By(line.By)} left the line of {line.NameShown}"));

    public Prose HistoryTurnGiven(EventLine line) =>
        Past(line, Prose.Of($":bell: The turn of {By(line.By)} for {line.NameShown} began"));

    public Prose HistoryTurnPassed(EventLine line) =>
        Past(line, Prose.Of($":bell: The turn of {By(line.By)} for {line.NameShown} passed"));

    public Prose HistoryTurnTaken(EventLine line, ActorLine first, TimeSpan length, string? reason) =>
        Past(
            line,
            Prose.Of(
                $":warning: {By(line.By)} locked {line.NameShown} in the turn of {By(first)} for {Length(length)}{Why(reason)}"
            )
        );

    public Prose HistoryTurnGivenBack(EventLine line, ActorLine first) =>
        Past(
            line,
            Prose.Of($":leftwards_arrow_with_hook: {By(line.By)} gave {line.NameShown} up for the turn of {By(first)}")
        );

    public Prose HistoryLetGoFirst(EventLine line, ActorLine next) =>
        Past(line, Prose.Of($":busts_in_silhouette: {By(line.By)} let {By(next)} go first for {line.NameShown}"));

    public Prose HistoryWentNext(EventLine line) =>
        Past(line, Prose.Of($":busts_in_silhouette: {By(line.By)} came to the head of the line of {line.NameShown}"));
}
