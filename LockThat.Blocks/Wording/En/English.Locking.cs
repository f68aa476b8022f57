using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public CommandText LockCommand { get; } =
        new(
            "NAME [LENGTH] [REASON…] [override]",
            "lock it, or renew your lock; `override` as the last word takes it over"
        );

    public CommandText UnlockCommand { get; } = new("NAME [override]", "free it (also `release`)");

    public CommandText ExtendCommand { get; } = new("NAME LENGTH", "add to the end of your lock");

    public Prose Locked(ResourceLine line, TimeSpan length, bool isCreated) =>
        Prose.Of(
            $":lock: *Locked.* {Yours(line, length)}{(isCreated ? Prose.Of($" It is new here: I created it.") : Prose.None)}"
        );

    public Prose Renewed(ResourceLine line, TimeSpan length, DateTimeOffset? before)
    {
        var change = before is { } end
            ? Prose.Of($" Your lock got *shorter*: before, it ended {At(end)}.")
            : Prose.None;
        return Prose.Of($":lock: *Renewed.* {Yours(line, length)}{change}");
    }

    public Prose TakenOver(ResourceLine line, TimeSpan length, LeaseLine former) =>
        Prose.Of(
            $":lock: *Taken over.* {Yours(line, length)}\n{By(former.Holder)} had it until {End(former)}{Why(former)}, and is told now."
        );

    public Prose NotLocked(ResourceLine line) => Prose.Of($":no_entry: *Not locked.* {Held(line)}");

    public Prose TooLong(string name, TimeSpan max) =>
        Prose.Of(
            $":warning: *Not locked.* A lock can last {Length(max)} at most. Try {Example($"/lockthat lock {name} 2h demo")}."
        );

    public Prose EndHasPassed(string name) =>
        Prose.Of(
            $":warning: *Not locked.* The end must be in the future. Try {Example($"/lockthat lock {name} 2h demo")}."
        );

    public Prose Unlocked(ResourceLine line) => Prose.Of($":unlock: *Unlocked.* {FreeNow(line)}");

    public Prose FreedFromOther(ResourceLine line, LeaseLine was) =>
        Prose.Of(
            $":unlock: *Unlocked.* {FreeNow(line)} {By(was.Holder)} had it until {End(was)}{Why(was)}, and is told."
        );

    public Prose NotUnlocked(ResourceLine line) =>
        Prose.Of(
            $":no_entry: *Not unlocked.* {Held(line)} Only its holder can unlock it; in their absence {Example($"/lockthat unlock {line.Name} override")} frees it and tells them."
        );

    public Prose WasFree(ResourceLine line) =>
        line.IsFree
            ? Prose.Of($":white_check_mark: {line.NameShown} is free already.")
            : Prose.Of($":white_check_mark: *There was nothing to unlock.* {State(line)}");

    public Prose Extended(ResourceLine line, TimeSpan by) =>
        Prose.Of($":lock: *Extended* by {Length(by)}. {State(line)}");

    public Prose NothingToExtend(ResourceLine line) =>
        line.IsFree
            ? Prose.Of(
                $":no_entry: *Not extended.* {line.NameShown} is free: there is no lock to extend. Try {Example($"/lockthat lock {line.Name} 2h")}."
            )
            : Prose.Of($":no_entry: *Not extended:* there is no lock to extend. {State(line)}");

    public Prose NotExtended(ResourceLine line) => Prose.Of($":no_entry: *Not extended.* {Held(line)}");

    public Prose ExtendedTooLong(ResourceLine line, TimeSpan max) =>
        Prose.Of($":warning: *Not extended.* No lock may end later than {Length(max)} from now. {State(line)}");

    public Prose EndsLater(ResourceLine line, DateTimeOffset asked) =>
        Prose.Of(
            $":no_entry: *Not extended.* {State(line)} You asked for {At(asked)}, which is not later. To make it shorter, lock it again until then."
        );

    public Prose GivenBack(ResourceLine line) =>
        Prose.Of($":leftwards_arrow_with_hook: *Given back.* {State(line)} They are told.");

    public Prose GivenBackTooLate(ResourceLine line, LeaseLine former) =>
        Prose.Of(
            $":leftwards_arrow_with_hook: *Given back.* The time of {By(former.Holder)} is over by now. {FreeNow(line)} They are told."
        );

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

    public Prose HistoryUnlocked(EventLine line) =>
        Past(line, Prose.Of($":unlock: {By(line.By)} unlocked {line.NameShown}"));

    public Prose HistoryFreed(EventLine line, ActorLine holder) =>
        Past(line, Prose.Of($":unlock: {By(line.By)} unlocked {line.NameShown}, which {By(holder)} had"));

    public Prose HistoryGivenBack(EventLine line, ActorLine holder) =>
        Past(line, Prose.Of($":leftwards_arrow_with_hook: {By(line.By)} gave {line.NameShown} back to {By(holder)}"));

    public Prose HistoryEnded(EventLine line) =>
        Past(line, Prose.Of($":hourglass: The lock of {By(line.By)} on {line.NameShown} ended"));

    private Prose FreeNow(ResourceLine line) => line.IsFree ? Prose.Of($"{line.NameShown} is free now.") : State(line);

    private Prose Yours(ResourceLine line, TimeSpan length) =>
        line.Lease is { } lease
            ? Prose.Of($"{line.NameShown} is yours for {Length(length)}, until {End(lease)}{Why(lease)}.{InLine(line)}")
            : State(line);
}
