using LockThat.App.Storage.LiteDb.Pages;

namespace LockThat.App.Storage.LiteDb.Backup;

/// <summary>Puts a backup in the place of a store that nobody has open. The old store is unchanged until the very last
/// step.</summary>
internal static class Restoring
{
    /// <param name="store">The data file, which need not exist.</param>
    /// <param name="from">The place of the backup, with its history beside it.</param>
    /// <param name="backup">The new contents.</param>
    /// <param name="keptAs">The name under which the old store is kept, with its log.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="open">How files of the store are opened.</param>
    /// <returns>Whether there was an old store to keep.</returns>
    /// <exception cref="StorageException">The store is open in another process, or cannot be written.</exception>
    public static bool Put(
        string store,
        string from,
        BackupFile backup,
        string keptAs,
        DateTimeOffset now,
        Func<string, FileStream> open
    ) =>
        FileFaults.AsStorageException(
            store,
            () =>
            {
                Directory.CreateDirectory(AtomicFile.FolderOf(store));
                // The process that has the log owns the data file, too: nobody can open the store until this is done.
                using var log = new PageFile(store + "-log", open);
                var fresh = store + "-restored";
                try
                {
                    File.Delete(fresh);
                    backup.CopyTo(fresh, open);
                    BackupHistory.Prepare(store, from, now, open);
                    var wasThere = Keep(store, log, keptAs, open);
                    // Otherwise the old log would be moved into the new file.
                    log.Truncate(0);
                    log.Sync();
                    File.Move(fresh, store, overwrite: true);
                    BackupHistory.Put(store, keptAs);
                    Folder.Sync(AtomicFile.FolderOf(store));
                    return wasThere;
                }
                catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
                {
                    File.Delete(fresh);
                    BackupHistory.GiveUp(store);
                    throw;
                }
            }
        );

    private static bool Keep(string store, PageFile log, string keptAs, Func<string, FileStream> open)
    {
        if (!File.Exists(store))
            return false;
        using var data = new PageFile(store, open);
        Settle(data, log);
        try
        {
            data.CopyTo(keptAs, open);
            if (!log.IsEmpty)
                log.CopyTo(keptAs + "-log", open);
        }
        catch (IOException)
        {
            File.Delete(keptAs);
            File.Delete(keptAs + "-log");
            throw;
        }

        Folder.Sync(AtomicFile.FolderOf(store));
        return true;
    }

    /// <summary>Moves the log into the data file, as each opening does. A damaged store, which may be the reason for
    /// the restore, is kept with its log.</summary>
    private static void Settle(PageFile data, PageFile log)
    {
        try
        {
            var pages = new LogStream(log);
            new Recovery(pages, new DataStream(data, pages)).Run();
        }
        catch (StorageException damaged) when (damaged.Fault == StorageFault.Damaged)
        {
            return;
        }
    }
}
