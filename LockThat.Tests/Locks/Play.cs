using LockThat.App.Identifiers;
using LockThat.App.Locks;
using Lock = LockThat.App.Locks.Locking.Lock;

namespace LockThat.Tests.Locks;

/// <summary>A story in which people press buttons that were drawn for what was, as well as for what is.</summary>
internal sealed class Play
{
    private readonly List<LeaseId> _leases = [new("never")];
    private readonly List<WaitId> _turns = [new("never")];
    private readonly List<PleaId> _pleas = [new("never")];

    public Story Story { get; } = new(rules: Acts.Rules);

    /// <summary>Lets the act's time pass, and lets it happen. Slack takes every second message about a turn.</summary>
    public Step Does(Act act, string? request = null)
    {
        if (act.Time.Minutes % 2 == 0)
            Story.TurnIsTold();
        Pass(act);
        act = act with { Who = FitFor(act) ?? act.Who };
        var command = CommandOf(act);
        return Happens(act, command, command is not null && IsStale(act, command), request);
    }

    /// <summary>The same click, delivered again.</summary>
    public Step DoesAgain(Step scene, string request) => Happens(scene.Act, scene.Command, scene.IsStale, request);

    // The clock is often there at the very moment.
    private void Pass(Act act)
    {
        if (act is { What: What.Wake, Sees: not Sees.Nothing } && Story.Now?.DueAt is { } due && due > Story.Time)
            Story.Time = due;
        else
            Story.After(act.Wait);
    }

    // A button that only one person has is pressed by that person, unless it is an old one.
    private UserId? FitFor(Act act) =>
        act.Sees == Sees.ThePast
            ? null
            : act.What switch
            {
                What.LetPass => (Story.Now?.Holding as Holding.Offered)?.Turn.Who.Responsible,
                What.HandOver or What.Keep or What.Give => Story.Now?.Lease?.Holder.Responsible,
                What.GoNext => Story.Now?.Losses.LastOrDefault()?.Holder.Responsible,
                What.Undo => Story.Now?.Freed?.By.Responsible,
                _ => null,
            };

    private Step Happens(Act act, ResourceCommand? command, bool isStale, string? request)
    {
        var (before, told, happened) = (Story.Now, Story.Told.Count, Story.Happened.Count);
        var outcome = command is null ? Quietly(act) : Story.Does(act.Who, command, request);
        Remember();
        return new(
            before,
            act,
            command,
            isStale,
            outcome,
            Story.Told[told..],
            Story.Happened[happened..],
            Story.Now,
            Story.Time
        );
    }

    private void Remember()
    {
        if (Story.Now?.Lease is { } lease && !_leases.Contains(lease.Id))
            _leases.Add(lease.Id);
        if (Story.Now?.Holding is Holding.Offered(var turn) && !_turns.Contains(turn.Wait))
            _turns.Add(turn.Wait);
        if (Story.Now?.Holding is Holding.Held(_, [.., var plea]) && !_pleas.Contains(plea.Id))
            _pleas.Add(plea.Id);
    }

    // Nobody is answered.
    private Outcome? Quietly(Act act)
    {
        if (act.What == What.Depart)
            Story.Departs(act.Who);
        else
            Story.Wakes();
        return null;
    }

    private ResourceCommand? CommandOf(Act act) =>
        act.What switch
        {
            What.Lock => Some.For(act.Time),
            What.Override => Some.Override(act.Time) with { Expected = Shown(act) },
            What.Unlock => new Unlock(Some.TestSite, IsOverride: false, Shown(act)),
            What.UnlockOverride => new Unlock(Some.TestSite, IsOverride: true, Shown(act)),
            What.Extend => new Extend(Some.TestSite, act.Time, Shown(act)),
            What.ExtendUntil => new ExtendUntil(Some.TestSite, Story.Time + act.Time, Shown(act)),
            What.GiveBack => new GiveBack(Some.TestSite, LeaseOf(act)),
            What.Watch => new Watch(Some.TestSite, Shown(act)),
            What.Unwatch => new Unwatch(Some.TestSite),
            What.Delete => new Delete(Some.TestSite, Shown(act)),
            What.Create => new Create(Some.TestSite),
            _ => OfLine(act) ?? OfAsking(act),
        };

    private ResourceCommand? OfLine(Act act) =>
        act.What switch
        {
            What.Join => new Join(Some.TestSite, Long(act), Reason: null, Shown(act)),
            What.Leave => new Leave(Some.TestSite),
            What.LetPass => new LetPass(Some.TestSite, Seen(act, TurnNow()?.Wait, _turns)),
            What.GoNext => new GoNext(
                Some.TestSite,
                Seen(act, Story.Now?.Losses.LastOrDefault()?.Lease ?? Story.Now?.Freed?.Was.Id, _leases)
            ),
            _ => null,
        };

    private ResourceCommand? OfAsking(Act act) =>
        act.What switch
        {
            What.Ask => new Ask(Some.TestSite, Long(act), Message: null, Shown(act)),
            What.HandOver => new HandOver(Some.TestSite, Seen(act, PleaNow()?.Id, _pleas)),
            What.Keep => new Keep(Some.TestSite, Seen(act, PleaNow()?.Id, _pleas), Answer: null),
            What.Give => new Give(Some.TestSite, Acts.People[act.Time.Minutes % Acts.People.Length], Shown(act)),
            What.Undo => new Undo(Some.TestSite, Seen(act, Story.Now?.Freed?.Was.Id, _leases)),
            What.Restore when Story.Happened.OfType<Deleted>().LastOrDefault() is { } gone => new Restore(
                Some.TestSite,
                gone
            ),
            _ => null,
        };

    private bool IsStale(Act act, ResourceCommand command)
    {
        var present = Story.Now?.Settle(Some.At(Story.Time).Under(Acts.Rules)).Present;
        return command switch
        {
            GiveBack back => present?.Lease?.Id != back.Taken,
            LetPass pass => !new Expected.Turn(pass.Shown).Fits(present),
            HandOver hand => (present?.Holding as Holding.Held)?.Find(hand.Plea) is null,
            Keep keep => (present?.Holding as Holding.Held)?.Find(keep.Plea) is null,
            // These lock what is free, whatever they were drawn for.
            Join or Ask when present is { IsFree: true } => false,
            Lock or Unwatch or Create or Leave or GoNext or Undo or Restore => false,
            _ => !Shown(act).Fits(present),
        };
    }

    private Expected Shown(Act act) =>
        act.Sees switch
        {
            Sees.Nothing => Expected.Anything,
            Sees.ThePresent when TurnNow() is { } turn => new Expected.Turn(turn.Wait),
            _ => new Expected.Lease(LeaseOf(act)),
        };

    private static LockLength Long(Act act) =>
        act.Time.Minutes % 3 == 0 ? new LockLength.Unsaid() : new LockLength.For(act.Time);

    private LeaseId LeaseOf(Act act) => Seen(act, Story.Now?.Lease?.Id, _leases);

    private Turn? TurnNow() => (Story.Now?.Holding as Holding.Offered)?.Turn;

    private Plea? PleaNow() => Story.Now?.Holding is Holding.Held(_, [.., var plea]) ? plea : null;

    private static T Seen<T>(Act act, T? present, List<T> past)
        where T : struct =>
        act.Sees == Sees.ThePast ? past.LastOrDefault(one => !one.Equals(present), past[0]) : present ?? past[0];
}
