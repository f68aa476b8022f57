using System.Globalization;
using LockThat.App.Locks;
using LockThat.App.Locks.Stores;

namespace LockThat.Benchmarks.Ends;

/// <summary>Locks that all end in one moment, in workspaces of their own.</summary>
/// <param name="Count">How many.</param>
/// <param name="EachHolds">How many of them one person holds.</param>
/// <param name="Waiting">How many wait in the line of each.</param>
/// <param name="At">When.</param>
internal sealed record Ending(int Count, int EachHolds, int Waiting, DateTimeOffset At)
{
    // Far from those of the world, which do not end.
    private const int FirstTeam = 5_000_000;

    /// <summary>Each of the locks: its workspace and its number there.</summary>
    public IEnumerable<(string Team, long Number)> All =>
        Enumerable
            .Range(0, Count)
            .Select(index => (World.Team(FirstTeam + (index / World.InEachTeam)), (long)(index % World.InEachTeam)));

    /// <summary>As an order.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Count} {EachHolds} {Waiting} {At.ToUnixTimeMilliseconds()}");

    public static Ending Read(string order) =>
        order
            .Split(' ')
            .Select(part => long.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture))
            .ToArray() switch
        {
            [var count, var each, var waiting, var at] => new(
                (int)count,
                (int)each,
                (int)waiting,
                DateTimeOffset.FromUnixTimeMilliseconds(at)
            ),
            _ => throw new FormatException($"No such order: {order}"),
        };

    public async Task Fill(IResourceStore store)
    {
        foreach (var some in All.CountBy(one => one.Team).Chunk(16))
            await Task.WhenAll(
                some.Select(team =>
                    World.Fill(
                        store,
                        team.Key,
                        team.Value,
                        number => Holder(team.Key, number),
                        new LockLength.Until(At)
                    )
                )
            );
        foreach (var place in Enumerable.Range(0, Waiting))
        {
            foreach (var some in All.Chunk(1_000))
                await Task.WhenAll(some.Select(one => World.Join(store, one, Waiter(one, place))));
        }
    }

    /// <summary>Somebody in the line of a lock.</summary>
    /// <param name="one">The lock.</param>
    /// <param name="place">From 0.</param>
    public static string Waiter((string Team, long Number) one, int place) =>
        string.Create(CultureInfo.InvariantCulture, $"W{place}{one.Team[1..]}{one.Number:D3}");

    // A person is of one workspace, as in Slack.
    private string Holder(string team, long number) => $"U{team[1..]}{number / EachHolds:D3}";
}
