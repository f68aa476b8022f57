using LockThat.App.Locks.Stores;
using Quartz;

namespace LockThat.App.Installs.Leaving;

/// <summary>Asks every day which installations and which holders and watchers still exist.</summary>
[DisallowConcurrentExecution]
internal sealed partial class DeactivatedUsersJob(
    IInstallationNews installations,
    DeactivatedUsers people,
    ILogger<DeactivatedUsersJob> log
) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await installations.AskAboutAll(cancellationToken);
            await people.AskAboutAll(cancellationToken);
        }
        catch (StoreUnavailableException down)
        {
            Log.PutOff(log, down.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            496,
            LogLevel.Warning,
            "The daily check of accounts and installations failed, and is tried again: {Reason}"
        )]
        public static partial void PutOff(ILogger logger, string reason);
    }
}
