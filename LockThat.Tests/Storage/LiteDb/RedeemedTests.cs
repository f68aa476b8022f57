using LockThat.App.Storage.Rows;

namespace LockThat.Tests.Storage.LiteDb;

/// <summary>Redeemed ids do not pile up.</summary>
public sealed class RedeemedTests : StoreOnDisk
{
    [Fact]
    public async Task What_nobody_needs_to_know_any_more_goes_from_the_disk_with_the_next()
    {
        for (var number = 0; number < 100; number++)
            await Store.Redeem($"id-{number}", Time.GetUtcNow().AddMinutes(10), Cancel);
        Time.Advance(TimeSpan.FromMinutes(10));
        await Store.Redeem("another", Time.GetUtcNow().AddMinutes(10), Cancel);

        await Store.Close(Cancel);
        using var file = Folder.Open();
        var row = file.Database.GetCollection("redeemed").FindAll().ShouldHaveSingleItem();
        StoredTables.Redeemed.Read(row["body"].AsBinary).Id.ShouldBe("another");
    }
}
