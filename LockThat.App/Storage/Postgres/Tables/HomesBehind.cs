using LockThat.App.Identifiers;
using LockThat.App.Locks.Stores;

namespace LockThat.App.Storage.Postgres.Tables;

/// <summary>
/// Finds the Homes that are behind, twice a second, without computing the revision of every workspace each time. A Home
/// that this instance has seen behind is looked at until it is drawn. All workspaces are looked at now and then, at the
/// start, and after a failed look.
/// </summary>
internal sealed class HomesBehind(Database database, TimeProvider time)
{
    private static readonly TimeSpan EverywhereEvery = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private IReadOnlyCollection<TeamId> _behind = [];
    private DateTimeOffset? _lookedEverywhere;

    public async Task<IReadOnlyList<Viewer>> Find(DateTimeOffset openedSince, CancellationToken cancellationToken)
    {
        var (behind, everywhere) = Plan();
        var looked = false;
        try
        {
            var look = ViewerRows.ClaimBehind(openedSince, behind, everywhere, database.Instance);
            var found = await (
                everywhere
                    ? database.ReadPatiently(look, ViewerRows.ReadBehind, cancellationToken)
                    : database.Read(look, ViewerRows.ReadBehind, cancellationToken)
            );
            Remember(found.Select(one => one.Viewer.Workspace.Team), everywhere);
            looked = true;
            return [.. found.Where(one => one.IsMine).Select(one => one.Viewer)];
        }
        finally
        {
            if (!looked)
                Forget();
        }
    }

    private (IReadOnlyCollection<TeamId> Behind, bool Everywhere) Plan()
    {
        lock (_gate)
            return (_behind, _lookedEverywhere is not { } looked || time.GetUtcNow() >= looked + EverywhereEvery);
    }

    private void Remember(IEnumerable<TeamId> behind, bool everywhere)
    {
        lock (_gate)
        {
            _behind = behind.ToHashSet();
            if (everywhere)
                _lookedEverywhere = time.GetUtcNow();
        }
    }

    private void Forget()
    {
        lock (_gate)
            _lookedEverywhere = null;
    }
}
