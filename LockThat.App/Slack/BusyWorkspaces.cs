using LockThat.App.Locks;

namespace LockThat.App.Slack;

/// <summary>How much is under way in each workspace, so that none takes the turns of the others.</summary>
/// <param name="most">With so much under way a workspace is busy.</param>
internal sealed class BusyWorkspaces(int most)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TeamId, int> _underWay = [];

    /// <summary>Those in which nothing more should begin just now.</summary>
    public IReadOnlyCollection<TeamId> Busy
    {
        get
        {
            lock (_gate)
                return [.. _underWay.Where(one => one.Value >= most).Select(one => one.Key)];
        }
    }

    public void Enter(TeamId team)
    {
        lock (_gate)
            _underWay[team] = _underWay.GetValueOrDefault(team) + 1;
    }

    public void Leave(TeamId team)
    {
        lock (_gate)
        {
            if (--_underWay[team] == 0)
                _underWay.Remove(team);
        }
    }
}
