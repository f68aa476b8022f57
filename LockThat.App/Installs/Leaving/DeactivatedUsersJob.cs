using LockThat.App.Locks.Stores;
using Quartz;

namespace LockThat.App.Installs.Leaving;

/// <summary>Asks every day who still has the app, and who of those that hold or watch something is still
/// there.</summary>
/// <param name="check">Null where the one workspace is served by a token of the settings.</param>
[DisallowConcurrentExecution]
internal sealed partial class DeactivatedUsersJob(
    DeactivatedUsers departures,
    ILogger<DeactivatedUsersJob> log,
    InstallationCheck? check = null
) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (check is not null)
                await check.AskAboutAll(cancellationToken);
            await departures.AskAboutAll(cancellationToken);
        }
        catch (StoreUnavailableException down)
        {
            Log.PutOff(log, down.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(496, LogLevel.Warning, "Nobody could be asked about: {Reason}")]
        public static partial void PutOff(ILogger logger, string reason);
    }
}
