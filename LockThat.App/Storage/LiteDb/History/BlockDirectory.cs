namespace LockThat.App.Storage.LiteDb.History;

/// <summary>The blocks of each workspace in the order of their positions. Nothing else of a history is in
/// memory.</summary>
internal sealed class BlockDirectory
{
    private readonly Dictionary<string, Blocks> _teams = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Teams => _teams.Keys;

    /// <summary>How many bytes of the file are still of use.</summary>
    public long LiveLength { get; private set; }

    public long Events => _teams.Values.Sum(team => team.All.Sum(block => (long)block.Count));

    public IReadOnlyList<BlockInfo> Of(string team) => _teams.GetValueOrDefault(team)?.All ?? [];

    /// <summary>The newest position that a workspace's history ever had; 0 when it has none.</summary>
    public long Newest(string team) => _teams.GetValueOrDefault(team)?.Newest ?? 0;

    /// <summary>The last blocks of a workspace that have fewer events than this, in their order.</summary>
    public IReadOnlyList<BlockInfo> SmallAtEnd(string team, int events)
    {
        var all = Of(team);
        var first = all.Count;
        while (first > 0 && all[first - 1].Count < events)
            first--;
        return [.. all.Skip(first)];
    }

    /// <summary>Puts a block in the place of all that it covers.</summary>
    public void Apply(BlockInfo block)
    {
        if (!_teams.TryGetValue(block.Team, out var team))
            _teams.Add(block.Team, team = new Blocks());
        team.Newest = Math.Max(team.Newest, block.To);
        var at = team.All.Count;
        while (at > 0 && team.All[at - 1].To >= block.From)
            at--;
        var covered = team.All.Skip(at).TakeWhile(other => other.From <= block.To).ToList();
        team.All.RemoveRange(at, covered.Count);
        if (block.Count > 0)
            team.All.Insert(at, block);
        LiveLength += (block.Count > 0 ? block.Place.Length : 0) - covered.Sum(other => (long)other.Place.Length);
    }

    public void Forget(string team)
    {
        if (_teams.Remove(team, out var blocks))
            LiveLength -= blocks.All.Sum(block => (long)block.Place.Length);
    }

    private sealed class Blocks
    {
        public List<BlockInfo> All { get; } = [];

        public long Newest { get; set; }
    }
}
