using LockThat.App.Locks;
using LockThat.App.Locks.Policies;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

namespace LockThat.App.Surfaces;

internal static partial class OutcomeMessages
{
    private static Message? OfPolicies(ResourceEvent happened, Answered about) =>
        happened is RulesChanged ? Replies.Say(about.Words.RulesSaved) : null;

    private static Prose? PastOfPolicies(ResourceEvent happened, Past past) =>
        happened is RulesChanged changed
            ? past.Words.HistoryRulesChanged(past.Line(changed), [.. changed.Changed.Select(past.Words.LabelOf)])
            : null;
}
