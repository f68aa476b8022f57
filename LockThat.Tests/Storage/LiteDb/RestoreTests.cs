using LockThat.App.Operator;
using LockThat.App.Settings;
using LockThat.App.Storage;
using LockThat.App.Storage.LiteDb;
using LockThat.App.Storage.LiteDb.Backup;
using LockThat.App.Storage.LiteDb.History;
using LockThat.App.Storage.LiteDb.Pages;
using LockThat.App.Storage.LiteDb.Upgrades;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.LiteDb.History;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Storage.LiteDb;

/// <summary>A backup in the place of what was there.</summary>
public sealed class RestoreTests : IDisposable
{
    private const string Stamp = "20261122-120000";

    private readonly StoreFolder _folder = new();
    private readonly StoreFolder _backup = new();

    private string Kept => $"{_folder.Data}-before-restore-{Stamp}";

    public RestoreTests()
    {
        using var file = _backup.Open();
        file.Add(1);
        file.Add(2);
        file.Checkpoint();
    }

    public void Dispose()
    {
        _folder.Dispose();
        _backup.Dispose();
    }

    [Fact]
    public async Task On_a_new_machine_it_is_simply_there()
    {
        var report = await Restore();

        report.ShouldBe(
            new CommandReport(
                true,
                $"Restored {_backup.Data} to {_folder.Data}: 0 resources, 0 notices under way, 0 installations, version {Schema.Version}."
            )
        );
        RowsIn(_folder.Data).ShouldBe(2);
    }

    [Fact]
    public async Task What_was_there_is_kept_and_can_be_opened()
    {
        using (var file = _folder.Open())
            file.Add(1);
        new FileInfo(_folder.Log).Length.ShouldBeGreaterThan(0, "it is a store that was killed");

        var report = await Restore();

        report.Line.ShouldEndWith($"What was there is kept as {Kept}.");
        RowsIn(_folder.Data).ShouldBe(2);
        RowsIn(Kept).ShouldBe(1);
    }

    [Fact]
    public async Task Of_a_damaged_history_of_a_backup_the_sound_part_is_restored()
    {
        var history = _backup.Data + HistoryFile.OfStore;
        using (var file = HistoryFile.Create(history, 0, PageFile.OpenExclusively))
        {
            file.Append(Happenings.Of(Happenings.Acme, 1, 700), 1);
            file.Append(Happenings.Of(Happenings.Globex, 1, 700), 2);
        }

        var bytes = File.ReadAllBytes(history);
        bytes[200] ^= 1;
        File.WriteAllBytes(history, bytes);

        (await Restore()).Line.ShouldStartWith("Restored");

        using var restored = HistoryFile.OpenToRead(_folder.Data + HistoryFile.OfStore);
        restored.Count.ShouldBeInRange(1, 1_399);
        restored
            .LastGiven(Happenings.Acme)
            .ShouldBeGreaterThan(1_000_000, "the newest may be among those that are lost");
    }

    [Fact]
    public async Task A_store_that_is_damaged_is_kept_as_it_is_with_its_log()
    {
        using (var file = _folder.Open())
            file.Add(1);
        File.WriteAllBytes(_folder.Data, new byte[PageFile.FrameSize * 3]);
        var log = await File.ReadAllBytesAsync(_folder.Log, Cancel);

        (await Restore()).IsDone.ShouldBeTrue();

        RowsIn(_folder.Data).ShouldBe(2);
        (await File.ReadAllBytesAsync(Kept + "-log", Cancel)).ShouldBe(log);
        (await File.ReadAllBytesAsync(Kept, Cancel)).ShouldBe(new byte[PageFile.FrameSize * 3]);
    }

    [Fact]
    public async Task While_the_app_runs_it_is_refused()
    {
        using var running = _folder.Open();
        running.Add(1);

        var report = await Restore();

        report.IsDone.ShouldBeFalse();
        report.Line.ShouldContain("is in use by another process");
        running.Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("flipped")]
    [InlineData("cut")]
    [InlineData("torn")]
    [InlineData("empty")]
    [InlineData("foreign")]
    [InlineData("missing")]
    public async Task A_backup_that_is_not_sound_is_refused_and_nothing_changes(string damage)
    {
        using (var file = _folder.Open())
            file.Add(1);
        Damage(damage);

        var report = await Restore();

        report.IsDone.ShouldBeFalse();
        report.Line.ShouldContain(_backup.Data);
        report.Line.ShouldNotContain('\n');
        RowsIn(_folder.Data).ShouldBe(1);
        Directory
            .GetFiles(Path.GetDirectoryName(_folder.Data)!)
            .ShouldBe([_folder.Data, _folder.Log], ignoreOrder: true);
    }

    [Fact]
    public async Task A_backup_of_a_later_version_is_refused()
    {
        using (var file = _backup.Open())
        {
            file.SetVersion(99);
            file.Checkpoint();
        }

        (await Restore()).Line.ShouldContain("has version 99");
        File.Exists(_folder.Data).ShouldBeFalse();
    }

    [Fact]
    public void A_disk_that_fills_up_at_whatever_byte_leaves_the_old_store_as_it_was()
    {
        using (var file = _folder.Open())
        {
            file.Add(1);
            file.Checkpoint();
        }

        var needed = new FileInfo(_backup.Data).Length + new FileInfo(_folder.Data).Length;
        for (var room = 0L; room < needed; room += (needed / 23) + 1)
        {
            using var backup = new BackupFile(_backup.Data);
            var disk = new Disk { Room = room };
            Should.Throw<StorageException>(() =>
                Restoring.Put(_folder.Data, _backup.Data, backup, Kept, Some.Noon, disk.Open)
            );
            RowsIn(_folder.Data).ShouldBe(1, $"with room for {room} bytes");
            Directory
                .GetFiles(Path.GetDirectoryName(_folder.Data)!)
                .ShouldBe([_folder.Data, _folder.Log], ignoreOrder: true);
        }
    }

    [Fact]
    public async Task The_store_is_no_backup_of_itself()
    {
        File.Copy(_backup.Data, _folder.Data);
        (await Restore(_folder.Data)).Line.ShouldBe($"{_folder.Data} is the store itself: name a backup of it.");
    }

    [Fact]
    public async Task A_folder_is_no_backup()
    {
        var folder = Path.GetDirectoryName(_backup.Data)!;
        (await Restore(folder)).ShouldBe(new CommandReport(false, $"{folder} is a folder: name a file in it."));
    }

    [Fact]
    public async Task The_app_starts_on_what_was_restored()
    {
        await Restore();
        var store = new LiteDbStore(_folder.Data, new FakeTimeProvider(Some.Noon), NullLogger<LiteDbStore>.Instance);
        await store.Open(Cancel);

        var locked = await Some.Service(store).Execute(Some.Ada.Asks("r"), Some.For(TimeSpan.FromHours(1)), Cancel);

        locked.ShouldHave<Locked>();
        await store.Close(Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<CommandReport> Restore(string? backup = null) =>
        StoreCommands.Restore(
            new StorageSettings.LiteDb(_folder.Data),
            "/",
            backup ?? _backup.Data,
            new FakeTimeProvider(Some.Noon)
        );

    private static int RowsIn(string path)
    {
        using var file = Schema.Open(path, PageFile.OpenExclusively);
        return file.Count();
    }

    private void Damage(string how)
    {
        var bytes = File.ReadAllBytes(_backup.Data);
        bytes[200] ^= 1;
        switch (how)
        {
            case "flipped":
                File.WriteAllBytes(_backup.Data, bytes);
                break;
            case "cut":
                File.WriteAllBytes(_backup.Data, File.ReadAllBytes(_backup.Data)[..(PageFile.FrameSize * 2)]);
                break;
            case "torn":
                File.WriteAllBytes(_backup.Data, [.. File.ReadAllBytes(_backup.Data), 1, 2, 3]);
                break;
            case "empty":
                File.WriteAllBytes(_backup.Data, []);
                break;
            case "foreign":
                File.WriteAllText(_backup.Data, new string('x', 100_000));
                break;
            default:
                File.Delete(_backup.Data);
                break;
        }
    }
}
