using LockThat.App.Identifiers;

namespace LockThat.App.Locks.Stores;

/// <summary>The seam to the people whose accounts ended, because the history names them for a month after that. Every
/// member throws <see cref="StoreUnavailableException"/> when the store cannot serve it.</summary>
public interface IFormerMemberStore
{
    /// <summary>Keeps that the account of a person ended at this moment. A person of whom that is known keeps the
    /// moment.</summary>
    Task AddFormerMember(Workspace workspace, UserId user, CancellationToken cancellationToken);

    /// <summary>Forgets it of a person who is back.</summary>
    /// <param name="workspace">The workspace; an organisation stands for all of its workspaces.</param>
    /// <param name="user">The person.</param>
    Task RemoveFormerMember(Workspace workspace, UserId user, CancellationToken cancellationToken);

    /// <summary>Those of some people whose accounts ended at least so long ago.</summary>
    /// <param name="team">The workspace.</param>
    /// <param name="people">The people.</param>
    /// <param name="since">How long ago.</param>
    ValueTask<IReadOnlySet<UserId>> FormerMembers(
        TeamId team,
        IReadOnlyCollection<UserId> people,
        TimeSpan since,
        CancellationToken cancellationToken
    );
}

/// <summary>A person whose account ended.</summary>
/// <param name="Workspace">The workspace.</param>
/// <param name="User">The person.</param>
/// <param name="LeftAt">When that was known.</param>
public sealed record FormerMember(Workspace Workspace, UserId User, DateTimeOffset LeftAt)
{
    /// <summary>How long the history goes on naming them: a month, which is 30 days.</summary>
    public static TimeSpan NamedFor { get; } = TimeSpan.FromDays(30);
}
