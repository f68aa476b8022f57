using LockThat.App.Locks;
using LockThat.App.Locks.Stores;
using Quartz;

namespace LockThat.App.Expiry;

/// <summary>Deletes, every hour on every instance, the events that are older than <c>Locks:KeepHistory</c>, a little at
/// a time so that nobody waits behind it.</summary>
[DisallowConcurrentExecution]
public sealed partial class PruningJob(
    IHistoryStore history,
    LockRules rules,
    TimeProvider time,
    ILogger<PruningJob> logger
) : IJob
{
    private const int MostAtOnce = 1024;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var olderThan = time.GetUtcNow() - rules.KeepHistory;
        try
        {
            while (await history.Prune(olderThan, MostAtOnce, cancellationToken) > 0)
                cancellationToken.ThrowIfCancellationRequested();
        }
        catch (StoreUnavailableException fault)
        {
            // The next hour continues after a failure.
            Log.PutOff(logger, fault.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(202, LogLevel.Warning, "Old events could not be deleted: {Reason}")]
        public static partial void PutOff(ILogger logger, string reason);
    }
}
