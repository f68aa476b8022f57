using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Wording.En;

public sealed partial class English
{
    public string Cancel => "Cancel";

    public string Close => "Close";

    public string LockTitle => "Lock a resource";

    public string OverrideTitle => "Override a lock";

    public string ExtendTitle => "Extend a lock";

    public string CreateTitle => "New resource";

    public string DeleteTitle => "Delete a resource";

    public string CreateSubmit => "Create";

    public string DeleteSubmit => "Delete";

    public string ResourceLabel => "Resource";

    public string ResourcePlaceholder => "Choose or type a name";

    public string OwnLockPlaceholder => "Choose one of your locks";

    public string NewChoice => " (new)";

    public string OwnChoice => " (yours)";

    public string HeldChoice => " (held)";

    public string LengthLabel => "For how long";

    public string LengthPlaceholder => "Choose how long";

    public string CustomLength => "Custom";

    public string UntilLabel => "Until";

    public string ExtendByLabel => "By how long";

    public string ReasonLabel => "Reason";

    public string ReasonPlaceholder => "What is it for?";

    public string NameLabel => "Name";

    public string NameHint => "One word, up to 60 characters: test-site, pixel-8, release-train";

    public string LockNowLabel => "Lock it now";

    public string LockNowChoice => "Lock it for the default time";

    public Prose OverrideQuestion(ResourceLine line) =>
        line.Turn is null
            ? Prose.Of($":warning: {State(line)} Overriding takes it from them; they are told at once.")
            : Prose.Of(
                $":warning: {State(line)} Overriding takes it in their turn; they stay first in line, and are told at once."
            );

    public Prose DeleteQuestion(ResourceLine line, int watchers) =>
        Prose.Join(
            "\n",
            Prose.Of(
                $":wastebasket: *Delete {line.NameShown} for everybody?* It disappears from every list and from the Home."
            ),
            line.Lease is { } lease
                ? Prose.Of($"Your lock on it, until {End(lease)}{Why(lease)}, is lost with it.")
                : Prose.None,
            line.IsOwnTurn ? Prose.Of($"Your turn is lost with it.") : Prose.None,
            Others(line) == 0
                ? Prose.None
                : Prose.Of($"In line for it: {Number(Others(line))}. They lose their places, and are told."),
            watchers == 0
                ? Prose.None
                : Prose.Of($"Told when it is free: {Number(watchers)}. They are told that it is gone.")
        );

    // Those in line beside the reader.
    private static int Others(ResourceLine line) => line.Waiting - (line.Place is null ? 0 : 1);

    public Prose SomebodyElseHasIt => Prose.Of($":no_entry: *Not locked.* Somebody else has it.");

    public Prose DeletedSinceDrawn =>
        Prose.Of($":eyes: *Nothing was done:* it has been deleted since. Locking creates it anew.");

    public Prose FreeSinceDrawn => Prose.Of($":eyes: *Nothing was done:* it has become free since.");

    public Prose LockChangedSinceDrawn => Prose.Of($":eyes: *Nothing was done:* the lock has changed since.");

    public Prose EndChangedSinceDrawn => Prose.Of($":eyes: *Nothing was done:* the end has changed since.");

    public Prose ChangedSinceDrawn => Prose.Of($":eyes: *Nothing was done:* it has changed since.");

    public Prose LockingRenews => Prose.Of($":information_source: You hold it already: locking renews it.");

    public Prose LockingCreates(string name) =>
        Prose.Of($":information_source: {new CodeSpan(name)} is new: locking creates it.");

    public string ChooseResource => "Choose a resource.";

    public string ChooseOwnLock => "Choose one of your locks.";

    public string ChooseLength => "Choose how long.";

    public string ChooseExtension => "Choose by how long.";

    public string ReasonTooLongAtField(int max) => $"A reason can have {max} characters at most.";

    public string MessageTooLongAtField(int max) => $"A message can have {max} characters at most.";

    public string AnswerTooLongAtField(int max) => $"An answer can have {max} characters at most.";

    public string EndHasPassedAtField => "The end must be in the future.";

    public string TooLongAtField(TimeSpan max) => $"A lock can last {Length(max)} at most.";

    public string ExtendedTooLongAtField(TimeSpan max) => $"No lock may end later than {Length(max)} from now.";

    public string TooManyAtField(int max) => $"There are {max} resources, the most there may be.";

    public string ExistsAtField(string name) => $"There is already one named {name}.";

    public string BadNameAtField(string why, string? suggestion) =>
        suggestion is null ? why : $"{why} Try {suggestion}.";
}
