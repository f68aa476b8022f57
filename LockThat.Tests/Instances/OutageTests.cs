using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Threading.Channels;
using LockThat.Tests.Storage.Postgres;

namespace LockThat.Tests.Instances;

/// <summary>PostgreSQL goes away and comes back under people's hands.</summary>
public sealed class OutageTests : TwoInstancesTest
{
    private const int Lockers = 8;

    // Slack waits no longer for an answer.
    private static readonly TimeSpan SlackWaits = TimeSpan.FromSeconds(3);

    private readonly Channel<(bool IsStored, TimeSpan Took)> _answers = Channel.CreateUnbounded<(bool, TimeSpan)>();
    private readonly ConcurrentQueue<string> _stored = new();
    private volatile bool _isOver;
    private Cluster? _server;

    private Cluster Server => _server ?? throw new InvalidOperationException("No server");

    private protected override async Task<string> Database()
    {
        _server = await PostgresServer.Another();
        return Server.Connection("postgres");
    }

    private protected override ValueTask Discard() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task While_PostgreSQL_is_stopped_people_are_asked_to_try_again_and_nothing_acknowledged_is_lost()
    {
        var lockers = Task.WhenAll(
            Enumerable.Range(0, Lockers).Select(locker => Task.Run(() => LockOn(locker), Cancel))
        );
        await Answered(isStored: true);
        await Server.Stop();

        var waits = await Answered(isStored: false);
        (await Ready(One), await Ready(Other)).ShouldBe(
            (HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable)
        );

        await Server.Start();
        await Answered(isStored: true);
        (await Ready(One), await Ready(Other)).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        _isOver = true;
        await lockers.WaitAsync(Generous, Cancel);
        var kept = (
            await new TestDatabase(Server.Connection("postgres")).Ask<string>(
                "select string_agg(name, ' ') from lockthat.resources"
            )
            ?? ""
        ).Split(' ');
        _stored.Except(kept).ShouldBeEmpty();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{_stored.Count} stored; asked to try again after {waits.Max().TotalSeconds:0.00} s at most"
        );
        // On a machine that is busy with something else one or the other may wait longer.
        waits.Order().ElementAt(waits.Count / 2).ShouldBeLessThan(SlackWaits);
    }

    private async Task LockOn(int locker)
    {
        for (var number = 0; !_isOver; number++)
        {
            var name = $"site-{locker}of{number}";
            while (!await IsStored(number % 2 == 0 ? One : Other, $"U{locker}", name))
                continue;
            _stored.Enqueue(name);
        }
    }

    private async Task<bool> IsStored(AppProcess app, string user, string name)
    {
        var start = Stopwatch.GetTimestamp();
        var answer = await app.Types(user, $"lock {name} 1h").WaitAsync(Generous, Cancel);
        var words = new English();
        var isStored = answer.Contains("is yours", StringComparison.Ordinal);
        if (!isStored)
            answer.ShouldContain(
                answer.Contains(words.NotStored, StringComparison.Ordinal) ? words.NotStored : words.TooSlow
            );
        _answers.Writer.TryWrite((isStored, Stopwatch.GetElapsedTime(start)));
        return isStored;
    }

    /// <summary>Waits until everybody was answered so a few times.</summary>
    private async Task<List<TimeSpan>> Answered(bool isStored)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(Generous);
        var took = new List<TimeSpan>();
        while (took.Count < 5 * Lockers)
            if (await _answers.Reader.ReadAsync(patience.Token) is var answer && answer.IsStored == isStored)
                took.Add(answer.Took);
        return took;
    }

    private static async Task<HttpStatusCode> Ready(AppProcess app) =>
        (await app.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel)).StatusCode;
}
