using LockThat.App.Locks.Stores;
using Quartz;

namespace LockThat.App.Expiry;

/// <summary>Files, every second on every instance, the events that were committed since. A page of the history shows
/// them before that, too: late or double, it does no harm.</summary>
[DisallowConcurrentExecution]
public sealed partial class FilingJob(IHistoryStore history, ILogger<FilingJob> logger) : IJob
{
    private const int MostAtOnce = 1024;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            while (await history.File(MostAtOnce, cancellationToken) > 0)
                cancellationToken.ThrowIfCancellationRequested();
        }
        catch (StoreUnavailableException fault)
        {
            // The next second tries again; the store itself logs the error.
            Log.PutOff(logger, fault.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(201, LogLevel.Debug, "No events can be filed at present: {Reason}")]
        public static partial void PutOff(ILogger logger, string reason);
    }
}
