using LockThat.App.Identifiers;
using LockThat.App.Locks.Stores;

namespace LockThat.App.Storage.LiteDb;

/// <summary>The people whose accounts ended stand in memory, as everything but the history does.</summary>
public sealed partial class LiteDbStore : IFormerMemberStore
{
    public Task AddFormerMember(Workspace workspace, UserId user, CancellationToken cancellationToken) =>
        Run(batch => batch.Former.Add(workspace, user), cancellationToken);

    // Slack tells of every change of a profile, and next to nobody of those comes back.
    public Task RemoveFormerMember(Workspace workspace, UserId user, CancellationToken cancellationToken) =>
        Opened.Former.Of(workspace, user).Count == 0
            ? Task.CompletedTask
            : Run(batch => batch.Former.Remove(workspace, user), cancellationToken);

    public ValueTask<IReadOnlySet<UserId>> FormerMembers(
        TeamId team,
        IReadOnlyCollection<UserId> people,
        TimeSpan since,
        CancellationToken cancellationToken
    )
    {
        var latest = Opened.Now - since;
        return new(people.Where(user => Opened.Former.Find(team, user)?.Member.LeftAt <= latest).ToHashSet());
    }
}
