using LockThat.App.Locks.Names;

namespace LockThat.App.Locks.Locking;

/// <summary>The rule that <see cref="Lock"/> and <see cref="Override"/> share; they differ in their treatment of
/// another's lock.</summary>
internal sealed record Taking(ResourceName Name, LockLength Length, Reason? Reason, Expected Expected)
{
    public static IReadOnlyList<Type> Refusals { get; } =
    [
        typeof(Refusal.HeldBy),
        typeof(Refusal.Changed),
        typeof(Refusal.TooLong),
        typeof(Refusal.EndHasPassed),
        typeof(Refusal.TooMany),
    ];

    /// <summary>Decides about another's lock: given the present state, that lock, and the lock that the asker would
    /// get.</summary>
    public delegate Decision WhenHeldByAnother(Settled settled, Lease other, Lease own, Facts facts);

    public Decision Decide(Resource? found, Facts facts, WhenHeldByAnother whenHeld)
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

        // A person who was shown a lock that has ended by now takes nothing here, and is told that the resource is
        // free.
        var settled = present.EndIfExpired(facts, Expected is Expected.Any or Expected.Existing ? facts.Actor : null);
        if (!Expected.Fits(found is null ? null : settled.Present))
            return settled.Refuse(new Refusal.Changed(), exists: found is not null);

        var own = new Lease(new(facts.Request?.Value ?? ""), facts.Actor, facts.Now, until, Reason)
        {
            RemindAt = facts.Rules.RemindAt(facts.Now, until, facts.Now),
        };
        return settled.Present.Lease switch
        {
            null => Lock(settled, own, facts, isCreated: found is null),
            { } mine when mine.Holder == facts.Actor => Renew(settled, mine, until, facts),
            { } other => whenHeld(settled, other, own, facts),
        };
    }

    private static Decision Lock(Settled settled, Lease lease, Facts facts, bool isCreated) =>
        settled.Accept(
            settled.Present with
            {
                Holding = lease,
            },
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
        var next = settled.Present with { Holding = renewed };
        return settled.Accept(next, new Renewed(facts.Origin(settled.Present), renewed, before), facts);
    }
}
