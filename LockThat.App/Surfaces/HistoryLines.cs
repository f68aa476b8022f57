using System.Collections.Frozen;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Stores;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.App.Surfaces;

/// <summary>Events that the history keeps, as sentences. A month after a person's account ended, the sentences name
/// that person no more.</summary>
internal sealed class HistoryLines(IFormerMemberStore members)
{
    /// <summary>A sentence for each event, in their order.</summary>
    /// <param name="team">The workspace.</param>
    /// <param name="events">The events.</param>
    /// <param name="words">The words of the reader.</param>
    public async ValueTask<IReadOnlyList<Prose>> Of(
        TeamId team,
        IReadOnlyCollection<StoredEvent> events,
        IWording words,
        CancellationToken cancellationToken
    )
    {
        var named = new Past(words, FrozenSet<UserId>.Empty);
        var lines = Draw(named);
        if (named.People.Count == 0)
            return lines;
        var former = await members.FormerMembers(team, named.People, FormerMember.NamedFor, cancellationToken);
        return former.Count == 0 ? lines : Draw(new(words, former));

        List<Prose> Draw(Past past) => [.. events.Select(stored => OutcomeMessages.Of(stored.Event, past))];
    }
}
