using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using LockThat.App.Identifiers;

namespace LockThat.App.Locks;

/// <summary>Figures about decisions, for an operator. They hold no names and no words of people.</summary>
public sealed class LockMetrics
{
    /// <summary>The name of the meter, and of the source of traces.</summary>
    public const string Source = "LockThat.Locks";

    private static readonly ActivitySource Activities = new(Source);
    private static readonly ConcurrentDictionary<Type, string> Names = new();

    private readonly Counter<long> _decisions;
    private readonly Histogram<double> _lateness;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">Where they are seen.</param>
    public LockMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Source);
        _decisions = meter.CreateCounter<long>(
            "lockthat.decisions",
            "{decision}",
            "Requests of people (operation) and their outcome."
        );
        _lateness = meter.CreateHistogram<double>(
            "lockthat.expiry.lateness",
            "s",
            "From the end of a lock to the moment its end was stored."
        );
    }

    /// <summary>A span for one decision; null when nobody traces.</summary>
    /// <param name="command">The command.</param>
    /// <param name="team">The workspace.</param>
    internal static Activity? Deciding(ResourceCommand command, TeamId team) =>
        Activities.StartActivity(NameOf(command))?.SetTag("slack.team", team.Value);

    /// <summary>Something was decided and stored.</summary>
    /// <param name="command">The command.</param>
    /// <param name="outcome">The result.</param>
    internal void Decided(ResourceCommand command, Outcome outcome)
    {
        var tag = new KeyValuePair<string, object?>("outcome", NameOf(Told(outcome)));
        Activity.Current?.SetTag(tag.Key, tag.Value);
        if (_decisions.Enabled)
            _decisions.Add(1, new("operation", NameOf(command)), tag);
    }

    /// <summary>The end of a lock is stored.</summary>
    /// <param name="late">How long after it came; what was due while the app was down counts, too.</param>
    internal void Ended(TimeSpan late) => _lateness.Record(Math.Max(0, late.TotalSeconds));

    private static object Told(Outcome outcome) =>
        outcome switch
        {
            Outcome.Accepted(var happened) => happened,
            Outcome.Unchanged => outcome,
            Outcome.Refused(var why, _) => why,
            _ => throw new UnreachableException(),
        };

    private static string NameOf(object named) =>
        Names.GetOrAdd(named.GetType(), type => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name));
}
