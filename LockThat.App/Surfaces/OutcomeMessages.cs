using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

namespace LockThat.App.Surfaces;

/// <summary>Every outcome as the message that answers it, in the language of the person who asked, and every event that
/// is kept as a sentence of the history. Each part of the class has the events of a family of commands, and the
/// refusals that the family says in words of its own.</summary>
internal static partial class OutcomeMessages
{
    /// <summary>The answer to a command.</summary>
    public static Message Of(ResourceCommand command, Outcome outcome, Reader reader, LockRules rules) =>
        outcome switch
        {
            Outcome.Accepted(var happened) accepted => Of(
                command,
                happened,
                new(happened.Origin.Name, accepted.Present, happened.Origin.At, reader, rules)
            ),
            Outcome.Unchanged(var present) => Of(
                command,
                new(present?.Name ?? command.Name, present, null, reader, rules)
            ),
            Outcome.Refused(var why, var present) => Of(
                command,
                why,
                new(present?.Name ?? command.Name, present, null, reader, rules)
            ),
            _ => throw new UnreachableException(),
        };

    /// <summary>A surface that was drawn for another state has done nothing: the answer shows the present
    /// state.</summary>
    public static Message Present(Resource? present, ResourceName name, Reader reader, LockRules rules) =>
        Changed(new(present?.Name ?? name, present, null, reader, rules));

    /// <summary>There is no such resource.</summary>
    /// <param name="near">The names that are easily mistaken for it.</param>
    public static Message Unknown(ResourceName name, IReadOnlyList<ResourceName> near, Reader reader) =>
        Replies.Say(reader.Words().NoSuchResource(name.Display, Shown(near)));

    /// <summary>An event that the history keeps, as a sentence.</summary>
    public static Prose Of(ResourceEvent happened, Past past) =>
        PastOfLocking(happened, past)
        ?? PastOfWaiting(happened, past)
        ?? PastOfAsking(happened, past)
        ?? PastOfUndo(happened, past)
        ?? PastOfManaging(happened, past)
        ?? PastOfPolicies(happened, past)
        ?? throw new UnreachableException($"The history has no sentence for {happened.GetType().Name}.");

    private static Message Of(ResourceCommand command, ResourceEvent happened, Answered about) =>
        OfWaiting(command, happened, about)
        ?? OfAsking(command, happened, about)
        ?? OfUndo(happened, about)
        ?? OfLocking(happened, about)
        ?? OfWatching(happened, about)
        ?? OfManaging(happened, about)
        ?? OfPolicies(happened, about)
        // The clock's events need no answer, because nobody reads it.
        ?? throw new UnreachableException();

    // An unlock that found nothing to unlock, or something that was taken back before.
    private static Message Of(ResourceCommand command, Answered about) =>
        command is ChangeRules
            ? Replies.Say(about.Words.RulesAsBefore)
            : Replies.About(
                about.Words,
                about.Line,
                command is Undo or Restore ? about.Words.UndoneBefore : about.Words.WasFree
            );

    private static Message Of(ResourceCommand command, Refusal why, Answered about)
    {
        var (words, name) = (about.Words, about.Name.Display);
        return OfLocking(command, why, about)
            ?? OfManaging(command, why, about)
            ?? OfAsking(command, why, about)
            ?? OfWaiting(command, why, about)
            ?? OfUndo(command, why, about)
            // The words that all commands share.
            ?? why switch
            {
                Refusal.HeldBy => Replies.Refused(words, about.Line, words.NotLocked),
                Refusal.NotYourTurn => Replies.Refused(words, about.Line, words.NotLocked),
                Refusal.Changed => Changed(about),
                Refusal.NoSuchResource unknown => Unknown(about.Name, unknown.Near ?? [], about.Reader),
                Refusal.NearName(var near) => Replies.Say(words.NearName(name, Shown(near))),
                Refusal.Exists => Replies.About(words, about.Line, words.Exists),
                Refusal.NotHeld => Replies.About(words, about.Line, words.NothingToExtend),
                Refusal.TooLong(var max) => Replies.Say(words.TooLong(name, max)),
                Refusal.EndsLater(var asked) => Replies.About(words, about.Line, line => words.EndsLater(line, asked)),
                Refusal.EndHasPassed => Replies.Say(words.EndHasPassed(name)),
                Refusal.TooMany(var max) => Replies.Say(words.TooMany(max)),
                Refusal.AlreadyHolds => Replies.About(words, about.Line, words.HoldsAlready),
                Refusal.LineIsFull(var max) => Replies.LineIsFull(words, about.Line, max),
                Refusal.NotInLine => Replies.About(words, about.Line, words.NotInLine),
                Refusal.NobodyBehind => Replies.About(words, about.Line, words.NobodyBehind),
                Refusal.ToOneself => Replies.NotGivenTo(words, name, words.CannotGiveToOneself),
                Refusal.TooLate(var lasts) => Replies.Say(words.UndoneTooLate(name, lasts, line: null)),
                Refusal.NotAllowed refused => NotAllowed(refused, words),
                Refusal.NotByLocking => Replies.Say(words.NotByLocking(name, about.Reader.Rights.Has(Right.Create))),
                Refusal.NeedsMembership or Refusal.MembershipUnknown => Replies.Say(words.MembershipUnknown),
                Refusal.TooMuch(var setting, var most) => Replies.Say(
                    words.SettingTooLong(words.LabelOf(setting), most)
                ),
                Refusal.BeingUpgraded => Replies.TryAgain(words.BeingUpgraded),
                Refusal.NeedsNearNames => throw new UnreachableException(
                    "The one way in asks again after this refusal."
                ),
                _ => throw new UnreachableException(),
            };
    }

    private static IReadOnlyList<string> Shown(IReadOnlyList<ResourceName> names) =>
        [.. names.Select(name => name.Display)];

    private static Message Changed(Answered about) =>
        about.Present is null
            ? Replies.Say(about.Words.Gone(about.Name.Display))
            : Replies.About(about.Words, about.Line, about.Words.Changed);
}
