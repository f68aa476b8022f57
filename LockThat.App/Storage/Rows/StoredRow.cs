using LockThat.App.Installs;
using LockThat.App.Locks;
using LockThat.App.Locks.Reactions;
using LockThat.App.Locks.Stores;

namespace LockThat.App.Storage.Rows;

/// <summary>
/// One thing that a store keeps, in no store's own form. What a store reckons for itself is not in it: revisions,
/// claims, and which Homes are behind.
/// </summary>
internal abstract record StoredRow
{
    private StoredRow() { }

    /// <summary>The table that it stands in.</summary>
    public abstract StoredTable Table { get; }

    /// <summary>A resource, with lock, watchers and last request.</summary>
    public sealed record AResource(Resource Resource) : StoredRow
    {
        public override StoredTable Table => StoredTables.Resources;
    }

    /// <summary>A notice that is still to be delivered, with the number that is its place in line, and when it may be
    /// tried (again).</summary>
    public sealed record ANotice(PendingNotice Pending, DateTimeOffset DueAt) : StoredRow
    {
        public override StoredTable Table => StoredTables.Notices;
    }

    /// <summary>What somebody's Home shows.</summary>
    public sealed record AViewer(Viewer Viewer) : StoredRow
    {
        public override StoredTable Table => StoredTables.Viewers;
    }

    /// <summary>An installation, there or gone, its token sealed as it is.</summary>
    public sealed record AnInstallation(Installation Installation) : StoredRow
    {
        public override StoredTable Table => StoredTables.Installations;
    }

    /// <summary>An id that was redeemed and may still be tried again.</summary>
    public sealed record ARedeemedId(string Id, DateTimeOffset Until) : StoredRow
    {
        public override StoredTable Table => StoredTables.Redeemed;
    }

    /// <summary>Something that happened, with the position that it has in its workspace's history, or will
    /// have.</summary>
    public sealed record AnEvent(StoredEvent Stored) : StoredRow
    {
        public override StoredTable Table => StoredTables.Events;
    }
}
