using System.Collections.Immutable;
using System.Diagnostics;
using LiteDB;
using LockThat.App.Identifiers;
using LockThat.App.Installs;
using LockThat.App.Installs.Leaving;
using LockThat.App.Locks;
using LockThat.App.Locks.Reactions;
using LockThat.App.Storage.LiteDb.Documents;
using LockThat.App.Storage.LiteDb.Memory;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.Writing;

/// <summary>
/// Changes on their way to the disk, decided one after the other, on the committed state and the earlier decisions of
/// this batch. Others see nothing of it until <see cref="Publish"/>.
/// </summary>
internal sealed class Batch(StoreMemory memory)
{
    private readonly Dictionary<ResourceKey, ResourceRow?> _resources = [];
    private readonly Dictionary<TeamId, int> _growth = [];
    private readonly List<NoticeRow> _told = [];
    private readonly Dictionary<long, NoticeRow> _putOff = [];
    private readonly Dictionary<long, ViewerRow> _viewers = [];
    private readonly Dictionary<long, PendingNotice> _noticesToForget = [];
    private readonly Dictionary<long, ViewerRow> _viewersToForget = [];

    // All notices that were delivered by now are deleted with this batch.
    private readonly IReadOnlyList<long> _delivered = memory.Notices.Forgotten;
    private long _lastId = memory.Resources.LastId;

    private readonly WaitBatch _waits = new(memory);
    private readonly PolicyBatch _policies = new(memory);

    public PersonBatch People { get; } = new(memory);

    public FormerBatch Former { get; } = new(memory);

    public InstallBatch Installs { get; } = new(memory);

    public TailBatch Tail { get; } = new(memory);

    /// <summary>Decides upon resources. When the decision throws, the batch is unchanged.</summary>
    public Outcome Decide(Scope scope, Func<Scene, Facts, Decision> decide)
    {
        var found = Find(scope);
        var now = memory.Now;
        var decision = decide(
            found,
            new(now, memory.Resources.Count(scope.Team) + _growth.GetValueOrDefault(scope.Team))
            {
                Policy = _policies.Of(scope.Team),
            }
        );
        decision.RequireFits(scope);
        if (decision.Policy is { } policy)
            _policies.Put(scope.Team, policy);

        for (var place = 0; place < scope.Count; place++)
        {
            if (!ReferenceEquals(decision.Next[place], found[place]))
                Put(scope[place], decision.Next[place]);
        }

        foreach (var notice in decision.Notices)
            _told.Add(new(new(memory.LastNotice + _told.Count + 1, notice, 0), now));
        Tail.Add(decision.Events.Where(happened => happened.IsKept));
        return decision.Outcome;
    }

    /// <summary>Stores that a notice was put off; false when it is delivered by now.</summary>
    public bool PutOff(PendingNotice notice)
    {
        if (memory.Notices.Find(notice) is not { } row)
            return false;
        _putOff[notice.Number] = row;
        return true;
    }

    public bool Save(ViewerRow row)
    {
        _viewers[row.Id] = row;
        _viewersToForget.Remove(row.Id);
        return true;
    }

    public bool Forget(ViewerRow row)
    {
        _viewers.Remove(row.Id);
        _viewersToForget[row.Id] = row;
        return true;
    }

    /// <summary>Whether all that a workspace has may be deleted.</summary>
    /// <param name="purging">The installation that left.</param>
    /// <param name="team">The workspace.</param>
    /// <param name="filed">How the history was reached.</param>
    public bool MayForget(InstallKey purging, TeamId team, IEnumerable<Workspace> filed)
    {
        var reached = memory
            .Workspaces()
            .Concat(_resources.Values.OfType<ResourceRow>().Select(row => row.Resource.Workspace))
            .Concat(filed);
        return DataInUse.MayForget(purging, team, reached, key => Installs.Find(key)?.Installation, memory.Now);
    }

    /// <summary>Deletes at most so many rows of a table that belong to a workspace, and returns how many. Of events
    /// these are the ones in the tail.</summary>
    public int Forget(StoredTable table, TeamId team, int most) =>
        table switch
        {
            StoredTable<StoredRow.AResource> => ForgetResources(memory.Resources.Keys(team, most)),
            // A resource takes its line along.
            StoredTable<StoredRow.AWait> => 0,
            StoredTable<StoredRow.APolicy> => _policies.Forget(team),
            StoredTable<StoredRow.ANotice> => ForgetNotices(memory.Notices.Of(team, most)),
            StoredTable<StoredRow.AViewer> => ForgetViewers(memory.Viewers.Of(team, most)),
            StoredTable<StoredRow.APerson> => People.Forget(team, most),
            StoredTable<StoredRow.AFormerMember> => Former.Forget(team, most),
            StoredTable<StoredRow.AnEvent> => Tail.Forget(team),
            // The history file has it, and forgets it with the events.
            StoredTable<StoredRow.APosition> => 0,
            _ => throw new UnreachableException(),
        };

    public bool HasWrites =>
        Installs.HasWrites
        || People.HasWrites
        || Former.HasWrites
        || Tail.HasWrites
        || _policies.HasWrites
        || Changes().Any()
        || _told.Count
            + _delivered.Count
            + _putOff.Count
            + _viewers.Count
            + _noticesToForget.Count
            + _viewersToForget.Count
            > 0;

    public void Write(LiteDatabase database)
    {
        var resources = new StoredCollection<StoredRow.AResource>(database, StoredTables.Resources);
        var changes = Changes().ToList();
        foreach (var (before, after) in changes)
        {
            if (after is null)
                resources.Delete(before!.Id);
            else if (before is null)
                resources.Insert(after.Id, new(after.Resource));
            else
                resources.Update(after.Id, new(after.Resource));
        }

        _waits.Write(database, changes.Select(change => (change.Before?.Resource, change.After?.Resource)));
        _policies.Write(database);
        WriteNotices(new(database, StoredTables.Notices));
        if (_told.Count > 0)
            Counters.SetLastNotice(database, _told[^1].Pending.Number);
        WriteViewers(new(database, StoredTables.Viewers));
        Former.Write(database);
        Tail.Write(database);
        People.Write(database);
        Installs.Write(database);
    }

    private void WriteNotices(StoredCollection<StoredRow.ANotice> notices)
    {
        foreach (var row in _told)
            notices.Insert(row.Pending.Number, new(row.Pending, row.DueAt));
        foreach (var row in _putOff.Values)
            notices.Update(row.Pending.Number, new(row.Pending, row.DueAt));
        foreach (var number in _delivered.Concat(_noticesToForget.Keys))
            notices.Delete(number);
    }

    private void WriteViewers(StoredCollection<StoredRow.AViewer> viewers)
    {
        foreach (var row in _viewers.Values)
            viewers.Upsert(row.Id, new(row.Viewer));
        foreach (var row in _viewersToForget.Values)
        {
            // A transaction must write something, even if none of these viewers has reached the disk.
            viewers.Upsert(row.Id, new(row.Viewer));
            viewers.Delete(row.Id);
        }
    }

    /// <summary>Shows everybody the state that is now on the disk.</summary>
    public void Publish()
    {
        memory.Resources.Publish(_resources.Select(change => (change.Key, change.Value)));
        if (_told.Count > 0)
        {
            memory.LastNotice = _told[^1].Pending.Number;
            memory.Notices.Add(_told);
        }

        memory.Notices.GoneFromDisk(_delivered);
        memory.Notices.Drop(_noticesToForget.Values);
        memory.Viewers.Drop(_viewersToForget.Values);
        _waits.Publish();
        _policies.Publish();
        Former.Publish();
        Tail.Publish();
        People.Publish();
        Installs.Publish();
    }

    private int ForgetResources(IReadOnlyList<ResourceKey> keys)
    {
        foreach (var key in keys)
            Put(key, null);
        return keys.Count;
    }

    private int ForgetNotices(IReadOnlyList<PendingNotice> notices)
    {
        foreach (var notice in notices)
            _noticesToForget[notice.Number] = notice;
        return notices.Count;
    }

    private int ForgetViewers(IReadOnlyList<ViewerRow> viewers)
    {
        foreach (var viewer in viewers)
            _viewersToForget[viewer.Id] = viewer;
        return viewers.Count;
    }

    private Scene Find(Scope scope)
    {
        if (scope.Count == 1)
            return Row(scope[0])?.Resource;
        var found = ImmutableArray.CreateBuilder<Resource?>(scope.Count);
        for (var place = 0; place < scope.Count; place++)
            found.Add(Row(scope[place])?.Resource);
        return new(found.MoveToImmutable());
    }

    /// <summary>A row as this batch will leave it.</summary>
    private ResourceRow? Row(ResourceKey key) =>
        _resources.TryGetValue(key, out var changed) ? changed : memory.Resources.Find(key);

    private void Put(ResourceKey key, Resource? next)
    {
        var found = Row(key);
        // The row of a key that was deleted in this batch is still on the disk, and is used again.
        _resources[key] = next is null ? null : new(found?.Id ?? memory.Resources.Find(key)?.Id ?? ++_lastId, next);
        _growth[key.Team] = _growth.GetValueOrDefault(key.Team) + (next is null ? 0 : 1) - (found is null ? 0 : 1);
    }

    private IEnumerable<(ResourceRow? Before, ResourceRow? After)> Changes() =>
        _resources
            .Select(change => (Before: memory.Resources.Find(change.Key), After: change.Value))
            .Where(change => change.Before is not null || change.After is not null);
}
