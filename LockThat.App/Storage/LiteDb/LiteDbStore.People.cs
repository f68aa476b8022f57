using LockThat.App.Identifiers;
using LockThat.App.Locks.Stores;

namespace LockThat.App.Storage.LiteDb;

/// <summary>The facts about people lie in the same file, behind the same writer.</summary>
public sealed partial class LiteDbStore : IPersonStore
{
    public ValueTask<KnownPerson?> FindPerson(TeamId team, UserId user, CancellationToken cancellationToken) =>
        new(Opened.People.Find(team, user)?.Person);

    public Task SavePerson(KnownPerson person, CancellationToken cancellationToken) =>
        Run(batch => batch.People.Save(person), cancellationToken);

    // Slack reports every change of everybody, and nearly nobody is known here.
    public Task ChangeZone(
        Workspace workspace,
        UserId user,
        string? zone,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        Opened.People.Of(workspace, user) is []
            ? Task.CompletedTask
            : Run(batch => batch.People.ChangeZone(workspace, user, zone, at), cancellationToken);
}
