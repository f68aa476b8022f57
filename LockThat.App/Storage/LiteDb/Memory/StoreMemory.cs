using LiteDB;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Waiting;
using LockThat.App.Storage.LiteDb.Documents;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.Memory;

/// <summary>The committed state of everything.</summary>
internal sealed class StoreMemory(TimeProvider time)
{
    public ResourceMemory Resources { get; } = new();

    /// <summary>The rows of the lines; the lines themselves stand in their resources.</summary>
    public WaitMemory Waits { get; } = new();

    public NoticeMemory Notices { get; } = new(time);

    public ViewerMemory Viewers { get; } = new();

    public PersonMemory People { get; } = new();

    public FormerMemory Former { get; } = new();

    public InstallMemory Installs { get; } = new();

    public RedeemedMemory Redeemed { get; } = new();

    public TailMemory Tail { get; } = new();

    /// <summary>The number of the newest notice ever stored.</summary>
    public long LastNotice { get; set; }

    /// <summary>The number of the newest batch of the tail ever stored.</summary>
    public long LastBatch { get; set; }

    /// <summary>The last batch of the tail up to which everything is filed in the history; 0 when nothing ever
    /// was.</summary>
    public long FiledUpTo { get; set; }

    /// <summary>The number of a batch that is stored now. It is never below the present moment, so that a restored
    /// store gives no number that its history has seen.</summary>
    public long NextBatch => Math.Max(LastBatch + 1, Now.ToUnixTimeMilliseconds() * 1000);

    /// <summary>The moment, as fine as stored moments are.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>Every installation through which something stored was reached.</summary>
    public IEnumerable<Workspace> Workspaces() =>
        Resources
            .All()
            .Select(resource => resource.Workspace)
            .Concat(Notices.Workspaces())
            .Concat(Viewers.Workspaces())
            .Concat(People.Workspaces())
            .Concat(Former.Workspaces())
            .Concat(Tail.Workspaces());

    /// <summary>Reads everything from the disk. If something was in memory already, the disk's resources and
    /// installations replace it.</summary>
    public void Load(LiteDatabase database)
    {
        var lines = Waits.Load(All(database, StoredTables.Waits, (id, row) => new WaitRow(id, row)));
        Resources.Load(
            All(database, StoredTables.Resources, (id, row) => new ResourceRow(id, WithLine(row.Resource, lines)))
        );
        Resources.Load(All(database, StoredTables.Policies, (id, row) => new PolicyRow(id, row.Team, row.Policy)));
        Notices.Load(All(database, StoredTables.Notices, (_, row) => new NoticeRow(row.Pending, row.DueAt)));
        Viewers.Load(All(database, StoredTables.Viewers, (id, row) => new ViewerRow(id, row.Viewer)));
        People.Load(All(database, StoredTables.People, (id, row) => new PersonRow(id, row.Person)));
        Former.Load(All(database, StoredTables.FormerMembers, (id, row) => new FormerRow(id, row.Member)));
        Installs.Load(All(database, StoredTables.Installations, (id, row) => new InstallRow(id, row.Installation)));
        Redeemed.Load(All(database, StoredTables.Redeemed, (id, row) => new RedeemedRow(id, row.Id, row.Until)));
        LastNotice = Counters.LastNotice(database);
        Tail.Load(new TailCollection(database).All());
        LastBatch = Counters.LastBatch(database);
        FiledUpTo = Counters.FiledUpTo(database);
    }

    // A row of a resource has only the length of its line.
    private static Resource WithLine(Resource resource, IReadOnlyDictionary<(TeamId, ResourceId), Line> lines) =>
        lines.GetValueOrDefault((resource.Workspace.Team, resource.Id), Line.Empty) is var line && line == resource.Line
            ? resource
            : resource with
            {
                Line = line,
            };

    private static List<T> All<TRow, T>(LiteDatabase database, StoredTable<TRow> table, Func<long, TRow, T> toRow)
        where TRow : StoredRow =>
        new StoredCollection<TRow>(database, table)
            .All(CancellationToken.None)
            .ConvertAll(one => toRow(one.Id, one.Row));
}
