using System.IO.Compression;
using LockThat.App.Identifiers;
using LockThat.App.Installs;
using LockThat.App.Installs.Tokens;
using LockThat.App.Locks;
using LockThat.App.Operator;
using LockThat.App.Settings;
using LockThat.App.Storage;
using LockThat.App.Storage.LiteDb;
using LockThat.App.Storage.LiteDb.Backup;
using LockThat.App.Storage.LiteDb.Pages;
using LockThat.App.Storage.LiteDb.Upgrades;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.Moving;
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
        (await store.ClaimNotices(9, Cancel))
            .ShouldHaveSingleItem()
            .Notice.Content.ShouldBeOfType<NoticeContent.TakenOver>();
        (await store.FindViewer(Some.Acme.Team, Some.Ada, Cancel))!.Page.ShouldBe(2);

        await store.Change(
            InstallKey.Of(Some.Acme),
            (_, now) => new(InstallKey.Of(Some.Acme)) { InstalledAt = now },
            Cancel
        );
        await store.Close(Cancel);
        using var file = _folder.Open();
        file.Database.UserVersion.ShouldBe(Schema.Version);
    }

    [Fact]
    public async Task A_file_of_version_1_that_was_killed_comes_with_what_was_in_its_log()
    {
        await Unpack("version-1-killed.db-log.gz", _folder.Log);
        var store = await Open("version-1-killed.db.gz");

        var lease = (await store.Find(Some.TestSiteKey, Cancel)).Resource!.Lease!;
        (lease.Holder, lease.Former!.Reason).ShouldBe((Some.Ada, Reason.Of("release & <b>")));
        (await store.List(new("T0GRID001"), reader: null, Cancel))
            .Resources.ShouldHaveSingleItem()
            .Workspace.OrgInstall.ShouldBe(new EnterpriseId("E0GRID"));
        (await store.List(Some.Globex.Team, reader: null, Cancel))
            .Resources.ShouldHaveSingleItem()
            .Name.Display.ShouldBe("東京-サーバー");
        await store.Close(Cancel);
    }

    /// <summary>The last version without ids and events wrote it.</summary>
    [Fact]
    public async Task A_file_of_version_3_that_was_killed_comes_with_all_that_was_in_it_and_in_its_log()
    {
        await Unpack("version-3-killed.db-log.gz", _folder.Log);
        var store = await Open("version-3-killed.db.gz");

        (await store.List(new("T0GRID001"), reader: null, Cancel))
            .Resources.Select(resource => resource.Name.Display)
            .ShouldBe(
                ["Straße", "A\u0308pfel", "東京-サーバー", "חדר", "🚀", "$oid.{a}|b", "test-site"],
                ignoreOrder: true
            );
        var held = (await store.Find(Some.TestSiteKey, Cancel)).Resource.ShouldNotBeNull();
        held.Lease.ShouldBe(
            new Lease(new("mine"), Some.Ada, Some.Noon, Some.Noon.AddHours(2), Reason.Of("release & <b>"))
            {
                RemindAt = Some.Noon.AddMinutes(105),
                Former = new(new("theirs"), Some.Bob, Some.Noon, Some.Noon.AddHours(9), Reason.Of("日本")),
            }
        );
        held.Watchers.ShouldBe([Some.Cleo, Some.Bob]);
        held.Last.ShouldNotBeNull().Request.ShouldBe(new RequestId("request"));
        held.Id.ShouldBe(ResourceId.Of(Some.Acme.Team, Some.TestSite));
        var late = (await store.Find(new ResourceKey(Some.Acme.Team, ResourceName.Of("late")), Cancel)).Resource;
        late.ShouldNotBeNull().Lease.ShouldNotBeNull().Holder.ShouldBe(Some.Ada);
        late.Watchers.ShouldBe([Some.Bob]);
        (await store.Statistics(Cancel)).ShouldBe(new(11, 2, 8, Some.Noon, Some.Noon));
        await store.Close(Cancel);
    }

    [Fact]
    public async Task Notices_homes_installations_and_redeemed_ids_come_with_a_file_of_version_3()
    {
        await Unpack("version-3-killed.db-log.gz", _folder.Log);
        var store = await Open("version-3-killed.db.gz");

        var claimed = await store.ClaimNotices(9, Cancel);
        claimed.Select(pending => pending.Number).ShouldBe([2, 3]);
        (await store.FindViewer(new("T0GRID001"), Some.Ada, Cancel)).ShouldNotBeNull().Filter.ShouldBe("tést ☃");
        var installations = await store.List(Cancel);
        installations
            .Select(installation => installation.Key.Value)
            .ShouldBe(["E0GRID", "T0ACME001", "T0GLOBEX1", "E0GRID/T0OTHER01"], ignoreOrder: true);
        BotToken
            .Open(installations[0].Token.ShouldNotBeNull(), Filled.Cipher, installations[0].Key)
            .ShouldBe(new BotToken("xoxb-grid", "xoxe-1", Some.Noon.AddHours(12)));
        (await store.Redeem("valid for two", Some.Noon.AddHours(3), Cancel)).ShouldBeFalse();
        await store.Close(Cancel);
    }

    [Fact]
    public async Task From_version_3_on_people_go_on_and_have_a_history()
    {
        await Unpack("version-3-killed.db-log.gz", _folder.Log);
        var store = await Open("version-3-killed.db.gz");

        (
            await Some.Service(store)
                .Execute(Some.Ada.Asks("free"), new Unlock(Some.TestSite, IsOverride: false, Expected.Anything), Cancel)
        ).ShouldHave<Unlocked>();
        await store.File(9, Cancel);

        (await store.After(Some.Acme.Team, 0, 9, Cancel))
            .ShouldHaveSingleItem()
            .Event.Origin.Id.ShouldBe(ResourceId.Of(Some.Acme.Team, Some.TestSite));
        await store.Close(Cancel);
    }

    /// <summary>The last version without lines wrote it.</summary>
    [Fact]
    public async Task From_version_4_on_people_wait_in_line_and_the_file_as_it_was_stays_beside_it()
    {
        var late = ResourceName.Of("late");
        await Unpack("version-4-killed.db-log.gz", _folder.Log);
        var store = await Open("version-4-killed.db.gz");

        var joins = new Join(late, new LockLength.Unsaid(), null, Expected.Anything);
        (await Some.Service(store).Execute(Some.Bob.Asks("joins"), joins, Cancel)).ShouldHave<Joined>();

        var awaited = (await store.Waiting(Some.Acme.Team, Some.Bob, Cancel)).ShouldHaveSingleItem();
        (awaited.Lease!.Holder, awaited.Line.Count).ShouldBe((Some.Ada, 1));
        awaited.Watchers.ShouldBe([Some.Bob]);
        var known = new KnownPerson(Some.Acme, Some.Bob, "Europe/Berlin", Some.Noon);
        await store.SavePerson(known, Cancel);
        (await store.FindPerson(Some.Acme.Team, Some.Bob, Cancel)).ShouldBe(known);
        await store.Close(Cancel);
        using var kept = new BackupFile(_folder.Data + "-before-version-5");
        kept.Contents.ShouldBe(new Contents(Version: 4, Resources: 10, Notices: 8, Installations: 4));
    }

    [Fact]
    public async Task The_copy_that_the_step_from_version_3_makes_has_what_was_there()
    {
        await Unpack("version-3-killed.db-log.gz", _folder.Log);
        await (await Open("version-3-killed.db.gz")).Close(Cancel);
        var before = _folder.Data + "-before-version-4";

        using (var kept = new BackupFile(before))
            kept.Contents.ShouldBe(new Contents(Version: 3, Resources: 11, Notices: 8, Installations: 4));
        File.Delete(_folder.Data);
        File.Move(before, _folder.Data);

        var again = new LiteDbStore(_folder.Data, new FakeTimeProvider(Some.Noon), NullLogger<LiteDbStore>.Instance);
        await again.Open(Cancel);
        (await again.Statistics(Cancel)).ShouldBe(new(11, 2, 8, Some.Noon, Some.Noon));
        await again.Close(Cancel);
    }

    [Fact]
    public async Task The_file_as_it_was_stays_beside_it_and_can_be_restored()
    {
        await Unpack("version-1-killed.db-log.gz", _folder.Log);
        await (await Open("version-1-killed.db.gz")).Close(Cancel);
        var before = _folder.Data + "-before-version-2";

        using var kept = new BackupFile(before);
        (kept.Contents.Version, kept.Contents.Resources).ShouldBe((1, 3));
        (
            await StoreCommands.Restore(new StorageSettings.LiteDb(_folder.Data), "/", before, TimeProvider.System)
        ).IsDone.ShouldBeTrue();
        using var file = Schema.OpenAsItIs(_folder.Data, PageFile.OpenExclusively);
        file.Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_copy_of_an_attempt_that_was_cut_short_is_not_written_over()
    {
        await Unpack("version-1.db.gz", _folder.Data);
        await Unpack("version-1-killed.db.gz", _folder.Data + "-becoming-version-2");

        _folder.Open().Dispose();

        using var kept = new BackupFile(_folder.Data + "-before-version-2");
        kept.Contents.Resources.ShouldBe(2);
        File.Exists(_folder.Data + "-becoming-version-2").ShouldBeFalse();
    }

    [Fact]
    public async Task Without_room_for_the_copy_nothing_is_changed()
    {
        await Unpack("version-1.db.gz", _folder.Data);
        var full = new Disk { Room = 20_000 };

        Should
            .Throw<StorageException>(() => Schema.Open(_folder.Data, full.Open))
            .Fault.ShouldBe(StorageFault.Unreachable);

        using var file = Schema.OpenAsItIs(_folder.Data, PageFile.OpenExclusively);
        file.Version.ShouldBe(1);
    }

    [Fact]
    public void A_new_file_has_no_copy()
    {
        _folder.Open().Dispose();
        Directory
            .GetFiles(Path.GetDirectoryName(_folder.Data)!)
            .ShouldBe([_folder.Data, _folder.Log], ignoreOrder: true);
    }

    [Fact]
    public async Task Looking_at_it_says_what_would_happen_and_leaves_it_as_it_is()
    {
        await Unpack("version-1.db.gz", _folder.Data);

        FileCheck
            .Look(_folder.Data)
            .ShouldBe(
                new StorageProbe(null, $"the next start brings it from version 1 to {Schema.Version}, and keeps a copy")
            );

        using var file = Schema.OpenAsItIs(_folder.Data, PageFile.OpenExclusively);
        file.Version.ShouldBe(1);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<LiteDbStore> Open(string kept)
    {
        await Unpack(kept, _folder.Data);
        var store = new LiteDbStore(_folder.Data, new FakeTimeProvider(Some.Noon), NullLogger<LiteDbStore>.Instance);
        await store.Open(Cancel);
        return store;
    }

    private static async Task Unpack(string kept, string path)
    {
        await using var packed = new GZipStream(
            File.OpenRead(Path.Combine(Sources.Root, "LockThat.Tests/Storage/LiteDb", kept)),
            CompressionMode.Decompress
        );
        await using var data = File.Create(path);
        await packed.CopyToAsync(data, Cancel);
    }
}
