using LiteDB;
using LockThat.App.Identifiers;
using LockThat.App.Storage.LiteDb.Documents;
using LockThat.App.Storage.LiteDb.Writing;

namespace LockThat.App.Storage.LiteDb.Memory;

/// <summary>The present state of everything, as it is committed.</summary>
internal sealed class StoreMemory(TimeProvider time)
{
    public ResourceMemory Resources { get; } = new();

    public NoticeMemory Notices { get; } = new(time);

    public ViewerMemory Viewers { get; } = new();

    public InstallMemory Installs { get; } = new();

    public RedeemedMemory Redeemed { get; } = new();

    /// <summary>The number of the newest notice ever stored.</summary>
    public long LastNotice { get; set; }

    /// <summary>The moment, no finer than what is stored.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>Every way by which something of what is stored was reached.</summary>
    public IEnumerable<Workspace> Workspaces() =>
        Resources
            .All()
            .Select(resource => resource.Workspace)
            .Concat(Notices.Workspaces())
            .Concat(Viewers.Workspaces());

    /// <summary>Reads everything from the disk; when something was there already, the disk is right about resources and
    /// installations.</summary>
    public void Load(LiteDatabase database)
    {
        Resources.Load(database.GetCollection(Schema.Resources).FindAll().Select(ResourceDocument.FromBson).ToList());
        Notices.Load(database.GetCollection(Schema.Notices).FindAll().Select(NoticeDocument.FromBson).ToList());
        Viewers.Load(database.GetCollection(Schema.Viewers).FindAll().Select(ViewerDocument.FromBson).ToList());
        Installs.Load(database.GetCollection(Schema.Installations).FindAll().Select(InstallDocument.FromBson).ToList());
        Redeemed.Load(database.GetCollection(Schema.Redeemed).FindAll().Select(RedeemedRow.FromBson).ToList());
        LastNotice = Schema.LastNotice(database);
    }
}
