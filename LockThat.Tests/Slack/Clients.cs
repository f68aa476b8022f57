using LockThat.App.Slack;
using LockThat.App.Slack.Workspaces;
using LockThat.App.Storage.LiteDb;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Slack;

internal static class Clients
{
    // Real time, and far more of it than any of this takes.
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(10);

    public static SlackClient Over(Wire wire, TimeProvider time, string? token = "xoxb-1") =>
        new(
            new HttpClient(wire),
            new Uri("https://slack.example/api/"),
            new BotTokens(token),
            new RateLimits(time),
            time,
            NullLogger<SlackClient>.Instance
        );

    /// <summary>The calls that follow an answer, over a store that is never opened.</summary>
    public static (SlackCalls Calls, HomePublisher Homes) Calls(Wire wire, TimeProvider time)
    {
        var client = Over(wire, time);
        var closed = new LiteDbStore("never-opened.db", time, NullLogger<LiteDbStore>.Instance);
        var homes = new HomePublisher(closed, Some.Service(closed), client, time, NullLogger<HomePublisher>.Instance);
        var openings = new HomeOpenings(new Members(client, time), new InstalledWorkspaces(new(closed), time), homes);
        return (new(client, homes, openings, time, NullLogger<SlackCalls>.Instance), homes);
    }

    /// <summary>Moves the clock on, step by step, for as long as the task waits for it.</summary>
    public static async Task AdvanceUntil(this FakeTimeProvider time, Task task, TimeSpan step)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!task.IsCompleted && TimeProvider.System.GetElapsedTime(start) < Generous)
        {
            // Between two steps everything that the last one set off gets its turn.
            await task.WaitAsync(Turn, TimeProvider.System).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!task.IsCompleted)
                time.Advance(step);
        }

        task.IsCompleted.ShouldBeTrue("it should have ended by now");
    }
}
