using LockThat.App.Storage.LiteDb.History;
using LockThat.App.Storage.LiteDb.Pages;
using LockThat.App.Storage.LiteDb.Upgrades;

namespace LockThat.App.Storage;

/// <summary>Whether the place of the locks can be written, without storing anything there.</summary>
public static class FileCheck
{
    private static readonly FileStreamOptions Fresh = new()
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.ReadWrite,
        Options = FileOptions.DeleteOnClose,
    };

    /// <summary>The faults, and the steps that the next start would take; the check itself never upgrades an older
    /// store.</summary>
    /// <param name="file">A whole path.</param>
    public static StorageProbe Look(string file)
    {
        try
        {
            FileFaults.RequireNoFolder(file);
            var folder = Path.GetDirectoryName(file) ?? file;
            Directory.CreateDirectory(folder);
            if (File.Exists(file))
                return new(null, Upgrade(file));
            new FileStream(Path.Combine(folder, Path.GetRandomFileName()), Fresh).Dispose();
            return new(null);
        }
        catch (StorageException running) when (running.Fault == StorageFault.InUse)
        {
            // The app itself tells while it runs: it would not run if the file had a fault.
            return new(null);
        }
        catch (StorageException fault)
        {
            return new(fault.Message);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(failure.Message);
        }
    }

    private static string? Upgrade(string file)
    {
        using var store = Schema.OpenAsItIs(file, PageFile.OpenExclusively);
        string?[] changes =
        [
            store.Version < Schema.Version
                ? $"the next start brings it from version {store.Version} to {Schema.Version}, and keeps a copy"
                : null,
            HasSoundHistory(file)
                ? null
                : $"its history is damaged: the first use keeps it as {HistoryFile.OfStore}{HistoryFile.Damaged}, and goes on with what is sound",
        ];
        return changes.Any(change => change is not null) ? string.Join("; ", changes.OfType<string>()) : null;
    }

    private static bool HasSoundHistory(string file)
    {
        try
        {
            if (File.Exists(file + HistoryFile.OfStore))
                HistoryFile.OpenToRead(file + HistoryFile.OfStore).Dispose();
            return true;
        }
        catch (HistoryDamagedException)
        {
            return false;
        }
    }
}
