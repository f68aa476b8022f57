using System.Collections.Concurrent;
using LockThat.App.Locks;
using LockThat.App.Operator;
using LockThat.App.Settings;
using LockThat.App.Storage;
using LockThat.App.Storage.LiteDb;
using LockThat.App.Storage.LiteDb.Backup;
using LockThat.App.Storage.LiteDb.Upgrades;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.Tests.Storage;

/// <summary>Copies of the store, taken while the app runs and while it does not.</summary>
public sealed class BackupTests : IAsyncDisposable
{
    private const int Writers = 16;

    private readonly StoreFolder _folder = new();
    private readonly StoreFolder _elsewhere = new();
    private LiteDbStore? _store;
    private BackupRequestListener? _desk;

    private string Copy => _folder.Data + ".copy";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _folder.Dispose();
        _elsewhere.Dispose();
    }

    [Fact]
    public async Task A_running_app_is_copied_with_all_that_was_acknowledged_before()
    {
        var locks = await Start();
        var acknowledged = new ConcurrentQueue<string>();
        using var enough = new CancellationTokenSource();
        var writers = Enumerable
            .Range(0, Writers)
            .Select(writer => Task.Run(() => LockUntil(locks, writer, acknowledged, enough.Token), Cancel))
            .ToList();
        while (acknowledged.Count < 500)
            await Task.Yield();
        var before = acknowledged.ToArray();

        var report = await Backup();
        await enough.CancelAsync();
        await Task.WhenAll(writers);

        report.IsDone.ShouldBeTrue(report.Line);
        (await Restore(_elsewhere.Data)).IsDone.ShouldBeTrue();
        var restored = await NamesIn(_elsewhere.Data);
        before.Except(restored).ShouldBeEmpty();
        restored
            .Except(acknowledged)
            .Count()
            .ShouldBeLessThanOrEqualTo(Writers, "what was under way when it was copied");
    }

    [Fact]
    public async Task The_same_of_an_app_that_does_not_run()
    {
        await Lock("one", "two");

        var report = await Backup();

        report.ShouldBe(
            new CommandReport(
                true,
                $"Backed up {_folder.Data} to {Copy}: 2 resources, 0 notices under way, 0 installations, version {Schema.Version}."
            )
        );
        (await NamesIn(Copy)).ShouldBe(["one", "two"]);
    }

    [Fact]
    public async Task A_request_leaves_nothing_beside_the_store()
    {
        await File.WriteAllTextAsync($"{_folder.Data}-backup-answer-{new string('0', 32)}", "left over", Cancel);
        await Start();

        await Backup();

        Directory
            .GetFiles(Path.GetDirectoryName(_folder.Data)!)
            .ShouldBe(
                [_folder.Data, _folder.Log, _folder.Data + "-history", Copy, Copy + "-history"],
                ignoreOrder: true
            );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_happened_is_copied_filed_or_not_and_can_be_put_back(bool isRunning)
    {
        await Lock("filed");
        await Start();
        await _store.ShouldNotBeNull().File(9, Cancel);
        await Stop();
        await Lock("not-filed");
        if (isRunning)
            await Start();
        (await Backup()).Line.ShouldEndWith("with 1 events of its history.");
        await Stop();
        await Lock("later");

        (await Restore(_folder.Data)).IsDone.ShouldBeTrue();

        await Start();
        (await _store.ShouldNotBeNull().Page(new(Some.Acme.Team), Cancel))
            .Events.Select(stored => stored.Event.Origin.Name.Display)
            .ShouldBe(["not-filed", "filed"]);
    }

    [Fact]
    public async Task A_copy_is_for_its_owner_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes");
        await Lock("one");

        await Backup();

        (OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(Copy)).ShouldBe(
            UnixFileMode.UserRead | UnixFileMode.UserWrite
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_is_there_is_never_overwritten(bool isRunning)
    {
        await Lock("one");
        if (isRunning)
            await Start();
        await File.WriteAllTextAsync(Copy, "precious", Cancel);

        var report = await Backup();

        report.IsDone.ShouldBeFalse();
        report.Line.ShouldStartWith($"{Copy} exists already");
        (await File.ReadAllTextAsync(Copy, Cancel)).ShouldBe("precious");
    }

    [Fact]
    public async Task A_running_app_says_what_kept_it_from_copying()
    {
        await Start();
        Directory.CreateDirectory(Copy + "-unfinished");

        var report = await Backup();

        (report.IsDone, File.Exists(Copy)).ShouldBe((false, false));
        report.Line.ShouldStartWith(
            $"{_folder.Data} was not backed up: no new file can be written in {Path.GetDirectoryName(Copy)}."
        );
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_said()
    {
        await Lock("one");

        (await Backup(Path.Combine(Copy, "backup.db"))).Line.ShouldBe($"{Copy} does not exist: create it first.");
    }

    [Fact]
    public async Task A_folder_is_no_name_of_a_copy()
    {
        await Lock("one");
        Directory.CreateDirectory(Copy);

        (await Backup()).Line.ShouldBe($"{Copy} is a folder: name a file in it.");
        (await Backup(Copy + "/")).Line.ShouldBe($"{Copy}/ is a folder: name a file in it.");
    }

    [Fact]
    public async Task A_folder_that_takes_no_file_is_said_and_no_file_that_nobody_named()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Linux alone has /proc");
        await Lock("one");

        (await Backup("/proc/backup.db")).Line.ShouldBe(
            $"{_folder.Data} was not backed up: no new file can be written in /proc."
        );
    }

    [Fact]
    public async Task Where_nothing_is_stored_there_is_nothing_to_copy_and_nothing_is_created()
    {
        (await Backup()).Line.ShouldBe(
            $"There is nothing to back up: {_folder.Data} does not exist, or may not be seen."
        );
        File.Exists(_folder.Data).ShouldBeFalse();
    }

    [Fact]
    public async Task A_relative_name_is_of_the_current_directory()
    {
        await Lock("one");
        var report = await Backup(Path.GetRelativePath(Environment.CurrentDirectory, Copy));
        report.Line.ShouldContain($" to {Copy}: ");
    }

    [Fact]
    public async Task A_database_is_copied_by_its_own_tools() =>
        (
            await StoreCommands.Backup(new StorageSettings.Postgres("Host=x"), "/", Copy, TimeProvider.System, Cancel)
        ).Line.ShouldContain("pg_dump");

    private async Task<LockService> Start()
    {
        _store = new LiteDbStore(_folder.Data, TimeProvider.System, NullLogger<LiteDbStore>.Instance);
        await new StorageLifetime(_store).StartingAsync(Cancel);
        _desk = new BackupRequestListener(_store, TimeProvider.System, NullLogger<BackupRequestListener>.Instance);
        await _desk.StartAsync(Cancel);
        return Some.Service(_store, Some.Rules with { MaxResources = int.MaxValue });
    }

    private async Task Stop()
    {
        if (_desk is { } desk)
            await desk.StopAsync(CancellationToken.None);
        _desk?.Dispose();
        await (_store?.Close(CancellationToken.None) ?? Task.CompletedTask);
        (_desk, _store) = (null, null);
    }

    private async Task Lock(params string[] names)
    {
        var locks = await Start();
        foreach (var name in names)
            await locks.Execute(
                Some.Ada.Asks(name),
                Some.For(TimeSpan.FromHours(1)) with
                {
                    Name = ResourceName.Of(name),
                },
                Cancel
            );
        await Stop();
    }

    private static async Task LockUntil(
        LockService locks,
        int writer,
        ConcurrentQueue<string> acknowledged,
        CancellationToken enough
    )
    {
        for (var number = 0; !enough.IsCancellationRequested; number++)
        {
            var name = $"{writer}of{number}";
            await locks.Execute(
                Some.Ada.Asks(name),
                Some.For(TimeSpan.FromHours(1)) with
                {
                    Name = ResourceName.Of(name),
                },
                Cancel
            );
            acknowledged.Enqueue(name);
        }
    }

    private Task<CommandReport> Backup(string? copy = null) =>
        StoreCommands.Backup(new StorageSettings.LiteDb(_folder.Data), "/", copy ?? Copy, TimeProvider.System, Cancel);

    private Task<CommandReport> Restore(string store) =>
        StoreCommands.Restore(new StorageSettings.LiteDb(store), "/", Copy, TimeProvider.System);

    private static async Task<IReadOnlyList<string>> NamesIn(string path)
    {
        var store = new LiteDbStore(path, TimeProvider.System, NullLogger<LiteDbStore>.Instance);
        await store.Open(Cancel);
        var board = await store.List(Some.Acme.Team, reader: null, Cancel);
        await store.Close(Cancel);
        return [.. board.Resources.Select(resource => resource.Name.Display)];
    }
}
