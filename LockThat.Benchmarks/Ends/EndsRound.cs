using System.Globalization;
using LockThat.App.Slack.Http;

namespace LockThat.Benchmarks.Ends;

/// <summary>The figures of one round.</summary>
/// <param name="FreeAtOnce">The callers who asked at the moment and got it, of <paramref name="AskedAtOnce"/>.</param>
/// <param name="FreeInTheEnd">The callers who asked when all was stored and got it, of all the others.</param>
/// <param name="Stored">From the moment until the last end was stored with its notice.</param>
/// <param name="Delivered">From the moment until Slack had taken the last message.</param>
internal sealed record EndsFigures(
    int Ends,
    int FreeAtOnce,
    int AskedAtOnce,
    int FreeInTheEnd,
    TimeSpan Stored,
    TimeSpan Delivered,
    Measured Before,
    Measured FromThenOn
)
{
    public object?[] Cells =>
        [
            Ends,
            Of(FreeAtOnce, AskedAtOnce),
            Of(FreeInTheEnd, Ends - AskedAtOnce),
            Stored.TotalSeconds,
            Delivered.TotalSeconds,
            Before.P99,
            FromThenOn.P50,
            FromThenOn.P99,
            FromThenOn.Max,
        ];

    private static string Of(int some, int all) =>
        string.Create(CultureInfo.InvariantCulture, $"{some:N0} of {all:N0}");
}

internal sealed class EndsRound(EndsOptions options, Server app, Ending ending)
{
    private const string Other = "U0ANOTHER";
    private const int MostAskedAtOnce = 500;
    private const int Askers = 8;
    private static readonly World World = new(1_000);

    // Each look has a database count what it holds, which is work of its own; the app has noted the moments.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <param name="postgres">A database; empty for the embedded store.</param>
    public static async Task<EndsFigures> Measure(EndsOptions options, Uri slack, string postgres)
    {
        // Time to lock them all; a busy machine needs more of it.
        for (var lead = TimeSpan.FromSeconds(1 + (options.Ends / 1000.0)); lead < Patience; lead *= 2)
        {
            await using var app = await Server.Start("app", World.Resources, slack, postgres);
            var before = options.Window + WarmUp;
            var ending = new Ending(
                options.Ends,
                options.EachHolds,
                options.Waiting,
                DateTimeOffset.FromUnixTimeSeconds((Clock.Now + lead + before).ToUnixTimeSeconds() + 1)
            );
            await app.Hold(ending);
            if (Clock.Now < ending.At - before)
                return await new EndsRound(options, app, ending).Run();
        }

        throw new TimeoutException("So many locks are not there in time.");
    }

    private async Task<EndsFigures> Run()
    {
        // Every so manieth, so that the clock has all the others to end.
        var atOnce = ending.All.Where((_, index) => index % Math.Max(2, options.Ends / MostAskedAtOnce) == 0).ToList();
        if (await Locked(atOnce) > 0)
            throw new InvalidOperationException("Some were free before their end.");

        var connections = await Task.WhenAll(
            Enumerable.Range(0, options.Callers).Select(_ => Connection.To(app.Address))
        );
        await Talk(connections, WarmUp);
        await Clock.Until(ending.At - options.Window);
        var before = await Talk(connections, options.Window - TimeSpan.FromMilliseconds(200));
        await Clock.Until(ending.At);
        var fromThenOn = Talk(connections, options.Window);
        var freeAtOnce = await Locked(atOnce);
        var vitals = await AllDelivered();
        var measured = await fromThenOn;
        var freeInTheEnd = await Locked([.. ending.All.Except(atOnce)]);
        foreach (var connection in connections)
            connection.Dispose();
        return new(
            options.Ends,
            freeAtOnce,
            atOnce.Count,
            freeInTheEnd,
            vitals.Ended.Latest - ending.At,
            vitals.Delivered.Latest - ending.At,
            before,
            measured
        );
    }

    // The first in line, who has the turn; without lines, anybody.
    private string Asker((string Team, long Number) one) => options.Waiting > 0 ? Ending.Waiter(one, 0) : Other;

    private Task<Measured> Talk(Connection[] connections, TimeSpan time) =>
        Burst.Run(
            connections.Length,
            number => Talks.Mixed(connections[number], Scenario.Usual, World, new Random(number)),
            time,
            options.Every
        );

    /// <summary>How many of these somebody else gets.</summary>
    private async Task<int> Locked(IReadOnlyList<(string Team, long Number)> resources)
    {
        var got = await Task.WhenAll(
            Enumerable
                .Range(0, Askers)
                .Select(asker => Locked(resources.Where((_, index) => index % Askers == asker), new Random(asker)))
        );
        return got.Sum();
    }

    private async Task<int> Locked(IEnumerable<(string Team, long Number)> resources, Random random)
    {
        using var connection = await Connection.To(app.Address);
        var locked = 0;
        foreach (var (team, number) in resources)
        {
            await connection.Post(
                SlackEndpoints.Command,
                Scenario.Form,
                Scenario.Typed(team, Asker((team, number)), $"lock {World.Resource(number)} 2 h", random)
            );
            locked += connection.Body.Contains("*Locked.*", StringComparison.Ordinal) ? 1 : 0;
        }

        return locked;
    }

    private async Task<Vitals> AllDelivered()
    {
        for (var start = Clock.Now; Clock.Now - start < Patience; )
        {
            if (await app.Vitals() is { } vitals && vitals.Delivered.Count >= options.Ends)
                return vitals;
            await Clock.Pause(Look);
        }

        throw new TimeoutException("The messages are not delivered.");
    }
}
