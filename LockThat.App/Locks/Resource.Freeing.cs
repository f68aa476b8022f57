namespace LockThat.App.Locks;

public sealed partial record Resource
{
    /// <summary>Frees what the asker holds; with <paramref name="override"/> also what another holds, who is then told.</summary>
    public static Decision<UnlockOutcome> Unlock(Resource? found, Asker asker, bool @override, Seen? seen, Facts facts) =>
        Once(found, asker, facts, (present, then) => DecideUnlock(present, asker, @override, seen, then));

    private static Decision<UnlockOutcome> DecideUnlock(Resource? found, Asker asker, bool @override, Seen? seen, Facts facts)
    {
        if (found is null)
            return new(null, seen is null ? new UnlockOutcome.NoSuchResource() : new UnlockOutcome.Stale(null), []);

        var told = new List<Notice>();
        var present = found.Settle(facts.Now, told);
        if (seen is { } drawn && present.Lease?.Id != drawn.Lease)
        {
            var isDone = present is { Lease: null, Last.IsFreed: true } && present.WasEndedBy(asker, drawn.Lease);
            return new(present, isDone ? new UnlockOutcome.Unlocked() : new UnlockOutcome.Stale(present), told);
        }

        if (present.Lease is not { } lease)
            return new(present, new UnlockOutcome.WasFree(), told);

        var isOwn = lease.Holder == asker.User;
        if (!isOwn && !@override)
            return new(present, new UnlockOutcome.HeldBy(lease, present.IsWatchedBy(asker.User)), told);
        if (!isOwn)
            told.Add(present.Tell(lease.Holder, facts.Now, new News.FreedByOther(lease, asker.User)));

        return new(
            present.Free(lease, facts.Now, told).Remember(asker, facts.Now, lease),
            isOwn ? new UnlockOutcome.Unlocked() : new UnlockOutcome.FreedFromOther(lease),
            told);
    }

    /// <summary>Restores the lock that the asker took over; frees the resource when that lock would have ended meanwhile.</summary>
    public static Decision<GiveBackOutcome> GiveBack(Resource? found, Asker asker, Seen seen, LockRules rules, Facts facts) =>
        Once(found, asker, facts, (present, then) => DecideGiveBack(present, asker, seen, rules, then));

    private static Decision<GiveBackOutcome> DecideGiveBack(Resource? found, Asker asker, Seen seen, LockRules rules, Facts facts)
    {
        if (found is null)
            return new(null, new GiveBackOutcome.Stale(null), []);

        var told = new List<Notice>();
        var present = found.Settle(facts.Now, told);
        if (present.Lease is not { Former: { } former } lease || lease.Id != seen.Lease || lease.Holder != asker.User)
            return new(present, present.AlreadyGivenBack(asker, seen) ?? new GiveBackOutcome.Stale(present), told);

        var endHasPassed = former.HasEnded(facts.Now);
        told.Add(present.Tell(former.Holder, facts.Now, new News.GivenBack(former, asker.User, endHasPassed)));
        if (endHasPassed)
            return new(
                present.Free(lease, facts.Now, told, taker: former.Holder).Remember(asker, facts.Now, lease),
                new GiveBackOutcome.Freed(former),
                told);

        var restored = former with { RemindAt = former.RemindAt is null ? null : rules.RemindAt(former.Since, former.Until, facts.Now) };
        return new(
            (present with { Lease = restored, Watchers = present.Watchers.Remove(former.Holder) }).Remember(asker, facts.Now, lease),
            new GiveBackOutcome.GivenBack(restored),
            told);
    }

    private GiveBackOutcome? AlreadyGivenBack(Asker asker, Seen seen) =>
        Last?.Before?.Former is { } former && WasEndedBy(asker, seen.Lease) && Lease?.Id == former.Id ? new GiveBackOutcome.GivenBack(Lease) : null;

    /// <summary>Tells the asker once when the resource becomes free.</summary>
    public static Decision<WatchOutcome> Watch(Resource? found, Asker asker, Seen? seen, Facts facts)
    {
        if (found is null)
            return new(null, new WatchOutcome.Stale(null), []);

        var told = new List<Notice>();
        var present = found.Settle(facts.Now, told);
        if (present.Lease is not { } lease || lease.Holder == asker.User || (seen is { } drawn && lease.Id != drawn.Lease))
            return new(present, new WatchOutcome.Stale(present), told);

        var watched = present.IsWatchedBy(asker.User) ? present : present with { Watchers = present.Watchers.Add(asker.User) };
        return new(watched, new WatchOutcome.Watching(lease), told);
    }

    /// <summary>Does not tell the asker any more, whoever holds the resource by now.</summary>
    public static Decision<WatchOutcome> Unwatch(Resource? found, Asker asker, Facts facts)
    {
        if (found is null)
            return new(null, new WatchOutcome.Stale(null), []);

        var told = new List<Notice>();
        var present = found.Settle(facts.Now, told).Stopped(asker.User, facts.Now);
        WatchOutcome outcome = present.Lease is { } lease && lease.Holder != asker.User
            ? new WatchOutcome.NotWatching(lease)
            : new WatchOutcome.Stale(present);
        return new(present, outcome, told);
    }

    /// <summary>Creates a free resource.</summary>
    public static Decision<CreateOutcome> Create(Resource? found, ResourceName name, Asker asker, LockRules rules, Facts facts) =>
        Once(found, asker, facts, (present, then) =>
        {
            if (present is not null)
            {
                var told = new List<Notice>();
                var settled = present.Settle(then.Now, told);
                return new(settled, new CreateOutcome.Exists(settled), told);
            }

            return then.ResourcesInWorkspace >= rules.MaxResources
                ? new Decision<CreateOutcome>(null, new CreateOutcome.TooMany(rules.MaxResources), [])
                : new(
                    new Resource(asker.Workspace, name).Remember(asker, then.Now, null, created: true),
                    new CreateOutcome.Created(name),
                    []);
        });

    /// <summary>Deletes a resource that nobody else holds; its watchers are told.</summary>
    /// <param name="found">The resource.</param>
    /// <param name="asker">Who deletes it.</param>
    /// <param name="seen">The state that the asker was shown; null when the words alone count.</param>
    /// <param name="facts">The moment.</param>
    public static Decision<DeleteOutcome> Delete(Resource? found, Asker asker, SeenState? seen, Facts facts)
    {
        if (found is null)
            return new(null, new DeleteOutcome.NoSuchResource(), []);

        var told = new List<Notice>();
        var present = found.Settle(facts.Now, told);
        if (present.Lease is { } other && other.Holder != asker.User)
            return new(present, new DeleteOutcome.HeldBy(other, present.IsWatchedBy(asker.User)), told);
        if (seen is { } drawn && present.Lease?.Id != drawn.Lease)
            return new(present, new DeleteOutcome.Stale(present), told);

        told.AddRange(present.Watchers.Select(watcher => present.Tell(watcher, facts.Now, new News.Deleted(asker.User))));
        return new(null, new DeleteOutcome.Deleted(present.Name, present.Lease), told);
    }
}

/// <summary>The state that a dialog was drawn for.</summary>
/// <param name="Lease">The lease shown; null when it was shown as free.</param>
public readonly record struct SeenState(LeaseId? Lease);
