using LockThat.App.Locks;
using LockThat.App.Locks.Policies;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;
using LockThat.Blocks.Wording;

namespace LockThat.App.Surfaces;

internal static partial class OutcomeMessages
{
    private static Message? OfPolicies(ResourceEvent happened, Answered about) =>
        happened is RulesChanged ? Replies.Say(about.Words.RulesSaved) : null;

    private static Prose? PastOfPolicies(ResourceEvent happened, IWording words) =>
        happened is RulesChanged changed
            ? words.HistoryRulesChanged(LineOf(changed), [.. changed.Changed.Select(words.LabelOf)])
            : null;
}
