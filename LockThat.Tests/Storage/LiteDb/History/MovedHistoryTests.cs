using LockThat.App.Locks;
using LockThat.App.Operator;
using LockThat.App.Settings;
using LockThat.App.Storage;
using LockThat.App.Storage.LiteDb;
using LockThat.App.Storage.LiteDb.History;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.Tests.Storage.LiteDb.History;

/// <summary>A history that moves with its store, and one that is looked at.</summary>
public sealed class MovedHistoryTests : StoreOnDisk
{
    [Fact]
    public async Task What_happened_moves_with_its_positions_filed_or_not()
    {
        await Lock("one");
        await Lock("two");
        await Store.File(9, Cancel);
        await Lock("three");
        await Store.Close(Cancel);
        using var other = new StoreFolder();

        var moved = await Migrate(other);
        var again = await Migrate(other);

        (moved.IsDone, again.IsDone).ShouldBe((true, true), moved.Line + again.Line);
        moved.Line.ShouldContain(", 3 events, ");
        var store = new LiteDbStore(other.Data, Time, NullLogger<LiteDbStore>.Instance);
        await store.Open(Cancel);
        (await store.After(Some.Acme.Team, 0, 9, Cancel))
            .Select(stored => (stored.Position, stored.Event.Origin.Name.Display))
            .ShouldBe([(1, "one"), (2, "two"), (3, "three")]);
        await store.Close(Cancel);
    }

    [Fact]
    public async Task A_look_says_that_a_history_is_damaged_and_leaves_it_as_it_is()
    {
        await Lock("one");
        await Store.File(9, Cancel);
        await Store.Close(Cancel);
        FileCheck.Look(Folder.Data).ShouldBe(new StorageProbe(null));
        var bytes = await File.ReadAllBytesAsync(Folder.Data + "-history", Cancel);
        bytes[9] ^= 1;
        await File.WriteAllBytesAsync(Folder.Data + "-history", bytes, Cancel);

        FileCheck.Look(Folder.Data).PendingUpgrade.ShouldNotBeNull().ShouldStartWith("its history is damaged");

        (await File.ReadAllBytesAsync(Folder.Data + "-history", Cancel)).ShouldBe(bytes);
    }

    [Fact]
    public async Task A_look_says_that_a_history_cannot_be_read()
    {
        await Lock("one");
        await Store.File(9, Cancel);
        await Store.Close(Cancel);
        await using var held = new FileStream(History, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        FileCheck
            .Look(Folder.Data)
            .Problem.ShouldNotBeNull()
            .ShouldStartWith($"the history {History} cannot be read: ");
        (await Backup()).Line.ShouldStartWith(
            $"{Folder.Data} was not backed up: its history {History} cannot be copied: "
        );
        File.Exists(Copy).ShouldBeFalse();
    }

    [Fact]
    public async Task A_backup_of_a_damaged_history_says_so()
    {
        await Lock("one");
        await Store.File(9, Cancel);
        await Lock("two");
        await Store.File(9, Cancel);
        await Store.Close(Cancel);
        var bytes = await File.ReadAllBytesAsync(History, Cancel);
        bytes[60] ^= 1;
        await File.WriteAllBytesAsync(History, bytes, Cancel);

        (await Backup()).Line.ShouldContain(", with 1 events of its history, which is damaged (");

        using var copied = HistoryFile.OpenToRead(Copy + "-history");
        copied.LastGiven(Some.Acme.Team.Value).ShouldBe(Some.Noon.ToUnixTimeMilliseconds());
    }

    private string History => Folder.Data + "-history";

    private string Copy => Folder.Data + ".copy";

    private Task<CommandReport> Backup() =>
        StoreCommands.Backup(new StorageSettings.LiteDb(Folder.Data), "/", Copy, Time, Cancel);

    private Task<CommandReport> Migrate(StoreFolder other) =>
        MigrateCommand.Run(Folder.Data, other.Data, TextWriter.Null, Time, Cancel);

    private Task<Outcome> Lock(string name) =>
        Some.Service(Store)
            .Execute(
                Some.Ada.Asks($"lock-{name}"),
                Some.For(TimeSpan.FromHours(1)) with
                {
                    Name = ResourceName.Of(name),
                },
                Cancel
            );
}
