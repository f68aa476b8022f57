using System.Diagnostics.Metrics;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Stores;
using LockThat.App.Locks.Waiting;
using Microsoft.Extensions.DependencyInjection;

namespace LockThat.Benchmarks;

/// <summary>The contents of the store when the load begins: workspaces of a hundred resources, each held by somebody of
/// its own, one of twenty for <c>list</c>, and one for Homes.</summary>
internal sealed record World(int Resources)
{
    public const string ListTeam = "T0LIST001";
    public const int InList = 20;

    /// <summary>Where Homes are opened: apart, because who has it open is drawn anew after each change.</summary>
    public const string HomeTeam = "T0HOME001";

    public const int InEachTeam = 100;

    private static readonly LockLength Long = new LockLength.For(TimeSpan.FromDays(30));

    public int Teams => Math.Max(1, Resources / InEachTeam);

    public static string Team(long number) => $"T{number:D8}";

    public static string Holder(long number) => $"U{number:D8}";

    public static string Resource(long number) => $"test-site-{number:D3}";

    /// <summary>Some resource: its workspace and its number there.</summary>
    public (string Team, long Number) Some(Random random) => (Team(random.Next(Teams)), random.Next(InEachTeam));

    public async Task Fill(IResourceStore store)
    {
        await Fill(store, ListTeam, InList, Holder, Long);
        await Fill(store, HomeTeam, InEachTeam, Holder, Long);
        await FillTeams(store);
    }

    /// <summary>The resources alone.</summary>
    public async Task FillTeams(IResourceStore store)
    {
        foreach (var some in Enumerable.Range(0, Teams).Chunk(16))
            await Task.WhenAll(some.Select(team => Fill(store, Team(team), InEachTeam, Holder, Long)));
    }

    /// <summary>So many people wait in line for each resource.</summary>
    public async Task Wait(IResourceStore store, int people)
    {
        IEnumerable<(string Team, long Number)> all =
        [
            .. Enumerable.Range(0, InList).Select(number => (ListTeam, (long)number)),
            .. Enumerable
                .Range(0, Teams)
                .Select(team => Team(team))
                .Append(HomeTeam)
                .SelectMany(team => Enumerable.Range(0, InEachTeam).Select(number => (team, (long)number))),
        ];
        foreach (var place in Enumerable.Range(0, people))
        {
            foreach (var some in all.Chunk(1_000))
                await Task.WhenAll(some.Select(one => Join(store, one, $"W{place:D8}")));
        }
    }

    /// <summary>Joins the line of a resource.</summary>
    public static async Task Join(IResourceStore store, (string Team, long Number) one, string waiter)
    {
        var locks = new LockService(store, LockRules.Default with { MaxResources = int.MaxValue }, Metrics, Anybody);
        await locks.Execute(
            new(new(new(one.Team)), new UserId(waiter), RequestId.Of(waiter, Resource(one.Number))),
            new Join(ResourceName.Of(Resource(one.Number)), new LockLength.Unsaid(), Reason: null, Expected.Anything),
            CancellationToken.None
        );
    }

    /// <summary>Locks so many resources of one workspace.</summary>
    /// <param name="holder">The holder of the resource of a number.</param>
    public static Task Fill(IResourceStore store, string team, int count, Func<long, string> holder, LockLength length)
    {
        var locks = new LockService(store, LockRules.Default with { MaxResources = int.MaxValue }, Metrics, Anybody);
        var reason = (Reason.Parse("as good as any") as ReasonParse.Parsed)?.Reason;
        return Task.WhenAll(
            Enumerable
                .Range(0, count)
                .Select(number =>
                    locks.Execute(
                        new(new(new(team)), new UserId(holder(number)), RequestId.Of(team, Resource(number))),
                        new App.Locks.Locking.Lock(
                            ResourceName.Of(Resource(number)),
                            length,
                            reason,
                            Expected.Anything
                        ),
                        CancellationToken.None
                    )
                )
        );
    }

    private static FindMembership Anybody { get; } = (_, _, _, _) => Task.FromResult(Membership.Usual);

    private static LockMetrics Metrics { get; } =
        new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());
}
