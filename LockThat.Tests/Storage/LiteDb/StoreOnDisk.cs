using LockThat.App.Storage.LiteDb;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Storage.LiteDb;

/// <summary>A store on a disk and a clock of the test's own.</summary>
public abstract class StoreOnDisk : IAsyncLifetime
{
    private protected StoreFolder Folder { get; } = new();

    private protected Disk Disk { get; } = new();

    private protected LiteDbStore Store { get; private set; }

    protected FakeTimeProvider Time { get; } = new(Some.Noon);

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected StoreOnDisk() => Store = Closed();

    public async ValueTask InitializeAsync() => await Store.Open(Cancel);

    public async ValueTask DisposeAsync()
    {
        await Store.Close(CancellationToken.None);
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task Reopen()
    {
        await Store.Close(Cancel);
        Store = Closed();
        await Store.Open(Cancel);
    }

    protected async Task ShouldHave(params string[] names) =>
        (await Store.List(Some.Acme.Team, reader: null, Cancel))
            .Resources.Select(resource => resource.Name.Display)
            .ShouldBe(names);

    private LiteDbStore Closed() => new(Folder.Data, Time, NullLogger<LiteDbStore>.Instance, Disk.Open);
}
