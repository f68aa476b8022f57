using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.App.Locks.Policies;
using LockThat.Blocks;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;
using LockThat.Blocks.Wording;

namespace LockThat.App.Surfaces;

internal static partial class OutcomeMessages
{
    private static Message? OfPolicies(ResourceEvent happened, Answered about) =>
        happened is RulesChanged ? Replies.Say(about.Words.RulesSaved) : null;

    private static Prose? PastOfPolicies(ResourceEvent happened, Past past) =>
        happened is RulesChanged changed
            ? past.Words.HistoryRulesChanged(past.Line(changed), [.. changed.Changed.Select(past.Words.LabelOf)])
            : null;

    private static Message NotAllowed(Refusal.NotAllowed why, IWording words) =>
        Replies.Say(
            why.IsGuest
                ? words.GuestsOnlyLook
                : words.NotAllowed(
                    PrivilegeOf(why.Right),
                    why.Who is WhoMay.Administrators,
                    [.. why.Administrators.Select(person => person.Value)]
                )
        );

    private static Privilege PrivilegeOf(Right right) =>
        right switch
        {
            Right.Use => Privilege.Use,
            Right.Override => Privilege.Override,
            Right.Edit => Privilege.Edit,
            Right.Delete => Privilege.Delete,
            Right.Create => Privilege.Create,
            Right.ChangeRules => Privilege.ChangeRules,
            _ => throw new UnreachableException(),
        };
}
