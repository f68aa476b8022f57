using LockThat.App.Identifiers;

namespace LockThat.App.Delivery;

/// <summary>Asks Slack whether a person who cannot be reached still exists, and frees their locks if not.</summary>
public delegate Task LookForPerson(
    Workspace workspace,
    UserId user,
    TimeSpan patience,
    CancellationToken cancellationToken
);
