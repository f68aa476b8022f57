using LockThat.App.Identifiers;
using LockThat.App.Installs;
using LockThat.App.Locks;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Reactions;
using LockThat.App.Locks.Stores;
using LockThat.App.Locks.Waiting;

namespace LockThat.App.Storage.Rows;

/// <summary>
/// One stored thing, in the form that all stores share. It has nothing that a store computes for itself: revisions,
/// claims, and which Homes are behind.
/// </summary>
internal abstract record StoredRow
{
    private StoredRow() { }

    /// <summary>The table that it stands in.</summary>
    public abstract StoredTable Table { get; }

    /// <summary>A resource, with lock, watchers and last request. Of its line it has the length alone.</summary>
    public sealed record AResource(Resource Resource) : StoredRow
    {
        public override StoredTable Table => StoredTables.Resources;
    }

    /// <summary>A place in the line of a resource.</summary>
    public sealed record AWait(TeamId Team, ResourceId Resource, Wait Wait) : StoredRow
    {
        public override StoredTable Table => StoredTables.Waits;
    }

    /// <summary>A notice that is still to be delivered, with its number, which is its place in the queue, and the
    /// moment of its next try.</summary>
    public sealed record ANotice(PendingNotice Pending, DateTimeOffset DueAt) : StoredRow
    {
        public override StoredTable Table => StoredTables.Notices;
    }

    /// <summary>The rules that a team has made for itself.</summary>
    public sealed record APolicy(TeamId Team, TeamPolicy Policy) : StoredRow
    {
        public override StoredTable Table => StoredTables.Policies;
    }

    /// <summary>The view of a person's Home.</summary>
    public sealed record AViewer(Viewer Viewer) : StoredRow
    {
        public override StoredTable Table => StoredTables.Viewers;
    }

    /// <summary>A fact about a person.</summary>
    public sealed record APerson(KnownPerson Person) : StoredRow
    {
        public override StoredTable Table => StoredTables.People;
    }

    /// <summary>A person whose account ended.</summary>
    public sealed record AFormerMember(FormerMember Member) : StoredRow
    {
        public override StoredTable Table => StoredTables.FormerMembers;
    }

    /// <summary>An installation, present or gone, with its token sealed.</summary>
    public sealed record AnInstallation(Installation Installation) : StoredRow
    {
        public override StoredTable Table => StoredTables.Installations;
    }

    /// <summary>An id that was redeemed and may still be tried again.</summary>
    public sealed record ARedeemedId(string Id, DateTimeOffset Until) : StoredRow
    {
        public override StoredTable Table => StoredTables.Redeemed;
    }

    /// <summary>The newest position of a workspace, where no event has it: that one was deleted, and its position is
    /// never given again.</summary>
    public sealed record APosition(TeamId Team, long Position) : StoredRow
    {
        public override StoredTable Table => StoredTables.Positions;
    }

    /// <summary>An event, with its present or coming position in its workspace's history.</summary>
    public sealed record AnEvent(StoredEvent Stored) : StoredRow
    {
        public override StoredTable Table => StoredTables.Events;
    }
}
