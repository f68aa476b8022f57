using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.Tests.Locks;
using LockThat.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LockThat.Tests.Slack.Troubles;

/// <summary>One app for all these tests, each with workspaces of its own.</summary>
public sealed class TroubledApp : IAsyncLifetime
{
    private const int TurnsOfAStep = 4;
    private const int TurnsOfASlowStep = 50;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(120);
    private readonly KeptLog _faults = new(LogLevel.Error);
    private RunningApp? _running;

    internal TroubledSlack Slack { get; } = new();

    internal DateTimeOffset Now => App.Time.GetUtcNow();

    private RunningApp App => _running ?? throw new InvalidOperationException("not started");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _running = await RunningApp.Start(
            answer: null,
            services: services =>
                services.AddSingleton(new HttpClient(Slack)).AddLogging(logging => logging.AddProvider(_faults))
        );
        Slack.Follows(App.Time);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Slack.Dispose();
    }

    internal PlaceInTrouble Another() => new(App, "none");

    internal PlaceInTrouble InTrouble(string method, string way)
    {
        var place = new PlaceInTrouble(App, way);
        Slack.Troubles(place, method, Trouble.Of(way));
        return place;
    }

    /// <summary>A workspace for each way in which a method can be in trouble.</summary>
    internal IReadOnlyList<PlaceInTrouble> EachWay(string method) =>
        [.. Trouble.All.Select(trouble => InTrouble(method, trouble.Name))];

    /// <summary>Something becomes free for which so many people wait.</summary>
    internal async Task Frees(PlaceInTrouble place, ResourceName name, int waiting)
    {
        var locks = App.Services.GetRequiredService<LockService>();
        var workspace = new Workspace(new TeamId($"T0{place.Mark}"));
        await locks.Execute(Asker("HOLDER"), Some.For(new LockLength.Unsaid()) with { Name = name }, Cancel);
        await Task.WhenAll(
            Enumerable
                .Range(0, waiting)
                .Select(number => locks.Execute(Asker($"N{number}"), new Watch(name, Expected.Anything), Cancel))
        );
        await locks.Execute(Asker("HOLDER"), new Unlock(name, IsOverride: false, Expected.Anything), Cancel);

        Asker Asker(string user) =>
            new(workspace, new UserId($"U0{place.Mark}{user}"), RequestId.Of(Guid.NewGuid().ToString()));
    }

    /// <summary>Waits for an effect, and moves the clock on during the wait: slowly after a while, so that a busy
    /// machine does not pass for a slow app.</summary>
    internal async Task Until(Func<bool> happened, TimeSpan inTime, string what)
    {
        var (start, before) = (TimeProvider.System.GetTimestamp(), Now);
        for (var turn = 1; !happened(); turn++)
        {
            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(Generous, what);
            await TakesTurn();
            if (turn % (Now - before < Quick ? TurnsOfAStep : TurnsOfASlowStep) == 0)
                App.Time.Advance(Step);
        }

        (Now - before).ShouldBeLessThan(inTime, what);
    }

    /// <summary>Waits for an effect in each workspace, however long that takes by the clock.</summary>
    internal async Task UntilEach(IReadOnlyList<PlaceInTrouble> all, Func<PlaceInTrouble, bool> happened)
    {
        var start = TimeProvider.System.GetTimestamp();
        for (
            var turn = 1;
            all.Where(place => !happened(place)).Select(place => place.Way).ToList() is { Count: > 0 } missing;
            turn++
        )
        {
            TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(Generous, string.Join(", ", missing));
            await TakesTurn();
            if (turn % TurnsOfAStep == 0)
                App.Time.Advance(Step * 4);
        }
    }

    internal async Task IsWell()
    {
        _faults.Lines.ShouldBeEmpty();
        await Another().Types("ADA", "list");
    }

    private static async Task TakesTurn() =>
        await new TaskCompletionSource()
            .Task.WaitAsync(Turn, TimeProvider.System, Cancel)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
