namespace LockThat.App.Locks;

public sealed partial record Resource
{
    /// <summary>Takes the resource, creating it when there is none; renews it for who holds it; refuses, or takes over, what another holds.</summary>
    public static Decision<LockOutcome> Lock(Resource? found, ResourceName name, Asker asker, LockAsk ask, LockRules rules, Facts facts) =>
        Once(found, asker, facts, (present, then) => DecideLock(present, name, asker, ask, rules, then));

    private static Decision<LockOutcome> DecideLock(Resource? found, ResourceName name, Asker asker, LockAsk ask, LockRules rules, Facts facts)
    {
        if (rules.EndOf(ask.Length, facts.Now) is not { } until)
            return new(found, new LockOutcome.TooLong(rules.MaxDuration), []);
        if (until <= facts.Now)
            return new(found, new LockOutcome.EndHasPassed(), []);
        if (found is null && ask.MustExist)
            return new(null, new LockOutcome.Stale(null), []);
        if (found is null && facts.ResourcesInWorkspace >= rules.MaxResources)
            return new(found, new LockOutcome.TooMany(rules.MaxResources), []);

        var told = new List<Notice>();
        var present = (found ?? new Resource(asker.Workspace, name)).Settle(facts.Now, told, taker: ask.Seen is null && !ask.MustBeNew ? asker.User : null);
        if ((ask.MustBeNew && found is not null) || (ask.Seen is { } seen && present.Lease?.Id != seen.Lease))
            return new(found is null ? null : present, new LockOutcome.Stale(found is null ? null : present), told);

        var lease = new Lease(new(asker.Request.Value), asker.User, facts.Now, until, ask.Reason)
        {
            RemindAt = rules.RemindAt(facts.Now, until, facts.Now),
        };
        return present.Lease switch
        {
            null => present.Taken(lease, asker, facts.Now, told, new LockOutcome.Locked(lease, found is null), created: found is null),
            { } own when own.Holder == asker.User => present.Renewed(own, until, ask.Reason, asker, rules, facts.Now, told),
            { } other when ask.Override => present.TakenOver(lease with { Former = other with { Former = null } }, asker, facts.Now, told),
            { } other => new(present, new LockOutcome.HeldBy(other, present.IsWatchedBy(asker.User)), told),
        };
    }

    private Decision<LockOutcome> Taken(Lease lease, Asker asker, DateTimeOffset now, List<Notice> told, LockOutcome outcome, bool created) =>
        new((this with { Lease = lease }).Remember(asker, now, Lease, created), outcome, told);

    private Decision<LockOutcome> Renewed(
        Lease own, DateTimeOffset until, Reason? reason, Asker asker, LockRules rules, DateTimeOffset now, List<Notice> told)
    {
        var renewed = own with { Until = until, Reason = reason ?? own.Reason, RemindAt = rules.RemindAt(own.Since, until, now) };
        return Taken(renewed, asker, now, told, new LockOutcome.Renewed(renewed, own, until - now), created: false);
    }

    private Decision<LockOutcome> TakenOver(Lease lease, Asker asker, DateTimeOffset now, List<Notice> told)
    {
        var former = Lease!;
        told.Add(Tell(former.Holder, now, new News.TakenOver(former, lease)));
        return (this with { Watchers = Watchers.Remove(asker.User) })
            .Taken(lease, asker, now, told, new LockOutcome.TakenOver(lease, former), created: false);
    }

    /// <summary>Adds to the end of a lock that the asker holds.</summary>
    public static Decision<ExtendOutcome> Extend(Resource? found, Asker asker, TimeSpan by, Seen? seen, LockRules rules, Facts facts) =>
        Once(found, asker, facts, (present, then) => DecideExtend(present, asker, by, seen, rules, then));

    private static Decision<ExtendOutcome> DecideExtend(Resource? found, Asker asker, TimeSpan by, Seen? seen, LockRules rules, Facts facts)
    {
        if (found is null)
            return new(null, seen is null ? new ExtendOutcome.NoSuchResource() : new ExtendOutcome.Stale(null), []);

        var told = new List<Notice>();
        var present = found.Settle(facts.Now, told);
        Decision<ExtendOutcome> Refused(ExtendOutcome outcome) => new(present, outcome, told);

        if (seen is { } drawn && (present.Lease?.Id != drawn.Lease || (drawn.Until is { } end && present.Lease.Until != end)))
            return Refused(new ExtendOutcome.Stale(present));
        if (present.Lease is not { } lease)
            return Refused(new ExtendOutcome.WasFree());
        if (lease.Holder != asker.User)
            return Refused(new ExtendOutcome.HeldBy(lease, present.IsWatchedBy(asker.User)));
        if (by > rules.MaxDuration || lease.Until + by > facts.Now + rules.MaxDuration)
            return Refused(new ExtendOutcome.TooLong(lease, rules.MaxDuration));

        var until = lease.Until + by;
        var extended = lease with { Until = until, RemindAt = rules.RemindAt(lease.Since, until, facts.Now) };
        return new((present with { Lease = extended }).Remember(asker, facts.Now, lease), new ExtendOutcome.Extended(extended, by), told);
    }
}

/// <summary>What somebody asks of a lock.</summary>
/// <param name="Length">How long.</param>
/// <param name="Reason">What for; a renewal without one keeps the old one.</param>
/// <param name="Override">Whether to take it from another holder.</param>
/// <param name="Seen">The lock that the asker was shown when asking to override; null when the words alone count.</param>
/// <param name="MustBeNew">Whether the asker means a resource that does not exist yet; one that does is <see cref="LockOutcome.Stale"/>.</param>
/// <param name="MustExist">Whether the asker was shown a resource that existed; when it is gone, that is <see cref="LockOutcome.Stale"/>.</param>
public sealed record LockAsk(
    LockLength Length, Reason? Reason = null, bool Override = false, Seen? Seen = null, bool MustBeNew = false, bool MustExist = false);
