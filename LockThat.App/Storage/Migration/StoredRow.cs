using LockThat.App.Installs;
using LockThat.App.Locks;
using LockThat.App.Locks.Reactions;
using LockThat.App.Locks.Stores;

namespace LockThat.App.Storage.Migration;

/// <summary>
/// One thing that a store keeps, in no store's own form. What a store reckons for itself is not in it: revisions,
/// claims, and which Homes are behind.
/// </summary>
internal abstract record StoredRow
{
    private StoredRow() { }

    /// <summary>A resource, with lock, watchers and last request.</summary>
    public sealed record AResource(Resource Resource) : StoredRow;

    /// <summary>A notice that is still to be delivered, with the number that is its place in line, and when it may be
    /// tried (again).</summary>
    public sealed record ANotice(PendingNotice Pending, DateTimeOffset DueAt) : StoredRow;

    /// <summary>What somebody's Home shows.</summary>
    public sealed record AViewer(Viewer Viewer) : StoredRow;

    /// <summary>An installation, there or gone, its token sealed as it is.</summary>
    public sealed record AnInstallation(Installation Installation) : StoredRow;

    /// <summary>An id that was redeemed and may still be tried again.</summary>
    public sealed record ARedeemedId(string Id, DateTimeOffset Until) : StoredRow;
}
