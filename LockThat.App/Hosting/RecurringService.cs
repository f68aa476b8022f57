namespace LockThat.App.Hosting;

/// <summary>
/// Runs one turn after the other until the app stops. A bug in one turn is logged, and the next turn comes all the
/// same: late work is better than none, and no other service stops.
/// </summary>
public abstract partial class RecurringService(TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan PauseAfterABug = TimeSpan.FromSeconds(1);

    /// <summary>The app's clock.</summary>
    protected TimeProvider Time { get; } = time;

    /// <summary>The log of the service.</summary>
    protected ILogger Logger { get; } = logger;

    /// <summary>One turn, with the wait for the next.</summary>
    /// <param name="stoppingToken">Cancelled when the app stops.</param>
    protected abstract Task Turn(CancellationToken stoppingToken);

    /// <summary>The work that is left when no turn comes any more.</summary>
    protected virtual Task Finish() => Task.CompletedTask;

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Turn(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                Log.Stopped(Logger);
            }
            catch (Exception bug)
            {
                Log.Failed(Logger, bug);
                await Task.Delay(PauseAfterABug, Time, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await Finish();
    }

    private static partial class Log
    {
        [LoggerMessage(443, LogLevel.Debug, "Stopped")]
        public static partial void Stopped(ILogger logger);

        [LoggerMessage(444, LogLevel.Error, "A turn of this service failed; the next turn comes all the same")]
        public static partial void Failed(ILogger logger, Exception bug);
    }
}
