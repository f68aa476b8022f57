using LiteDB;
using LockThat.App.Storage;
using LockThat.App.Storage.LiteDb.Pages;
using LockThat.App.Storage.LiteDb.Upgrades;

namespace LockThat.Tests.Storage.LiteDb;

public sealed class StoreFileTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_committed_is_there_after_a_crash()
    {
        using (var file = _folder.Open())
            file.Add(1);

        using var again = _folder.Open();
        again.Count().ShouldBe(1);
    }

    [Fact]
    public void A_checkpoint_leaves_the_log_empty()
    {
        using (var file = _folder.Open())
        {
            file.Add(1);
            file.LogPages.ShouldBeGreaterThan(0);
            file.Checkpoint();
            file.LogPages.ShouldBe(0);
        }

        new FileInfo(_folder.Log).Length.ShouldBe(0);
        using var again = _folder.Open();
        again.Count().ShouldBe(1);
    }

    [Fact]
    public void A_commit_costs_one_flush()
    {
        var disk = new Disk();
        using var file = Schema.Open(_folder.Data, disk.Open);
        file.Add(1);
        var before = disk.Syncs;

        file.Add(2);

        disk.Syncs.ShouldBe(before + 1);
    }

    [Fact]
    public void The_folder_is_created()
    {
        var path = Path.Combine(Path.GetDirectoryName(_folder.Data)!, "a", "b", "c.db");

        Schema.Open(path, PageFile.OpenExclusively).Dispose();

        File.Exists(path).ShouldBeTrue();
    }

    [Fact]
    public void Its_files_are_for_their_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes");
        using var file = _folder.Open();

        foreach (var path in new[] { _folder.Data, _folder.Log })
            (OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path)).ShouldBe(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                path
            );
    }

    [Fact]
    public void Texts_are_told_apart_exactly_and_kept_as_they_are()
    {
        using var file = _folder.Open();
        file.Commit(database =>
            database
                .GetCollection("texts")
                .Insert([
                    new BsonDocument { ["_id"] = "a", ["text"] = "  " },
                    new BsonDocument { ["_id"] = "A", ["text"] = "" },
                ])
        );

        file.Database.GetCollection("texts").FindById("a")["text"].AsString.ShouldBe("  ");
        file.Database.GetCollection("texts").FindById("A")["text"].AsString.ShouldBe("");
    }

    [Fact]
    public void Many_changes_and_checkpoints_leave_no_page_that_looks_damaged()
    {
        using (var file = _folder.Open())
        {
            for (var round = 1; round <= 12; round++)
            {
                var size = round * 400;
                file.Commit(database =>
                {
                    var rows = database.GetCollection("grow");
                    if (round % 4 == 0)
                        rows.DeleteAll();
                    for (var row = 1; row <= 40; row++)
                        rows.Upsert(new BsonDocument { ["_id"] = row, ["text"] = new string('x', size + row) });
                });
                if (round % 3 == 0)
                    file.Checkpoint();
            }
        }

        using var again = _folder.Open();
        again.Database.GetCollection("grow").FindAll().Count().ShouldBe(40);
    }

    [Fact]
    public void The_parts_of_LiteDBs_format_that_recovery_relies_on_are_where_it_thinks()
    {
        typeof(LiteDatabase).Assembly.GetName().Version.ShouldBe(new Version(5, 0, 20, 0));
        using (var file = _folder.Open())
        {
            file.Database.Checkpoint();
            file.Add(1);
        }

        using var frames = new PageFile(_folder.Log, PageFile.OpenExclusively);
        var pages = Enumerable.Range(0, (int)frames.PageCount).Select(index => Page(frames, index)).ToList();
        pages.Select(page => LitePage.Transaction(page)).Distinct().ShouldHaveSingleItem();
        pages.Select(page => LitePage.IsConfirmed(page)).ShouldBe(pages.Select((_, index) => index == pages.Count - 1));
        LitePage.PageId(pages[^1]).ShouldBe(0u, "a transaction that adds pages ends in the header");
        LitePage.LastPageId(pages[^1]).ShouldBe(pages.Max(page => LitePage.PageId(page)));
    }

    [Fact]
    public void A_file_from_a_later_version_is_refused_by_path_and_versions()
    {
        using (var file = _folder.Open())
            file.SetVersion(99);

        var refusal = Should.Throw<StorageException>(_folder.Open);

        refusal.Fault.ShouldBe(StorageFault.FromTheFuture);
        refusal.Message.ShouldContain(_folder.Data);
        refusal.Message.ShouldContain("version 99");
        refusal.Message.ShouldContain($"up to {Schema.Version}");
    }

    [Fact]
    public void A_file_in_a_place_that_cannot_be_written_is_named()
    {
        var path = Path.Combine(_folder.Data, "lockthat.db");
        File.WriteAllText(_folder.Data, "a file, not a folder");

        var refusal = Should.Throw<StorageException>(() => Schema.Open(path, PageFile.OpenExclusively));

        refusal.Fault.ShouldBe(StorageFault.Unreachable);
        refusal.Message.ShouldContain(path);
    }

    private static byte[] Page(PageFile frames, long index)
    {
        var page = new byte[LitePage.Size];
        frames.Read(index, page).ShouldNotBeNull();
        return page;
    }
}
