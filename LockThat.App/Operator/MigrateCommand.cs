using System.Diagnostics;
using LockThat.App.Settings;
using LockThat.App.Storage;
using LockThat.App.Storage.LiteDb.Backup;
using LockThat.App.Storage.Migration;
using LockThat.App.Storage.Postgres;

namespace LockThat.App.Operator;

/// <summary>Copies everything from one store to another, of any kind. No app may run on either.</summary>
public static class MigrateCommand
{
    /// <summary>Reports its progress, and returns the result in one line; never a password.</summary>
    /// <param name="from">A connection string of PostgreSQL, or a file relative to the current directory.</param>
    /// <param name="to">Likewise.</param>
    public static async Task<CommandReport> Run(
        string from,
        string to,
        TextWriter output,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var (source, target) = (Named(from), Named(to));
            if (source == target)
                return new(false, "--from and --to are the same.");

            // A state that expires during the copy is not needed any more.
            var now = time.GetUtcNow();
            await using var read = await OpenSource(source, now, cancellationToken);
            await using var written = await OpenTarget(target, now, cancellationToken);
            return await new StoreMigration(read, written, output).Run(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new(
                false,
                "Stopped. The target has got everything or nothing, and the source is as it was: run it again."
            );
        }
        catch (Exception fault)
            when (fault is StorageException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new(false, fault.Message);
        }
    }

    private static async Task<IOfflineStore> OpenSource(
        StorageSettings source,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        source switch
        {
            StorageSettings.LiteDb(var path) => OfflineFile.OpenCopy(path, now),
            StorageSettings.Postgres(var connectionString) => await OfflineDatabase.OpenSource(
                connectionString,
                now,
                cancellationToken
            ),
            _ => throw new UnreachableException(),
        };

    private static async Task<IOfflineStore> OpenTarget(
        StorageSettings target,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        target switch
        {
            StorageSettings.LiteDb(var path) => OfflineFile.Open(path, now),
            StorageSettings.Postgres(var connectionString) => await OfflineDatabase.OpenTarget(
                connectionString,
                now,
                cancellationToken
            ),
            _ => throw new UnreachableException(),
        };

    private static StorageSettings Named(string place) =>
        IsConnectionString(place)
            ? new StorageSettings.Postgres(place)
            : new StorageSettings.LiteDb(Path.GetFullPath(place));

    // A text that may hold a password is never taken for a file, because the name of a file is printed.
    private static bool IsConnectionString(string place) =>
        place.Contains("://", StringComparison.Ordinal)
        || (place.Contains('=', StringComparison.Ordinal) && !Path.IsPathRooted(place) && !place.StartsWith('.'));
}
