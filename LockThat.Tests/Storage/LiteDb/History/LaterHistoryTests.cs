using System.Buffers.Binary;
using LockThat.App.Operator;
using LockThat.App.Settings;
using LockThat.App.Storage;
using LockThat.App.Storage.LiteDb.Backup;
using LockThat.App.Storage.LiteDb.History;
using LockThat.App.Storage.LiteDb.Pages;
using LockThat.App.Storage.LiteDb.Upgrades;

namespace LockThat.Tests.Storage.LiteDb.History;

/// <summary>A history that a later version wrote is refused as a store is, and nothing is changed.</summary>
public sealed class LaterHistoryTests : IDisposable
{
    private readonly StoreFolder _folder = new();
    private readonly StoreFolder _other = new();

    private string History => _folder.Data + HistoryFile.OfStore;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Dispose();
        _other.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_start_is_refused_and_leaves_everything_as_it_is(bool hasStore)
    {
        if (hasStore)
            _folder.Open().Dispose();
        WriteLater();
        var before = Files();

        ShouldBeRefused(Should.Throw<StorageException>(() => Schema.Open(_folder.Data, PageFile.OpenExclusively)));

        Files().ShouldBe(before);
    }

    [Fact]
    public async Task Every_command_refuses_it_too()
    {
        _folder.Open().Dispose();
        WriteLater();
        var before = Files();
        var settings = new StorageSettings.LiteDb(_folder.Data);

        FileCheck.Look(_folder.Data).Problem.ShouldNotBeNull().ShouldStartWith($"{History} has version 2, ");
        (await StoreCommands.Backup(settings, "/", _other.Data, TimeProvider.System, Cancel)).Line.ShouldStartWith(
            $"{History} has version 2, "
        );
        (
            await MigrateCommand.Run(_folder.Data, _other.Data, TextWriter.Null, TimeProvider.System, Cancel)
        ).Line.ShouldStartWith($"{History} has version 2, ");

        Files().ShouldBe(before);
        File.Exists(_other.Data).ShouldBeFalse();
    }

    [Fact]
    public async Task A_backup_with_one_is_not_restored()
    {
        _folder.Open().Dispose();
        WriteLater();

        ShouldBeRefused(Should.Throw<StorageException>(() => new BackupFile(_folder.Data)));

        var settings = new StorageSettings.LiteDb(_other.Data);
        (await StoreCommands.Restore(settings, "/", _folder.Data, TimeProvider.System)).IsDone.ShouldBeFalse();
        File.Exists(_other.Data).ShouldBeFalse();
    }

    [Fact]
    public void One_that_is_only_damaged_there_is_not_taken_for_a_later_one()
    {
        WriteLater();
        var bytes = File.ReadAllBytes(History);
        bytes[20] ^= 1;
        File.WriteAllBytes(History, bytes);

        _folder.Open().Dispose();
        Should.Throw<HistoryDamagedException>(() => HistoryFile.OpenToRead(History));
    }

    private void ShouldBeRefused(StorageException refusal)
    {
        refusal.Fault.ShouldBe(StorageFault.FromTheFuture);
        refusal.Message.ShouldBe(
            $"{History} has version 2, and this LockThat knows versions up to 1. Run the LockThat that wrote it, or a later one."
        );
    }

    private void WriteLater()
    {
        HistoryFile.Create(History, 0, PageFile.OpenExclusively).Dispose();
        var bytes = File.ReadAllBytes(History);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(8), BlockFormat.Version + 1);
        var salt = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(16));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(32), BlockFormat.Checksum(salt, 0, bytes.AsSpan(0, 32)));
        File.WriteAllBytes(History, bytes);
    }

    private string[] Files() =>
        [
            .. Directory
                .GetFiles(Path.GetDirectoryName(_folder.Data)!)
                .Order()
                .Select(file => $"{file} {Convert.ToHexString(File.ReadAllBytes(file))}"),
        ];
}
