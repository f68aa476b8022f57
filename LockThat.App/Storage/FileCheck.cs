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
                return Found(file);
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

    private static StorageProbe Found(string file)
    {
        using var store = Schema.OpenAsItIs(file, PageFile.OpenExclusively);
        var upgrade =
            store.Version < Schema.Version
                ? $"the next start brings it from version {store.Version} to {Schema.Version}, and keeps a copy"
                : null;
        var history = file + HistoryFile.OfStore;
        try
        {
            if (File.Exists(history))
                HistoryFile.OpenToRead(history).Dispose();
            return new(null, upgrade);
        }
        catch (HistoryDamagedException)
        {
            var damage =
                $"its history is damaged: the first use keeps it as {HistoryFile.OfStore}{HistoryFile.Damaged}, and goes on with what is sound";
            return new(null, upgrade is null ? damage : $"{upgrade}; {damage}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new($"the history {history} cannot be read: {fault.Message} Locks are kept all the same.", upgrade);
        }
    }
}
