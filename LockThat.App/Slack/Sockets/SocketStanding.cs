using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LockThat.App.Slack.Sockets;

/// <summary>How many sockets stand, and for how long none has. Where sockets are the only entrance, an app without one
/// serves nobody.</summary>
internal sealed class SocketStanding(SlackMetrics metrics, TimeProvider time) : IHealthCheck
{
    // Longer than another socket takes to open, and than Slack takes to greet it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock gate = new();
    private int standing;
    private long lastStood = time.GetTimestamp();
    private string? lastFailure;

    /// <summary>Slack greeted a socket.</summary>
    public void Greeted()
    {
        metrics.SocketsChanged(1);
        lock (gate)
            (standing, lastFailure) = (standing + 1, null);
    }

    /// <summary>A socket that Slack had greeted is gone.</summary>
    public void Gone()
    {
        metrics.SocketsChanged(-1);
        lock (gate)
            (standing, lastStood) = (standing - 1, time.GetTimestamp());
    }

    /// <param name="reason">Why a socket could not be opened; no secret.</param>
    public void Failed(string reason)
    {
        lock (gate)
            lastFailure = reason;
    }

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        lock (gate)
        {
            return Task.FromResult(
                standing > 0 || time.GetElapsedTime(lastStood) <= Patience
                    ? HealthCheckResult.Healthy()
                    : HealthCheckResult.Unhealthy(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"no socket to Slack has stood for {Patience.TotalSeconds} seconds{(lastFailure is null ? "" : $": {lastFailure}")}"
                        )
                    )
            );
        }
    }
}
