using System.Collections.Concurrent;
using LockThat.App.Locks;

namespace LockThat.Tests.Storage.Linear;

/// <summary>The messages and replies that people were shown so far, by the ids on their buttons.</summary>
internal sealed class Shown
{
    private readonly ConcurrentDictionary<(ResourceName, Actor), LeaseId> _leases = [];
    private readonly ConcurrentDictionary<(ResourceName, Actor), WaitId> _waits = [];
    private readonly ConcurrentDictionary<ResourceName, LeaseId> _ended = [];
    private readonly ConcurrentDictionary<ResourceName, PleaId> _pleas = [];

    /// <summary>The lock that somebody saw last.</summary>
    public LeaseId? Lease(ResourceName name, Actor who) =>
        _leases.TryGetValue((name, who), out var lease) ? lease : null;

    /// <summary>The place in line that somebody got last.</summary>
    public WaitId Wait(ResourceName name, Actor who) => _waits.GetValueOrDefault((name, who), new("never"));

    /// <summary>The lock that was given up or lost last.</summary>
    public LeaseId Ended(ResourceName name) => _ended.GetValueOrDefault(name, new("never"));

    /// <summary>The latest ask of the holder.</summary>
    public PleaId Plea(ResourceName name) => _pleas.GetValueOrDefault(name, new("never"));

    public void Note(ResourceName name, Actor who, Outcome outcome)
    {
        switch (outcome)
        {
            case Outcome.Accepted(Joined(_, var wait, _)):
                _waits[(name, who)] = wait.Id;
                break;
            case Outcome.Accepted(Asked(_, _, var plea, _)):
                _pleas[name] = plea.Id;
                break;
            case Outcome.Accepted(Unlocked { LeaseBefore: { } was }):
                _ended[name] = was.Id;
                break;
            case Outcome.Accepted({ LeaseAfter: { } lease } happened):
                _leases[(name, who)] = lease.Id;
                _ended[name] = happened.LeaseBefore?.Id ?? Ended(name);
                break;
            case Outcome.Refused(Refusal.HeldBy(var held, _), _):
                _leases[(name, who)] = held.Id;
                break;
            default:
                break;
        }
    }
}
