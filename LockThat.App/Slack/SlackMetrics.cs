using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Slack.Requests;
using LockThat.App.Slack.WebApi;

namespace LockThat.App.Slack;

/// <summary>How fast Slack is answered, and how Slack answers. No address, token or word of people is in it.</summary>
public sealed class SlackMetrics
{
    /// <summary>The name of the meter, and of the source of traces.</summary>
    public const string Source = "LockThat.Slack";

    private static readonly ActivitySource Activities = new(Source);
    private static readonly ConcurrentDictionary<Type, string> Kinds = new();

    private readonly TimeProvider _time;
    private readonly Histogram<double> _acknowledgements;
    private readonly Histogram<double> _calls;
    private readonly Histogram<double> _deliveries;
    private readonly UpDownCounter<long> _sockets;
    private readonly Counter<long> _givenUp;

    public SlackMetrics(Meter meter, TimeProvider time)
    {
        _time = time;
        var upToThreeSeconds = new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 2.5, 3],
        };
        _acknowledgements = meter.CreateHistogram(
            "lockthat.acknowledgement.duration",
            "s",
            "From a request of Slack's, once it is read, to its answer; Slack waits for 3 s.",
            null,
            upToThreeSeconds
        );
        _calls = meter.CreateHistogram(
            "lockthat.slack.call.duration",
            "s",
            "One attempt of a call to Slack, by method and result (ok, rate_limited, unknown, or Slack's error).",
            null,
            upToThreeSeconds
        );
        _sockets = meter.CreateUpDownCounter<long>(
            "lockthat.sockets.open",
            "{socket}",
            "Sockets of Socket Mode that Slack has greeted."
        );
        _deliveries = meter.CreateHistogram<double>(
            "lockthat.outbox.delay",
            "s",
            "From an event to the moment that Slack took its message (delivered), that the message was given up (given_up), or that it was no longer true (outdated)."
        );
        _givenUp = meter.CreateCounter<long>(
            "lockthat.outbox.given_up",
            "{message}",
            "Messages that were given up, by the reason: Slack's error, or too_old after a day."
        );
    }

    /// <summary>Slack greeted a socket of Socket Mode (1), or a greeted socket is gone (-1).</summary>
    internal void SocketsChanged(int by) => _sockets.Add(by);

    /// <summary>Times and traces the answer to one request, until it is disposed of.</summary>
    /// <param name="request">The request.</param>
    /// <param name="transport"><c>http</c> or <c>socket_mode</c>.</param>
    internal Acknowledgement Acknowledging(SlackRequest request, string transport)
    {
        var kind = Kinds.GetOrAdd(request.GetType(), type => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name));
        return new(
            this,
            kind,
            transport,
            Activities.StartActivity(kind)?.SetTag("slack.team", request.From?.Team.Value)
        );
    }

    /// <summary>Makes one attempt of a call, timed and traced.</summary>
    /// <param name="workspace">The workspace whose token is used; null for a call without one.</param>
    internal async Task<SlackReply> Call(string method, Workspace? workspace, Func<Task<SlackReply>> attempt)
    {
        using var span = Activities
            .StartActivity(method, ActivityKind.Client)
            ?.SetTag("slack.team", workspace?.Team.Value);
        var start = _time.GetTimestamp();
        var reply = await attempt();
        var result = reply switch
        {
            SlackReply.Ok => "ok",
            SlackReply.Refused(var error, _) => error,
            SlackReply.RateLimited => "rate_limited",
            SlackReply.Unknown => "unknown",
            _ => throw new UnreachableException(),
        };
        _calls.Record(_time.GetElapsedTime(start).TotalSeconds, new("method", method), new("result", result));
        span?.SetTag("result", result)
            .SetStatus(reply is SlackReply.Ok ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
        return reply;
    }

    /// <summary>A notice left the outbox.</summary>
    /// <param name="happened">The moment of the event that it tells.</param>
    /// <param name="result"><c>delivered</c>, <c>given_up</c> or <c>outdated</c>.</param>
    internal void Settled(DateTimeOffset happened, string result) =>
        _deliveries.Record(
            Math.Max(0, (_time.GetUtcNow() - happened).TotalSeconds),
            new KeyValuePair<string, object?>("result", result)
        );

    /// <summary>A notice left the outbox undelivered, although it was true.</summary>
    /// <param name="happened">The moment of the event that it tells.</param>
    /// <param name="reason">Slack's error, or <c>too_old</c>.</param>
    internal void GivenUp(DateTimeOffset happened, string reason)
    {
        Settled(happened, "given_up");
        _givenUp.Add(1, new KeyValuePair<string, object?>("reason", reason));
    }

    /// <summary>One answer that is being timed.</summary>
    internal sealed class Acknowledgement(SlackMetrics metrics, string kind, string transport, Activity? span)
        : IDisposable
    {
        private readonly long _start = metrics._time.GetTimestamp();

        /// <summary><c>ok</c>, <c>late</c> or <c>failed</c>.</summary>
        public string Result { get; set; } = "ok";

        public void Dispose()
        {
            metrics._acknowledgements.Record(
                metrics._time.GetElapsedTime(_start).TotalSeconds,
                new("request", kind),
                new("transport", transport),
                new("result", Result)
            );
            span?.SetTag("result", Result);
            span?.Dispose();
        }
    }
}
