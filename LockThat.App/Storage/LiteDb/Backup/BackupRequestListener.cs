using LockThat.App.Locks.Stores;

namespace LockThat.App.Storage.LiteDb.Backup;

/// <summary>Makes the copies of the open store that the operator's command asks for.</summary>
internal sealed partial class BackupRequestListener(
    LiteDbStore store,
    TimeProvider time,
    ILogger<BackupRequestListener> logger
) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(LookEvery, time, stoppingToken);
                await Serve(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // A command that is still waiting has a time-out of its own.
        }
    }

    private async Task Serve(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var (answer, copy) in await BackupRequest.Take(store.Path, stoppingToken))
                await BackupRequest.Answer(answer, await Copy(copy, stoppingToken), stoppingToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Log.Unanswered(logger, fault.Message);
        }
    }

    private async Task<string?> Copy(string copy, CancellationToken stoppingToken)
    {
        try
        {
            await store.CopyTo(copy, stoppingToken);
            Log.Copied(logger, store.Path, copy);
            return null;
        }
        catch (Exception fault)
            when (fault
                    is IOException
                        or UnauthorizedAccessException
                        or ArgumentException
                        or StorageException
                        or StoreUnavailableException
            )
        {
            Log.NotCopied(logger, store.Path, copy, fault.Message);
            return fault.Message;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(110, LogLevel.Information, "The store {Path} was copied to {Copy}")]
        public static partial void Copied(ILogger logger, string path, string copy);

        [LoggerMessage(111, LogLevel.Warning, "The store {Path} was not copied to {Copy}: {Reason}")]
        public static partial void NotCopied(ILogger logger, string path, string copy, string reason);

        [LoggerMessage(112, LogLevel.Warning, "A request for a backup could not be answered: {Reason}")]
        public static partial void Unanswered(ILogger logger, string reason);
    }
}
