using System.Diagnostics.Metrics;
using System.Text.Json.Serialization;
using LockThat.App.Locks.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace LockThat.Benchmarks;

/// <summary>The app's own figures.</summary>
/// <param name="Heap">The living memory right after a collection, in bytes.</param>
/// <param name="Held">Locks whose end is not stored.</param>
/// <param name="Notices">Messages that are still to be delivered.</param>
/// <param name="Ended">How many ends the clock has stored, and when the latest was.</param>
/// <param name="Delivered">How many messages Slack has taken, and when the latest was.</param>
internal sealed record Vitals(long Heap, long Held, long Notices, Heard Ended, Heard Delivered);

/// <summary>How often something was heard, and when last.</summary>
internal sealed record Heard(long Count, DateTimeOffset Latest);

[JsonSerializable(typeof(Vitals))]
internal sealed partial class VitalsJson : JsonSerializerContext;

/// <summary>Hears what the app measures for its operators, with the moment: it measures an end once that is stored, a
/// message once Slack has it.</summary>
internal sealed class Ear : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, Count> _counts = new()
    {
        ["lockthat.expiry.lateness"] = new(),
        ["lockthat.outbox.delay"] = new(),
    };

    public Ear(IServiceProvider app)
    {
        var scope = app.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == scope && _counts.TryGetValue(instrument.Name, out var count))
                listener.EnableMeasurementEvents(instrument, count);
        };
        _listener.SetMeasurementEventCallback<double>((_, _, _, count) => (count as Count)?.Hear());
        _listener.Start();
    }

    public async Task<Vitals> Vitals(IResourceStore store)
    {
        var tally = await store.Statistics(CancellationToken.None);
        var heap = GC.GetTotalMemory(forceFullCollection: false);
        return new(
            heap,
            tally.Held,
            tally.Notices,
            _counts["lockthat.expiry.lateness"].Heard,
            _counts["lockthat.outbox.delay"].Heard
        );
    }

    public void Dispose() => _listener.Dispose();

    private sealed class Count
    {
        private long _count;
        private long _latest;

        public Heard Heard =>
            new(Volatile.Read(ref _count), DateTimeOffset.FromUnixTimeMilliseconds(Volatile.Read(ref _latest)));

        public void Hear()
        {
            // Of two at the same time either may be the latest.
            Volatile.Write(ref _latest, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
            Interlocked.Increment(ref _count);
        }
    }
}
