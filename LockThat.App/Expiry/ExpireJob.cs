using LockThat.App.Locks;
using LockThat.App.Locks.Stores;
using Quartz;

namespace LockThat.App.Expiry;

/// <summary>
/// Wakes every second on every instance, so that people are told in time of locks that have ended or end soon. It
/// decides nothing, so an early, late or double run does no harm.
/// </summary>
[DisallowConcurrentExecution]
public sealed partial class ExpireJob(LockService locks, ILogger<ExpireJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await locks.ProcessAllDue(cancellationToken);
        }
        catch (StoreUnavailableException fault)
        {
            // The next second tries again; the store itself logs the error.
            Log.Unavailable(logger, fault.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(200, LogLevel.Debug, "No lock can be ended at present: {Reason}")]
        public static partial void Unavailable(ILogger logger, string reason);
    }
}
