using System.Diagnostics.Metrics;
using LockThat.App.Delivery;
using LockThat.App.Entrances;
using LockThat.App.Entrances.Home;
using LockThat.App.Hosting;
using LockThat.App.Identifiers;
using LockThat.App.Installs.Leaving;
using LockThat.App.Installs.Tokens;
using LockThat.App.Installs.Workspaces;
using LockThat.App.Slack;
using LockThat.App.Slack.WebApi;
using LockThat.App.Storage.LiteDb;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Slack;

internal static class Clients
{
    /// <summary>Figures that nobody reads.</summary>
    public static SlackMetrics Metrics(TimeProvider time) => new(new Meter("unread"), time);

    // Real time, and far more of it than any of this takes.
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(10);

    public static SlackClient Over(Wire wire, TimeProvider time, string? token = "xoxb-1") =>
        new(
            new HttpClient(wire),
            new Uri("https://slack.example/api/"),
            new OwnToken(token),
            new RateLimits(time),
            time,
            NullLogger<SlackClient>.Instance,
            Metrics(time)
        );

    /// <summary>The word of Slack about the people of a workspace whose installer nobody knows.</summary>
    public static Memberships Memberships(SlackClient slack, TimeProvider time) =>
        new(slack, new Everywhere(), new UserGroups(slack, time), time);

    /// <summary>The calls that follow an answer, over a store that is never opened.</summary>
    public static (SlackCalls Calls, HomePublisher Homes) Calls(Wire wire, TimeProvider time)
    {
        var (calls, homes, _) = CallsInBackground(wire, time);
        return (calls, homes);
    }

    /// <summary>The same, with the work that a shutdown waits for.</summary>
    public static (SlackCalls Calls, HomePublisher Homes, BackgroundWork Background) CallsInBackground(
        Wire wire,
        TimeProvider time
    )
    {
        var background = new BackgroundWork(time, NullLogger<BackgroundWork>.Instance);
        var client = Over(wire, time);
        var closed = new LiteDbStore("never-opened.db", time, NullLogger<LiteDbStore>.Instance);
        var homes = new HomePublisher(closed, Some.Service(closed), client, time, NullLogger<HomePublisher>.Instance);
        var openings = new HomeOpenings(new Members(client, time), new InstalledWorkspaces(new(closed), time), homes);
        var calls = new SlackCalls(
            client,
            homes,
            openings,
            new DeactivatedUsers(
                closed,
                closed,
                closed,
                closed,
                Some.Service(closed),
                client,
                time,
                NullLogger<DeactivatedUsers>.Instance
            ),
            background,
            new WhereToInstall(null),
            NullLogger<SlackCalls>.Instance
        );
        return (calls, homes, background);
    }

    /// <summary>The token itself; null when the app is not installed there.</summary>
    public static async Task<string?> TokenFor(
        this IBotTokens tokens,
        Workspace workspace,
        CancellationToken cancellationToken
    ) => (await tokens.For(workspace, cancellationToken) as BotTokenReading.Found)?.Token;

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
