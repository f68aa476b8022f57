using System.IO.Compression;
using LockThat.App.Installs;
using LockThat.App.Locks;
using LockThat.App.Storage.LiteDb;
using LockThat.Tests.House;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Storage.LiteDb;

/// <summary>Files that earlier versions wrote, kept as they wrote them.</summary>
public sealed class UpgradeTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_of_version_1_opens_with_all_that_was_in_it_and_takes_installations()
    {
        var store = await Open("version-1.db.gz");

        var resource = (await store.Find(Some.TestSiteKey, Cancel)).Resource!;
        resource.Lease!.Holder.ShouldBe(Some.Bob);
        resource.Lease.Former!.Reason.ShouldBe(Reason.Of("demo"));
        resource.Watchers.ShouldBe([Some.Cleo]);
        (await store.ClaimNotices(9, Cancel)).ShouldHaveSingleItem().Notice.News.ShouldBeOfType<News.TakenOver>();
        (await store.FindViewer(Some.Acme.Team, Some.Ada, Cancel))!.Page.ShouldBe(2);

        await store.Change(InstallKey.Of(Some.Acme), (_, now) => new(InstallKey.Of(Some.Acme)) { InstalledAt = now }, Cancel);
        await store.Close(Cancel);
        using var file = _folder.Open();
        file.Database.UserVersion.ShouldBe(Schema.Version);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<LiteDbStore> Open(string kept)
    {
        await using (var packed = new GZipStream(File.OpenRead(Path.Combine(Sources.Root, "LockThat.Tests/Storage/LiteDb", kept)), CompressionMode.Decompress))
        await using (var data = File.Create(_folder.Data))
            await packed.CopyToAsync(data, Cancel);
        var store = new LiteDbStore(_folder.Data, new FakeTimeProvider(Some.Noon), NullLogger<LiteDbStore>.Instance);
        await store.Open(Cancel);
        return store;
    }
}
