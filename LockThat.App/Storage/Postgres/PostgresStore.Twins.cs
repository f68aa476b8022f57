using LockThat.App.Locks.Names;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.Postgres.Tables;

namespace LockThat.App.Storage.Postgres;

/// <summary>The work that older instances, which keep more names apart, leave to newer ones: rows without a name of
/// their own, and people who must be told of their resource's new name.</summary>
public sealed partial class PostgresStore
{
    private async Task Settle(TwinLook twins, CancellationToken cancellationToken)
    {
        if (twins.HasUnnamed)
            await NameTwins(cancellationToken);
        if (!twins.HasUnnamed && !twins.HasUntold)
            return;
        if (
            !await HasOlder(TwinRows.Version, cancellationToken)
            && await _database.Execute(TwinRows.Tell(), cancellationToken) > 0
        )
            _told.Give();
    }

    // An older instance reads all resources of a workspace at once, and fails at a name that it does not accept.
    private async Task RequireReadable(ResourceName name, CancellationToken cancellationToken)
    {
        if (!name.HasJoiner)
            return;
        if (await HasOlder(TwinRows.Version, cancellationToken))
            throw new StoreUnavailableException("An older instance still runs, which cannot read this name");
    }

    /// <summary>Gives every row a name of its own.</summary>
    private async Task NameTwins(CancellationToken cancellationToken)
    {
        var isMore = true;
        while (isMore)
        {
            var team = "";
            isMore = await _database.RunHeld(
                async connection => team = await TwinRows.HoldTeam(connection),
                connection => TwinRows.Name(connection, team),
                cancellationToken
            );
        }
    }
}
