using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public string UndoButton => "Undo";

    public Prose UnlockedBefore(string name) => Prose.Of($":unlock: You unlocked {new CodeSpan(name)}.");

    public Prose DeletedBefore(string name) => Prose.Of($":wastebasket: You deleted {new CodeSpan(name)}.");

    public Prose Undone(ResourceLine line) =>
        Prose.Of($":leftwards_arrow_with_hook: *Undone:* the lock is back as it was. {State(line)}");

    public Prose Restored(ResourceLine line) =>
        Prose.Of($":leftwards_arrow_with_hook: *Undone:* {line.NameShown} is back as it was. {State(line)}");

    public Prose UndoneBefore(ResourceLine line) =>
        Prose.Of($":white_check_mark: *That is undone already.* {State(line)}");

    public Prose NotUndone(ResourceLine line) => Prose.Of($":no_entry: *Not undone.* {Held(line)}");

    public Prose UndoneTooLate(string name, TimeSpan lasts, ResourceLine? line) =>
        Prose.Of(
            $":hourglass: *Not undone:* it is too late. That works for {Length(lasts)}. {(line is null ? Prose.Of($"{new CodeSpan(name)} is deleted.") : State(line))}"
        );

    public Prose UndoneAfterEnd(ResourceLine line) =>
        Prose.Of($":hourglass: *Not undone:* that lock would have ended by now. {State(line)}");

    public Prose NotRestored(ResourceLine line) =>
        Prose.Of($":no_entry: *Not undone:* there is another resource of that name by now. {Held(line)}");

    public Prose IsBack(string name, ActorLine by, ResourceLine? line) =>
        line is null
            ? Prose.Of(
                $":leftwards_arrow_with_hook: {By(by)} brought {new CodeSpan(name)} back, and it has been deleted again since."
            )
            : Prose.Of(
                $":leftwards_arrow_with_hook: {new CodeSpan(name)} is back: {By(by)} has undone it. {Held(line)}"
            );

    public Prose HistoryUndone(EventLine line, ActorLine holder) =>
        Past(
            line,
            Prose.Of(
                $":leftwards_arrow_with_hook: {By(line.By)} took back the unlock: {By(holder)} has {line.NameShown} again"
            )
        );

    public Prose HistoryRestored(EventLine line) =>
        Past(line, Prose.Of($":leftwards_arrow_with_hook: {By(line.By)} took back the deletion of {line.NameShown}"));
}
