using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LockThat.App.Slack.Sockets;

/// <summary>How many sockets are open, and for how long none has been. Where sockets are the only entrance, an app
/// without one serves nobody.</summary>
internal sealed class SocketStanding(SlackMetrics metrics, TimeProvider time) : IHealthCheck
{
    // Opening another socket, with Slack's greeting, takes less time than this.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private int _standing;
    private long _lastStood = time.GetTimestamp();
    private string? _lastFailure;

    /// <summary>Slack greeted a socket.</summary>
    public void Greeted()
    {
        metrics.SocketsChanged(1);
        lock (_gate)
            (_standing, _lastFailure) = (_standing + 1, null);
    }

    /// <summary>A socket that Slack had greeted is gone.</summary>
    public void Gone()
    {
        metrics.SocketsChanged(-1);
        lock (_gate)
            (_standing, _lastStood) = (_standing - 1, time.GetTimestamp());
    }

    /// <param name="reason">The reason why a socket could not be opened; no secret.</param>
    public void Failed(string reason)
    {
        lock (_gate)
            _lastFailure = reason;
    }

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        lock (_gate)
        {
            return Task.FromResult(
                _standing > 0 || time.GetElapsedTime(_lastStood) <= Patience
                    ? HealthCheckResult.Healthy()
                    : HealthCheckResult.Unhealthy(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"no socket to Slack has stood for {Patience.TotalSeconds} seconds{(_lastFailure is null ? "" : $": {_lastFailure}")}"
                        )
                    )
            );
        }
    }
}
