using LockThat.App.Identifiers;

namespace LockThat.App.Delivery;

/// <summary>Looks whether a person whom Slack does not reach is still there, and does what follows.</summary>
public delegate Task LookForPerson(
    Workspace workspace,
    UserId user,
    TimeSpan patience,
    CancellationToken cancellationToken
);
