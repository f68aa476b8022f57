using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public CommandText HistoryCommand { get; } = new("[NAME]", "see what happened, the newest first");

    public Prose HistoryHeading(string? name) =>
        name is null
            ? Prose.Of($":scroll: *History*, the newest first")
            : Prose.Of($":scroll: *History* of {new CodeSpan(name)}, the newest first");

    public Prose NothingHappened(string? name) =>
        name is null
            ? Prose.Of($":scroll: Nothing to show: nothing has happened yet.")
            : Prose.Of($":scroll: Nothing to show about {new CodeSpan(name)}.");

    public Prose NothingFiltered => Prose.Of($":mag: Nothing of this kind has happened, or not by this person.");

    public string HistoryTitle => "History";

    public string MoreButton => "More";

    public string OlderButton => "Older";

    public string NewerButton => "Newer";

    public string AnybodyPlaceholder => "By anybody";

    public string AnythingPlaceholder => "Everything";

    public string ShowEverythingButton => "Show everything";

    public string LocksKind => "Locks and new resources";

    public string UnlocksKind => "Unlocks and ends";

    public string LineKind => "The line";

    public string AskingKind => "Asking and giving";

    public string ResourcesKind => "Deletions";

    public Prose HistoryLocked(EventLine line, TimeSpan length, string? reason, bool isCreated) =>
        isCreated
            ? Past(
                line,
                Prose.Of($":lock: {By(line.By)} created and locked {line.NameShown} for {Length(length)}{Why(reason)}")
            )
            : Past(line, Prose.Of($":lock: {By(line.By)} locked {line.NameShown} for {Length(length)}{Why(reason)}"));

    public Prose HistoryRenewed(EventLine line, DateTimeOffset until, string? reason) =>
        Past(line, Prose.Of($":lock: {By(line.By)} renewed {line.NameShown} until {At(until)}{Why(reason)}"));

    public Prose HistoryExtended(EventLine line, TimeSpan by) =>
        Past(line, Prose.Of($":lock: {By(line.By)} extended {line.NameShown} by {Length(by)}"));

    public Prose HistoryTakenOver(EventLine line, ActorLine former, TimeSpan length, string? reason) =>
        Past(
            line,
            Prose.Of(
                $":warning: {By(line.By)} took {line.NameShown} over from {By(former)} for {Length(length)}{Why(reason)}"
            )
        );

    public Prose HistoryTurnTaken(EventLine line, ActorLine first, TimeSpan length, string? reason) =>
        Past(
            line,
            Prose.Of(
                $":warning: {By(line.By)} locked {line.NameShown} in the turn of {By(first)} for {Length(length)}{Why(reason)}"
            )
        );

    public Prose HistoryUnlocked(EventLine line) =>
        Past(line, Prose.Of($":unlock: {By(line.By)} unlocked {line.NameShown}"));

    public Prose HistoryFreed(EventLine line, ActorLine holder) =>
        Past(line, Prose.Of($":unlock: {By(line.By)} unlocked {line.NameShown}, which {By(holder)} had"));

    public Prose HistoryGivenBack(EventLine line, ActorLine holder) =>
        Past(line, Prose.Of($":leftwards_arrow_with_hook: {By(line.By)} gave {line.NameShown} back to {By(holder)}"));

    public Prose HistoryUndone(EventLine line, ActorLine holder) =>
        Past(
            line,
            Prose.Of(
                $":leftwards_arrow_with_hook: {By(line.By)} took back the unlock: {By(holder)} has {line.NameShown} again"
            )
        );

    public Prose HistoryEnded(EventLine line) =>
        Past(line, Prose.Of($":hourglass: The lock of {By(line.By)} on {line.NameShown} ended"));

    public Prose HistoryReleased(EventLine line) =>
        Past(line, Prose.Of($":hourglass: {By(line.By)} has no account any more, and {line.NameShown} became free"));

    public Prose HistoryCreated(EventLine line) =>
        Past(line, Prose.Of($":sparkles: {By(line.By)} created {line.NameShown}"));

    public Prose HistoryDeleted(EventLine line) =>
        Past(line, Prose.Of($":wastebasket: {By(line.By)} deleted {line.NameShown}"));

    public Prose HistoryRestored(EventLine line) =>
        Past(line, Prose.Of($":leftwards_arrow_with_hook: {By(line.By)} took back the deletion of {line.NameShown}"));

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

    public Prose HistoryLetGoFirst(EventLine line, ActorLine next) =>
        Past(line, Prose.Of($":busts_in_silhouette: {By(line.By)} let {By(next)} go first for {line.NameShown}"));

    public Prose HistoryWentNext(EventLine line) =>
        Past(line, Prose.Of($":busts_in_silhouette: {By(line.By)} came to the head of the line of {line.NameShown}"));

    public Prose HistoryTurnGivenBack(EventLine line, ActorLine first) =>
        Past(
            line,
            Prose.Of($":leftwards_arrow_with_hook: {By(line.By)} gave {line.NameShown} up for the turn of {By(first)}")
        );

    public Prose HistoryAsked(EventLine line, ActorLine holder, TimeSpan? length, string? message) =>
        Past(
            line,
            Prose.Of(
                $":raising_hand: {By(line.By)} asked {By(holder)} for {line.NameShown}{Wanted(length)}{Why(message)}"
            )
        );

    public Prose HistoryHandedOver(EventLine line, ActorLine to) =>
        Past(line, Prose.Of($":handshake: {By(line.By)} handed {line.NameShown} over to {By(to)}"));

    public Prose HistoryKept(EventLine line, ActorLine asker, string? answer) =>
        Past(
            line,
            Prose.Of($":raising_hand: {By(line.By)} still needs {line.NameShown}; {By(asker)} had asked{Why(answer)}")
        );

    public Prose HistoryGiven(EventLine line, ActorLine to) =>
        Past(line, Prose.Of($":gift: {By(line.By)} gave {line.NameShown} to {By(to)}"));

    private static Prose Past(EventLine line, Prose what) => Prose.Of($"{At(line.At)}  {what}");

    private Prose Wanted(TimeSpan? length) => length is { } time ? Prose.Of($" for {Length(time)}") : Prose.None;
}
