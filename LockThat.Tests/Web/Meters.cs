using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace LockThat.Tests.Web;

/// <summary>Hears what one app measures.</summary>
internal sealed class Meters : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<Measurement> _heard = [];

    public Meters(IServiceProvider app)
    {
        var scope = app.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (
                instrument.Meter.Scope == scope
                && instrument.Meter.Name.StartsWith("LockThat.", StringComparison.Ordinal)
            )
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    public IEnumerable<string> Names => _heard.Select(measurement => measurement.Name).Distinct();

    /// <summary>The measurements of one instrument, with its tags in alphabetical order: <c>outcome=locked
    /// operation=lock</c>.</summary>
    public IReadOnlyList<(double Value, string Tags)> Of(string name) =>
        [
            .. _heard
                .Where(measurement => measurement.Name == name)
                .Select(measurement => (measurement.Value, measurement.Tags)),
        ];

    public void Dispose() => _listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _heard.Enqueue(
            new(
                instrument.Name,
                value,
                string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal))
            )
        );

    private sealed record Measurement(string Name, double Value, string Tags);
}
