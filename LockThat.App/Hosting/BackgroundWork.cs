using System.Collections.Concurrent;

namespace LockThat.App.Hosting;

/// <summary>Work that no request waits for. A shutdown waits for it, as long as it may.</summary>
public sealed partial class BackgroundWork(TimeProvider time, ILogger<BackgroundWork> log) : IHostedService, IDisposable
{
    // Shorter than the host's own limit, so that services that stop after this one stop in order.
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<Task, object?> _running = new();
    private readonly CancellationTokenSource _givingUp = new();

    /// <summary>Cancelled when a shutdown has waited as long as it may.</summary>
    public CancellationToken GivingUp => _givingUp.Token;

    /// <summary>Begins a piece of work.</summary>
    public void Track(Func<Task> work)
    {
        var task = Logged(work);
        if (task.IsCompletedSuccessfully)
            return;
        _running.TryAdd(task, null);
        _ = task.ContinueWith(
            done => _running.TryRemove(done, out _),
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default
        );
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    async Task IHostedService.StopAsync(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(LastPatience, time);
        await using var _ = late.Token.Register(_givingUp.Cancel);
        await using var __ = cancellationToken.Register(_givingUp.Cancel);
        while (_running.Keys.FirstOrDefault() is { } task)
        {
            await task;
            _running.TryRemove(task, out var _);
        }
    }

    public void Dispose() => _givingUp.Dispose();

    // Nobody awaits this work, so every failure is logged here.
    private async Task Logged(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (GivingUp.IsCancellationRequested)
        {
            Log.CutShort(log);
        }
        catch (Exception bug)
        {
            Log.Failed(log, bug);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(422, LogLevel.Warning, "A call to Slack was cut short by the shutdown")]
        public static partial void CutShort(ILogger logger);

        [LoggerMessage(423, LogLevel.Error, "A call to Slack failed")]
        public static partial void Failed(ILogger logger, Exception bug);
    }
}
