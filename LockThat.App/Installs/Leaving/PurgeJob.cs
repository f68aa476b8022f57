using LockThat.App.Locks.Stores;
using Quartz;

namespace LockThat.App.Installs.Leaving;

/// <summary>Deletes, every hour on every instance, the data of installations that left 30 days ago.</summary>
[DisallowConcurrentExecution]
public sealed partial class PurgeJob(IInstallStore store, ILogger<PurgeJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            foreach (var gone in (await store.List(cancellationToken)).Where(install => install.LeftAt is not null))
            {
                if (await store.Purge(gone, cancellationToken) is var (resources, notices, viewers, events))
                    Log.Purged(log, gone.Key, resources, notices, viewers, events);
            }
        }
        catch (StoreUnavailableException down)
        {
            // The next hour continues after a failure.
            Log.PutOff(log, down.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            510,
            LogLevel.Information,
            "{Installation} has not come back: {Resources} resources, {Notices} notices, {Viewers} viewers and {Events} events deleted"
        )]
        public static partial void Purged(
            ILogger logger,
            InstallKey installation,
            int resources,
            int notices,
            int viewers,
            int events
        );

        [LoggerMessage(511, LogLevel.Warning, "No data could be deleted at this hour: {Reason}")]
        public static partial void PutOff(ILogger logger, string reason);
    }
}
