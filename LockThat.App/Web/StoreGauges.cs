using System.Diagnostics.Metrics;
using LockThat.App.Locks.Stores;

namespace LockThat.App.Web;

/// <summary>The contents of the store, in figures for an operator: looked up every 15 seconds, while metrics are
/// listened to.</summary>
internal sealed partial class StoreGauges : BackgroundService
{
    public const string Source = "LockThat.Store";

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);

    private readonly IResourceStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger<StoreGauges> _log;
    private readonly Gauge<long> _resources;
    private readonly Gauge<long> _held;
    private readonly Gauge<long> _notices;
    private readonly Gauge<double> _oldest;

    public StoreGauges(IResourceStore store, IMeterFactory meters, TimeProvider time, ILogger<StoreGauges> log)
    {
        (_store, _time, _log) = (store, time, log);
        var meter = meters.Create(Source);
        _resources = meter.CreateGauge<long>("lockthat.resources", "{resource}", "Resources of all workspaces.");
        _held = meter.CreateGauge<long>("lockthat.locks.held", "{lock}", "Resources that somebody holds.");
        _notices = meter.CreateGauge<long>(
            "lockthat.outbox.depth",
            "{notice}",
            "Messages that are still to be delivered."
        );
        _oldest = meter.CreateGauge<double>(
            "lockthat.outbox.age",
            "s",
            "Age of the oldest message that is still to be delivered; 0 when there is none."
        );
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, _time);
        try
        {
            do await Look(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            Log.Stopped(_log);
        }
    }

    private async Task Look(CancellationToken stoppingToken)
    {
        if (!_resources.Enabled && !_held.Enabled && !_notices.Enabled && !_oldest.Enabled)
            return;
        try
        {
            var tally = await _store.Statistics(stoppingToken);
            _resources.Record(tally.Resources);
            _held.Record(tally.Held);
            _notices.Record(tally.Notices);
            _oldest.Record(tally.OldestNotice is { } oldest ? Math.Max(0, (tally.Now - oldest).TotalSeconds) : 0);
        }
        catch (StoreUnavailableException)
        {
            Log.NothingToCount(_log);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(320, LogLevel.Debug, "The store is no longer measured")]
        public static partial void Stopped(ILogger logger);

        [LoggerMessage(321, LogLevel.Debug, "The store could not be measured: it does not answer")]
        public static partial void NothingToCount(ILogger logger);
    }
}
