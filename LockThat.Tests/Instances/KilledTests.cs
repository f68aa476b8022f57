using LockThat.Tests.Storage.Postgres;

namespace LockThat.Tests.Instances;

/// <summary>An instance dies in the middle of its work. The other takes over what it had begun.</summary>
public sealed class KilledTests(PostgresServer server) : TwoInstancesTest
{
    private const int Locks = 500;
    private const int KilledAfter = 150;

    // An instance keeps a claimed notice for so long.
    private static readonly TimeSpan Claim = TimeSpan.FromSeconds(12);

    private TestDatabase? _database;

    private protected override async Task<string> Database() =>
        (_database = await server.Database("killed_app")).Patient;

    [Fact]
    public async Task Of_500_locks_that_end_while_an_instance_is_killed_every_holder_is_told_in_time()
    {
        await (_database?.HasClock() ?? Task.CompletedTask);
        await Parallel.ForAsync(
            0,
            Locks,
            Cancel,
            async (number, _) =>
                (await (number % 2 == 0 ? One : Other).Types($"U{number}", $"lock site-{number} 1h")).ShouldContain(
                    "*Locked.*"
                )
        );

        var ended = TimeProvider.System.GetUtcNow();
        await (_database?.MoveClock(TimeSpan.FromHours(2)) ?? Task.CompletedTask);
        await Slack.Until(() => Told().Count >= KilledAfter, $"{KilledAfter} are told");
        await One.DisposeAsync();
        var killed = TimeProvider.System.GetUtcNow();
        await Slack.Until(() => Told().DistinctBy(told => told.User).Count() == Locks, "all are told");

        var all = Told();
        var first = all.GroupBy(told => told.User).ToDictionary(told => told.Key, told => told.Min(one => one.At));
        var (unhurt, takenOver) = (
            first.Values.Where(at => at <= killed + TimeSpan.FromSeconds(1)).ToList(),
            first.Values.Max() - ended
        );
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{unhurt.Count} told within a second of the kill, the last of all {takenOver.TotalSeconds:0.0} s after the end; {all.Count - Locks} were told twice"
        );
        // 15 seconds on a machine that has nothing else to do.
        takenOver.ShouldBeLessThan(Claim + TimeSpan.FromSeconds(3) + (unhurt.Max() - ended));
        (all.Count - Locks).ShouldBeLessThanOrEqualTo(64, "only what the killed one had handed to Slack is told twice");
    }

    /// <summary>The people who were told of an end, with the moment.</summary>
    private List<(string User, DateTimeOffset At)> Told() =>
        [
            .. Slack
                .CallsOf("chat.postMessage", "T0ACME001")
                .Where(call => call.Body.Contains("has ended", StringComparison.Ordinal))
                .Select(call => (call.Json.GetProperty("channel").GetString() ?? "", call.At)),
        ];
}
