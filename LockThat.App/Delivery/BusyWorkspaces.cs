using LockThat.App.Identifiers;

namespace LockThat.App.Delivery;

/// <summary>
/// Counts the work under way in each workspace, so that no workspace takes the turns of the others. The fewer turns are
/// left, the fewer a workspace may have at once. A workspace for which Slack does not answer has one at a time, until
/// Slack answers or for a minute.
/// </summary>
/// <param name="turns">The number of turns, for all workspaces together.</param>
/// <param name="most">The number of turns that a workspace may have while there are plenty.</param>
internal sealed class BusyWorkspaces(int turns, int most, TimeProvider time)
{
    private static readonly TimeSpan SilenceLasts = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<TeamId, int> _underWay = [];
    private readonly Dictionary<TeamId, DateTimeOffset> _closed = [];
    private readonly Dictionary<TeamId, DateTimeOffset> _silent = [];
    private int _all;

    /// <summary>The workspaces in which no more work may begin now.</summary>
    public IReadOnlyCollection<TeamId> Busy
    {
        get
        {
            lock (_gate)
            {
                Forget(_closed);
                Forget(_silent);
                return
                [
                    .. _underWay.Where(one => one.Value >= MostOf(one.Key)).Select(one => one.Key).Union(_closed.Keys),
                ];
            }
        }
    }

    /// <summary>How many may begin at once without a look at the busy workspaces.</summary>
    public int MostAtOnce
    {
        get
        {
            lock (_gate)
            {
                Forget(_silent);
                return _silent.Count > 0 ? 1 : Share;
            }
        }
    }

    private int Share =>
        _all < turns / 2 ? most
        : _all < turns / 8 * 7 ? most / 4
        : 1;

    public void Enter(TeamId team)
    {
        lock (_gate)
        {
            _underWay[team] = _underWay.GetValueOrDefault(team) + 1;
            _all++;
        }
    }

    public void Leave(TeamId team)
    {
        lock (_gate)
        {
            _all--;
            if (--_underWay[team] == 0)
                _underWay.Remove(team);
        }
    }

    /// <summary>Slack wants nothing more of this workspace for a while.</summary>
    public void Close(TeamId team, TimeSpan wait)
    {
        lock (_gate)
            _closed[team] = time.GetUtcNow() + wait;
    }

    /// <summary>Tells whether Slack answered at all; the answer may be an error.</summary>
    public void Answered(TeamId team, bool hasAnswered)
    {
        lock (_gate)
        {
            if (hasAnswered)
                _silent.Remove(team);
            else
                _silent[team] = time.GetUtcNow() + SilenceLasts;
        }
    }

    private int MostOf(TeamId team) => _silent.ContainsKey(team) ? 1 : Share;

    private void Forget(Dictionary<TeamId, DateTimeOffset> until)
    {
        var now = time.GetUtcNow();
        foreach (var (team, _) in until.Where(one => one.Value <= now).ToList())
            until.Remove(team);
    }
}
