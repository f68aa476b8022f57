using System.Collections.Immutable;
using LockThat.App.Locks.Reactions;

namespace LockThat.App.Locks;

/// <summary>The result of a rule.</summary>
/// <param name="Next">The resource from now on; null when there is none. The same instance and no events: nothing is
/// written.</param>
/// <param name="Outcome">What the asker is told.</param>
/// <param name="Events">What happened, in its order.</param>
public sealed record Decision(Resource? Next, Outcome Outcome, ImmutableArray<ResourceEvent> Events)
{
    /// <summary>The messages that others must get.</summary>
    public IReadOnlyList<Notice> Notices => NoticeReactions.To(Events);

    /// <summary>The part that a store commits.</summary>
    public Decision<Outcome> ToCommit() => new(Next, Outcome, Notices);
}

/// <summary>A store commits <paramref name="Next"/> and <paramref name="Notices"/> together, before anybody is
/// answered.</summary>
/// <param name="Next">The resource from now on; null when there is none. The same instance and no notices: nothing is
/// written.</param>
/// <param name="Outcome">What the caller is given.</param>
/// <param name="Notices">What others must be told.</param>
public sealed record Decision<T>(Resource? Next, T Outcome, IReadOnlyList<Notice> Notices);
