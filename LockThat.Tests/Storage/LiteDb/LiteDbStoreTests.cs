using LockThat.App.Installs;
using LockThat.App.Storage.LiteDb;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.Contract;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Storage.LiteDb;

/// <summary>The whole contract on the embedded store.</summary>
public sealed class LiteDbStoreTests : StoreContract
{
    private readonly StoreFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Some.Noon);
    private LiteDbStore? _open;

    protected override IInstallStore Installs => _open ?? throw new InvalidOperationException("The store is not open");

    [Fact]
    public async Task After_a_start_every_home_is_behind()
    {
        await Homes.SaveViewer(AdasHome, Cancel);
        await Show();
        await Reopen();

        (await Behind()).ShouldBe([AdasHome]);
    }

    protected override async Task<IResourceStore> Open()
    {
        _open = new LiteDbStore(_folder.Data, _time, NullLogger<LiteDbStore>.Instance);
        await _open.Open(Cancel);
        return _open;
    }

    protected override Task Close() => _open?.Close(CancellationToken.None) ?? Task.CompletedTask;

    protected override Task Discard()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    protected override Task Pass(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }
}
