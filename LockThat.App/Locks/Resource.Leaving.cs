namespace LockThat.App.Locks;

public sealed partial record Resource
{
    /// <summary>Who holds it, would get it back or watches it.</summary>
    public IEnumerable<UserId> People
    {
        get
        {
            if (Lease is { } lease)
                yield return lease.Holder;
            if (Lease?.Former is { } former)
                yield return former.Holder;
            foreach (var watcher in Watchers)
                yield return watcher;
        }
    }

    /// <summary>
    /// Somebody's account is no more: what they hold becomes free and its watchers are told, they wait for nothing, and what was taken from
    /// them is not given back. They themselves are told nothing.
    /// </summary>
    public static Decision<bool> Depart(Resource? found, UserId user, Facts facts)
    {
        if (found is null || !found.People.Contains(user))
            return new(found, false, []);

        var told = new List<Notice>();
        var next = found.Settle(facts.Now, told, taker: user);
        if (next.Lease is { } own && own.Holder == user)
            next = next.Free(own, facts.Now, told);
        if (next.Lease is { Former.Holder: var former } taken && former == user)
            next = next with { Lease = taken with { Former = null } };
        if (next.IsWatchedBy(user))
            next = next with { Watchers = next.Watchers.Remove(user) };
        return new(next, true, [.. told.Where(notice => notice.To != user)]);
    }
}
