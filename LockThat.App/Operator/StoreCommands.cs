using System.Globalization;
using LockThat.App.Settings;
using LockThat.App.Storage;
using LockThat.App.Storage.LiteDb.Backup;
using LockThat.App.Storage.LiteDb.History;
using LockThat.App.Storage.LiteDb.Pages;
using LockThat.App.Storage.LiteDb.Upgrades;

namespace LockThat.App.Operator;

/// <summary>The operator's commands for the store as a whole. Each returns its result in one line.</summary>
public static class StoreCommands
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Copies the store, while the app runs or not, into a file that must not exist yet.</summary>
    /// <param name="storage">The place of the store, relative to <paramref name="contentRoot"/>.</param>
    /// <param name="file">The place of the copy, relative to the current directory.</param>
    public static Task<CommandReport> Backup(
        StorageSettings storage,
        string contentRoot,
        string file,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => OnFiles(storage, contentRoot, file, (store, copy) => Backup(store, copy, time, cancellationToken));

    /// <summary>Puts a copy in the place of the store, which no app may have open.</summary>
    /// <param name="storage">The place of the store, relative to <paramref name="contentRoot"/>.</param>
    /// <param name="file">The place of the copy, relative to the current directory.</param>
    public static Task<CommandReport> Restore(
        StorageSettings storage,
        string contentRoot,
        string file,
        TimeProvider time
    ) =>
        OnFiles(
            storage,
            contentRoot,
            file,
            (store, copy) =>
            {
                if (store == copy)
                    return Task.FromResult(
                        new CommandReport(false, $"{copy} is the store itself: name a backup of it.")
                    );
                using var backup = new BackupFile(copy);
                var now = time.GetUtcNow();
                var keptAs = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{store}-before-restore-{now:yyyyMMdd-HHmmss}"
                );
                var kept = Restoring.Put(store, copy, backup, keptAs, now, PageFile.OpenExclusively)
                    ? $" What was there is kept as {keptAs}."
                    : "";
                return Task.FromResult(
                    new CommandReport(true, $"Restored {copy} to {store}: {backup.Contents}{HistoryOf(copy)}.{kept}")
                );
            }
        );

    private static async Task<CommandReport> Backup(
        string store,
        string copy,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (!File.Exists(store))
            return new(false, $"There is nothing to back up: {store} does not exist, or may not be seen.");
        FileFaults.RequireNoFolder(copy);
        if (Path.Exists(copy) || Path.Exists(copy + HistoryFile.OfStore))
            return new(false, $"{copy} exists already, and is left as it is: choose another name.");
        if (!Directory.Exists(Path.GetDirectoryName(copy)))
            return new(false, $"{Path.GetDirectoryName(copy)} does not exist: create it first.");
        var (fault, damage) = await Copied(store, copy, time, cancellationToken);
        if (fault is not null)
            return new(false, $"{store} was not backed up: {fault}");

        try
        {
            using var backup = new BackupFile(copy);
            var history = damage is null ? "" : $", which is damaged ({damage}): the copy has only what is sound";
            return new(true, $"Backed up {store} to {copy}: {backup.Contents}{HistoryOf(copy)}{history}.");
        }
        catch (StorageException damaged) when (damaged.Fault == StorageFault.Damaged)
        {
            // A broken copy must be found now, and not on the day that it is needed.
            File.Delete(copy);
            File.Delete(copy + HistoryFile.OfStore);
            return new(false, damaged.Message);
        }
    }

    private static string HistoryOf(string copy) =>
        BackupHistory.Count(copy) is { } events
            ? string.Create(CultureInfo.InvariantCulture, $", with {events} events of its history")
            : "";

    /// <summary>The reason why there is no copy, and the damage of the history that was copied; null for
    /// none.</summary>
    private static async Task<(string? Fault, string? Damage)> Copied(
        string store,
        string copy,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var file = Schema.OpenAsItIs(store, PageFile.OpenExclusively);
            file.CopyTo(copy, replaces: false, PageFile.OpenExclusively);
            return (null, BackupHistory.CopyOrDelete(store, copy, time.GetUtcNow()));
        }
        catch (StorageException running) when (running.Fault == StorageFault.InUse)
        {
            return (await BackupRequest.Send(store, copy, Patience, time, cancellationToken), null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (fault.Message, null);
        }
    }

    private static async Task<CommandReport> OnFiles(
        StorageSettings storage,
        string contentRoot,
        string file,
        Func<string, string, Task<CommandReport>> act
    )
    {
        if (storage is not StorageSettings.LiteDb(var path))
            return new(
                false,
                "This command is for the embedded store. Storage:Provider is Postgres: use pg_dump and pg_restore."
            );
        try
        {
            return await act(Path.GetFullPath(path, contentRoot), Path.GetFullPath(file));
        }
        catch (Exception fault)
            when (fault is IOException or UnauthorizedAccessException or ArgumentException or StorageException)
        {
            return new(false, fault.Message);
        }
    }
}

/// <summary>The result of a command.</summary>
/// <param name="IsDone">Whether it did what it was asked for.</param>
/// <param name="Line">The line for the operator.</param>
public sealed record CommandReport(bool IsDone, string Line);
