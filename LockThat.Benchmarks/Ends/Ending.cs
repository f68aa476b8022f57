using System.Globalization;
using LockThat.App.Locks;
using LockThat.App.Locks.Stores;

namespace LockThat.Benchmarks.Ends;

/// <summary>Locks that all end in one moment, in workspaces of their own.</summary>
/// <param name="Count">How many.</param>
/// <param name="EachHolds">How many of them one person holds.</param>
/// <param name="At">When.</param>
internal sealed record Ending(int Count, int EachHolds, DateTimeOffset At)
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
        string.Create(CultureInfo.InvariantCulture, $"{Count} {EachHolds} {At.ToUnixTimeMilliseconds()}");

    public static Ending Read(string order) =>
        order
            .Split(' ')
            .Select(part => long.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture))
            .ToArray() switch
        {
            [var count, var each, var at] => new((int)count, (int)each, DateTimeOffset.FromUnixTimeMilliseconds(at)),
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
    }

    // A person is of one workspace, as in Slack.
    private string Holder(string team, long number) => $"U{team[1..]}{number / EachHolds:D3}";
}
