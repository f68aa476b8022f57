using LockThat.App.Identifiers;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.Postgres.Tables;

namespace LockThat.App.Storage.Postgres;

/// <summary>The facts about people are few, and each is a statement.</summary>
public sealed partial class PostgresStore : IPersonStore
{
    public async ValueTask<KnownPerson?> FindPerson(TeamId team, UserId user, CancellationToken cancellationToken) =>
        (await _database.Read(PersonRows.Find(team, user), PersonRows.Read, cancellationToken)).FirstOrDefault();

    public Task SavePerson(KnownPerson person, CancellationToken cancellationToken) =>
        _database.Execute(PersonRows.Save(person), cancellationToken);

    public Task ChangeZone(
        Workspace workspace,
        UserId user,
        string? zone,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => _database.Execute(PersonRows.ChangeZone(workspace, user, zone, at), cancellationToken);
}
