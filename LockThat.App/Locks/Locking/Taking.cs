using System.Diagnostics;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Waiting;

namespace LockThat.App.Locks.Locking;

/// <summary>The rule that <see cref="Lock"/> and <see cref="Override"/> share; they differ in their treatment of
/// another's lock.</summary>
internal sealed record Taking(ResourceName Name, LockLength Length, Reason? Reason, Expected Expected)
{
    public static IReadOnlyList<Type> Refusals { get; } =
    [
        typeof(Refusal.HeldBy),
        typeof(Refusal.NotYourTurn),
        typeof(Refusal.Changed),
        typeof(Refusal.TooLong),
        typeof(Refusal.EndHasPassed),
        typeof(Refusal.TooMany),
        typeof(Refusal.NearName),
        typeof(Refusal.NotByLocking),
        .. Refusal.OfRights,
    ];

    /// <summary>The wish of a person who would wait or ask, for a resource that nobody has and nobody waits for. They
    /// get it, also when they were shown a lock or a turn that has ended since.</summary>
    public static Taking OfFree(ResourceName name, LockLength length, Reason? reason, Expected shown) =>
        new(name, length, reason, shown is Expected.Lease or Expected.Turn ? new Expected.Existing() : shown);

    /// <summary>The outcome of the same request where the lock that it brought was given up since; null where nothing
    /// knows of it, and where another has the resource.</summary>
    public static Decision? DoneBefore(Scene scene, Facts facts)
    {
        if (scene.Only is not { Freed.Was: var was } found || was.Holder != facts.Actor)
            return null;
        var present = found.At(facts.Now);
        return was.Id.Value == facts.Request?.Value && present.Lease is null
            ? new(scene, new Outcome.Accepted(new Locked(facts.Origin(found), was, false)) { Present = present }, [])
            : null;
    }

    /// <summary>Decides about another's lock: given the present state, that lock, and the lock that the asker would
    /// get.</summary>
    public delegate Decision WhenHeldByAnother(Settled settled, Lease other, Lease own, Facts facts);

    /// <summary>The same about another's turn, which is refused where nothing else is said.</summary>
    public delegate Decision WhenTurnOfAnother(Settled settled, Turn turn, Lease own, Facts facts);

    public Decision Decide(Resource? found, Facts facts, WhenHeldByAnother whenHeld, WhenTurnOfAnother? whenTurn = null)
    {
        var present = found ?? Resource.New(Name, facts);
        if (facts.Rules.EndOf(Length, facts.Now) is not { } until)
            return new(found, new Outcome.Refused(new Refusal.TooLong(facts.Rules.MaxDuration), found), []);
        if (until <= facts.Now)
            return new(found, new Outcome.Refused(new Refusal.EndHasPassed(), found), []);
        if (found is null && Expected is Expected.Existing)
            return new(null, new Outcome.Refused(new Refusal.Changed(), null), []);
        if (found is null && facts.ResourcesInWorkspace >= facts.Rules.MaxResources)
            return new(null, new Outcome.Refused(new Refusal.TooMany(facts.Rules.MaxResources), null), []);

        if (found is null && Expected is Expected.Any && facts.IsNearUnknown)
            return new(null, new Outcome.Refused(new Refusal.NeedsNearNames(), null), []);
        if (found is null && Expected is Expected.Any && facts.NearNames is { Count: > 0 } near)
            return new(null, new Outcome.Refused(new Refusal.NearName(near), null), []);
        if (found is null && MayNotCreate(facts) is { } why)
            return new(null, new Outcome.Refused(why, null), []);

        // A person who was shown a lock that has ended by now takes nothing here, and is told that the resource is
        // free.
        var settled = present.Settle(facts, Expected is Expected.Any or Expected.Existing ? facts.Actor : null);
        if (!Expected.Fits(found is null ? null : settled.Present))
            return settled.Refuse(new Refusal.Changed(), exists: found is not null);

        var own = NewLease(facts, until, Reason);
        return settled.Present.Holding switch
        {
            Holding.Free => Lock(settled, own, facts, isCreated: found is null),
            Holding.Held(var mine) when mine.Holder == facts.Actor => Renew(settled, mine, until, facts),
            Holding.Held(var other) => whenHeld(settled, other, own, facts),
            Holding.Offered(var turn) when turn.Who == facts.Actor => Claim(settled, own, facts),
            Holding.Offered(var turn) => whenTurn?.Invoke(settled, turn, own, facts)
                ?? settled.RefuseTurn(turn, facts.Actor),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>A lease of the asker that begins now.</summary>
    public static Lease NewLease(Facts facts, DateTimeOffset until, Reason? reason) =>
        new(new(facts.Request?.Value ?? ""), facts.Actor, facts.Now, until, reason)
        {
            RemindAt = facts.Rules.RemindAt(facts.Now, until, facts.Now),
        };

    private static Refusal? MayNotCreate(Facts facts) =>
        facts.Policy.NewResources is MayCreate.NotByLocking ? new Refusal.NotByLocking() : facts.Refuse(Right.Create);

    // Length and reason are as they were asked for in line, where they are not typed.
    private Decision Claim(Settled settled, Lease own, Facts facts)
    {
        if (settled.Present.Line.Of(facts.Actor) is not { } wait)
            return Lock(settled, own, facts, isCreated: false);
        var until = Length is LockLength.Unsaid ? facts.Now + wait.LengthBy(facts.Rules) : own.Until;
        return Lock(settled, NewLease(facts, until, Reason ?? wait.Reason), facts, isCreated: false);
    }

    private static Decision Lock(Settled settled, Lease lease, Facts facts, bool isCreated) =>
        settled.Accept(
            settled.Present.HeldBy(lease),
            new Locked(facts.Origin(settled.Present), lease, isCreated),
            facts
        );

    private Decision Renew(Settled settled, Lease before, DateTimeOffset until, Facts facts)
    {
        var renewed = before with
        {
            Until = until,
            Reason = Reason ?? before.Reason,
            RemindAt = facts.Rules.RemindAt(before.Since, until, facts.Now),
        };
        var renewal = new Renewed(facts.Origin(settled.Present), renewed, before);
        return settled.Accept(settled.Present.With(renewed), renewal, facts).TellFirst(facts);
    }
}
