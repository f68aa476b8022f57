using LockThat.App.Storage.LiteDb.History;
using LockThat.App.Storage.LiteDb.Pages;

namespace LockThat.App.Storage.LiteDb.Backup;

/// <summary>The history beside a store that no app has open, or beside a backup.</summary>
internal static class BackupHistory
{
    /// <summary>Copies the sound part of a store's history beside a copy of the store; does nothing when there is no
    /// history. If this fails, the copy of the store is removed.</summary>
    /// <returns>The damage of the history; null when all of it is sound.</returns>
    /// <exception cref="IOException">It cannot be read, or the copy cannot be written.</exception>
    public static string? CopyOrDelete(string store, string copy, DateTimeOffset now)
    {
        var from = store + HistoryFile.OfStore;
        try
        {
            return Copy(from, copy + HistoryFile.OfStore, now);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            File.Delete(copy);
            throw new IOException(NotCopied(from, fault.Message), fault);
        }
    }

    /// <summary>The words for an operator about a history that cannot be copied.</summary>
    public static string NotCopied(string history, string reason) =>
        $"its history {history} cannot be copied: {reason} Mend that; or move the history away, and back up the locks without it.";

    private static string? Copy(string from, string to, DateTimeOffset now)
    {
        if (!File.Exists(from))
            return null;
        try
        {
            using var history = HistoryFile.Open(from, PageFile.OpenExclusively);
            history.CopyTo(to);
            return null;
        }
        catch (HistoryDamagedException damage)
        {
            HistoryFile.Salvage(from, to, HistoryFile.FloorAt(now), PageFile.OpenExclusively).Dispose();
            return damage.Message;
        }
    }

    /// <summary>How many events are filed beside a store; null when there is no history, or none that is
    /// sound.</summary>
    public static long? Count(string store)
    {
        var path = store + HistoryFile.OfStore;
        if (!File.Exists(path))
            return null;
        try
        {
            using var history = HistoryFile.OpenToRead(path);
            return history.Count;
        }
        catch (HistoryDamagedException)
        {
            return null;
        }
    }

    /// <summary>Copies the history of a backup beside a store, so that only names change once the store is replaced.
    /// Of a damaged history the sound part is copied.</summary>
    public static void Prepare(string store, string backup, DateTimeOffset now, Func<string, FileStream> open)
    {
        var (from, fresh) = (backup + HistoryFile.OfStore, Fresh(store));
        File.Delete(fresh);
        if (!File.Exists(from))
            return;
        try
        {
            using var history = HistoryFile.OpenToRead(from);
            history.CopyTo(fresh, open);
        }
        catch (HistoryDamagedException)
        {
            File.Delete(fresh);
            HistoryFile.Salvage(from, fresh, HistoryFile.FloorAt(now), open).Dispose();
        }
    }

    /// <summary>Takes back what <see cref="Prepare"/> has made.</summary>
    public static void GiveUp(string store) => File.Delete(Fresh(store));

    /// <summary>Puts the prepared history in the place of a store's, which is kept. A backup from a version without a
    /// history has none, and then the store has none, too.</summary>
    public static void Put(string store, string keptAs)
    {
        var place = store + HistoryFile.OfStore;
        if (File.Exists(place))
            File.Move(place, keptAs + HistoryFile.OfStore, overwrite: true);
        if (File.Exists(Fresh(store)))
            File.Move(Fresh(store), place);
        Folder.Sync(AtomicFile.FolderOf(store));
    }

    private static string Fresh(string store) => store + HistoryFile.OfStore + "-restored";
}
