using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Operator;
using LockThat.App.Settings;
using LockThat.App.Storage.LiteDb;
using LockThat.App.Storage.LiteDb.Backup;
using LockThat.App.Storage.LiteDb.Documents;
using LockThat.App.Storage.LiteDb.Pages;
using LockThat.App.Storage.LiteDb.Upgrades;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Storage.LiteDb;

/// <summary>A file in which version 2 kept apart what is one name now.</summary>
public sealed class TwinsTests : IDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Some.Noon);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Both_are_there_and_the_second_has_a_mark_by_which_it_is_found()
    {
        Write(
            Held("bob’s-phone", Some.Bob),
            Held("bob's-phone", Some.Ada),
            Held("bob“s—phone", Some.Cleo),
            Held("other", Some.Ada)
        );
        var store = await Open();

        (await Names(store)).ShouldBe(["bob's-phone", "bob’s-phone~2", "bob“s—phone~3", "other"], ignoreOrder: true);
        (await Holder(store, "bob’s-phone")).ShouldBe(Some.Ada);
        (await Holder(store, "bob's—phone~2")).ShouldBe(Some.Bob);
        (await Holder(store, "bob's-phone~3")).ShouldBe(Some.Cleo);
        await store.Close(Cancel);

        store = await Open();
        (await Names(store)).ShouldBe(["bob's-phone", "bob’s-phone~2", "bob“s—phone~3", "other"], ignoreOrder: true);
        await store.Close(Cancel);
    }

    [Fact]
    public async Task The_holder_of_the_second_is_told_once()
    {
        Write(
            Held("api--staging", Some.Ada),
            Held("api—staging", Some.Bob),
            Held("a…b", Some.Cleo),
            Some.Resource(Some.Acme, ResourceName.Of("a...b"))
        );
        var store = await Open();

        var told = await store.ClaimNotices(9, Cancel);
        told.Select(one =>
                (
                    new UserId(one.Notice.To.Address),
                    one.Notice.Resource.Display,
                    ((NoticeContent.Twin)one.Notice.Content).Other.Display
                )
            )
            .ShouldBe([(Some.Bob, "api—staging~2", "api--staging"), (Some.Cleo, "a…b~2", "a...b")], ignoreOrder: true);
        foreach (var one in told)
            await store.Delivered(one, Cancel);
        await store.Close(Cancel);

        store = await Open();
        (await store.Statistics(Cancel)).Notices.ShouldBe(0);
        await store.Close(Cancel);
    }

    [Fact]
    public async Task A_mark_is_one_that_nobody_has()
    {
        Write(Held("a-b", Some.Ada), Held("a—b", Some.Bob), Held("a-b~2", Some.Cleo));
        var store = await Open();
        (await Holder(store, "a-b~3")).ShouldBe(Some.Bob);
        (await Holder(store, "a-b~2")).ShouldBe(Some.Cleo);
        await store.Close(Cancel);
    }

    [Fact]
    public async Task What_was_still_to_be_said_of_the_second_names_it_as_it_is_called_now()
    {
        var lease = Held("a—b", Some.Bob).Lease.ShouldNotBeNull();
        Write(
            [Held("a-b", Some.Ada), Held("a—b", Some.Bob)],
            new Notice(Some.Acme, Some.Cleo, ResourceName.Of("A—B"), Some.Noon, new NoticeContent.Free(lease)),
            new Notice(Some.Acme, Some.Ada, ResourceName.Of("a-b"), Some.Noon, new NoticeContent.Free(lease)),
            new Notice(Some.Globex, Some.Bob, ResourceName.Of("a—b"), Some.Noon, new NoticeContent.Free(lease))
        );
        var store = await Open();
        (await store.ClaimNotices(9, Cancel))
            .Where(one => one.Notice.Content is NoticeContent.Free)
            .OrderBy(one => one.Number)
            .Select(one => one.Notice.Resource.Display)
            .ShouldBe(["a—b~2", "a-b", "a—b"]);
        await store.Close(Cancel);
    }

    [Fact]
    public async Task The_file_as_it_was_can_be_restored_with_all_that_was_in_it()
    {
        Write(Held("a-b", Some.Ada), Held("a—b", Some.Bob));
        await (await Open()).Close(Cancel);
        var before = _folder.Data + "-before-version-3";

        using (var kept = new BackupFile(before))
            (kept.Contents.Version, kept.Contents.Resources).ShouldBe((2, 2));
        (
            await StoreCommands.Restore(new StorageSettings.LiteDb(_folder.Data), "/", before, TimeProvider.System)
        ).IsDone.ShouldBeTrue();

        var store = await Open();
        (await Holder(store, "a-b~2")).ShouldBe(Some.Bob);
        await store.Close(Cancel);
    }

    [Fact]
    public async Task They_move_to_another_store_with_all_that_they_have()
    {
        Write(Held("a-b", Some.Ada), Held("a—b", Some.Bob));
        using var other = new StoreFolder();
        (await MigrateCommand.Run(_folder.Data, other.Data, TextWriter.Null, _time, Cancel)).Line.ShouldContain(
            "2 resources, 0 places in line, 0 teams with rules of their own, 1 notices under way"
        );

        var store = new LiteDbStore(other.Data, _time, NullLogger<LiteDbStore>.Instance);
        await store.Open(Cancel);
        (await Holder(store, "a-b")).ShouldBe(Some.Ada);
        (await Holder(store, "a-b~2")).ShouldBe(Some.Bob);
        await store.Close(Cancel);
        using var source = Schema.OpenAsItIs(_folder.Data, PageFile.OpenExclusively);
        source.Version.ShouldBe(2);
    }

    private static Resource Held(string name, UserId holder) =>
        Some.Resource(Some.Acme, ResourceName.Of(name)) with
        {
            Holding = new Lease(new($"lease-{holder}"), holder, Some.Noon, Some.Noon.AddDays(9), null),
        };

    private static async Task<IEnumerable<string>> Names(LiteDbStore store) =>
        (await store.List(Some.Acme.Team, reader: null, Cancel)).Resources.Select(resource => resource.Name.Display);

    private static async Task<UserId?> Holder(LiteDbStore store, string name) =>
        (await store.Find(new ResourceKey(Some.Acme.Team, ResourceName.Of(name)), Cancel))
            .Resource
            ?.Lease
            ?.Holder
            .Responsible;

    private async Task<LiteDbStore> Open()
    {
        var store = new LiteDbStore(_folder.Data, _time, NullLogger<LiteDbStore>.Instance);
        await store.Open(Cancel);
        return store;
    }

    private void Write(params Resource[] resources) => Write(resources, []);

    // As version 2 wrote them: each row with the name as it was typed.
    private void Write(Resource[] resources, params Notice[] notices)
    {
        using var file = _folder.Open();
        file.Commit(database =>
        {
            database
                .GetCollection("resources")
                .Insert(resources.Select((resource, at) => FormerDocument.Of(at + 1, resource)));
            database
                .GetCollection("notices")
                .Insert(notices.Select((notice, at) => FormerDocument.Of(at + 1, notice, Some.Noon)));
            Counters.SetLastNotice(database, notices.Length);
        });
        file.SetVersion(2);
        file.Checkpoint();
    }
}
