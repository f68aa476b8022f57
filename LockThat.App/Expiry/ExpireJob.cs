using LockThat.App.Locks;
using LockThat.App.Locks.Stores;
using Quartz;

namespace LockThat.App.Expiry;

/// <summary>
/// Wakes every second on every instance, so that what has ended or ends soon is told in time. It decides nothing:
/// early, late or double, it does no harm.
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
            // The next second tries again; the store itself says loudly what is wrong with it.
            Log.Unavailable(logger, fault.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(200, LogLevel.Debug, "Nothing can be ended at present: {Reason}")]
        public static partial void Unavailable(ILogger logger, string reason);
    }
}
