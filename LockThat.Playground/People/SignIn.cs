using LockThat.Playground.Workspaces;

namespace LockThat.Playground.People;

/// <summary>Opens the workspace for one of its people.</summary>
public sealed class SignIn
{
    private readonly Workspace _workspace;
    private readonly ClientActions _actions;

    internal SignIn(Workspace workspace, ClientActions actions) => (_workspace, _actions) = (workspace, actions);

    /// <summary>Somebody at the workspace's page, by handle or user id; their requests end with the token.</summary>
    public Person As(string handleOrId, CancellationToken cancellationToken) =>
        new(
            _workspace,
            _actions,
            Team.People.First(person => person.Handle == handleOrId || person.Id == handleOrId),
            cancellationToken
        );
}
