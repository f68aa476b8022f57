using LockThat.App.Storage;
using LockThat.App.Storage.LiteDb;
using LockThat.Tests.Storage.Contract;
using LockThat.Tests.Storage.Linear;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.Tests.Storage.LiteDb;

public sealed class OtherProcessTests : CrashContract
{
    private readonly StoreFolder _folder = new();

    protected override Task<StorePlace> Place() => Task.FromResult(new StorePlace(StoreKind.LiteDb, _folder.Data));

    protected override void Discard() => _folder.Dispose();

    [Fact]
    public async Task A_second_process_is_told_that_the_file_is_in_use()
    {
        var place = await Place();
        using var other = new LockingProcess(place);
        await other.IsOpen();

        var refusal = await Should.ThrowAsync<StorageException>(Opened());

        refusal.Fault.ShouldBe(StorageFault.InUse);
        refusal.Message.ShouldContain(_folder.Data);
        refusal.Message.ShouldContain("another process");
        var ledger = new Ledger();
        await other.Kill(afterLocks: 50, ledger);
        await ShouldHave(place, ledger);
    }

    [Fact]
    public async Task A_second_store_in_one_process_is_told_so_too()
    {
        var first = await Opened();

        (await Should.ThrowAsync<StorageException>(Opened())).Fault.ShouldBe(StorageFault.InUse);

        await first.Close(Cancel);
        await (await Opened()).Close(Cancel);
    }

    private async Task<LiteDbStore> Opened()
    {
        var store = new LiteDbStore(_folder.Data, TimeProvider.System, NullLogger<LiteDbStore>.Instance);
        await store.Open(Cancel);
        return store;
    }
}
