using System.Text.Json.Nodes;
using LockThat.Playground.Requests;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Interactivity;

/// <summary>Events API: at least once, tried again at once, after one minute and after five.</summary>
internal sealed class LifecycleEvents(Workspace workspace, Deliveries deliveries) : IDisposable
{
    private static readonly TimeSpan[] RetryAfter = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>The person opened the app's Home or Messages tab. Completes with the first attempt; later ones go on by
    /// themselves.</summary>
    public Task AppHomeOpened(Member person, string tab, CancellationToken cancellationToken)
    {
        var inner = new JsonObject
        {
            ["type"] = "app_home_opened",
            ["user"] = person.Id,
            ["channel"] = Team.DirectMessages(person.Id).Id,
            ["tab"] = tab,
            ["event_ts"] = workspace.NextTs(),
        };
        if (tab == "home" && workspace.Home(person.Id) is { } home)
            inner["view"] = Payloads.ViewOf(home);
        return Send(inner, cancellationToken);
    }

    private async Task Send(JsonObject inner, CancellationToken cancellationToken)
    {
        var callback = Payloads.Event(inner, workspace.Ids.Next("Ev0"), workspace.Time.GetUtcNow());
        var first = await Attempt(callback, 0, null, cancellationToken);
        if (first.Failure is not null && !first.NoRetry)
            _ = Retry(callback, first);
    }

    private async Task Retry(JsonObject callback, Delivery last)
    {
        try
        {
            for (var attempt = 1; attempt <= RetryAfter.Length && last.Failure is not null && !last.NoRetry; attempt++)
            {
                var due = last.At + RetryAfter[attempt - 1];
                var left = due - workspace.Time.GetUtcNow();
                await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, workspace.Time, _stopping.Token);
                last = await Attempt(callback, attempt, last, _stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The Playground stops; the workspace's memory goes with it.
        }
    }

    private Task<Delivery> Attempt(
        JsonObject callback,
        int attempt,
        Delivery? failed,
        CancellationToken cancellationToken
    )
    {
        var reason = failed?.Failure switch
        {
            null => null,
            "operation_timeout" => "http_timeout",
            "dispatch_failed" => "connection_failed",
            _ => "http_error",
        };
        return deliveries.Post(
            new("event_callback", callback, attempt, reason),
            delivery => delivery,
            cancellationToken
        );
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }
}
