using LockThat.App.Identifiers;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.Postgres.Tables;

namespace LockThat.App.Storage.Postgres;

/// <summary>The people whose accounts ended.</summary>
public sealed partial class PostgresStore : IFormerMemberStore
{
    public Task AddFormerMember(Workspace workspace, UserId user, CancellationToken cancellationToken) =>
        _database.Execute(FormerRows.Save(workspace, user), cancellationToken);

    public Task RemoveFormerMember(Workspace workspace, UserId user, CancellationToken cancellationToken) =>
        _database.Execute(FormerRows.Delete(workspace, user), cancellationToken);

    public async ValueTask<IReadOnlySet<UserId>> FormerMembers(
        TeamId team,
        IReadOnlyCollection<UserId> people,
        TimeSpan since,
        CancellationToken cancellationToken
    )
    {
        var found = await _database.Read(
            FormerRows.Find(team, people, since),
            row => new UserId(row.GetString(0)),
            cancellationToken
        );
        return found.ToHashSet();
    }
}
