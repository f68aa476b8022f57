namespace LockThat.App.Locks;

/// <summary>What came of asking for a lock.</summary>
public abstract record LockOutcome
{
    private LockOutcome()
    {
    }

    /// <summary>The resource was free and is yours; it was created for it when <paramref name="Created"/>.</summary>
    public sealed record Locked(Lease Lease, bool Created) : LockOutcome;

    /// <summary>It was yours already; now it ends <paramref name="Length"/> from now.</summary>
    public sealed record Renewed(Lease Lease, Lease Before, TimeSpan Length) : LockOutcome;

    /// <summary>It is yours now, taken from another.</summary>
    public sealed record TakenOver(Lease Lease, Lease Former) : LockOutcome;

    /// <summary>Refused: another holds it.</summary>
    public sealed record HeldBy(Lease Lease, bool Watching) : LockOutcome;

    /// <summary>Refused: the lock that the asker saw is not the present one.</summary>
    public sealed record Stale(Resource? Present) : LockOutcome;

    /// <summary>Refused: the end would be later than the maximum allows.</summary>
    public sealed record TooLong(TimeSpan Max) : LockOutcome;

    /// <summary>Refused: the chosen end is not in the future.</summary>
    public sealed record EndHasPassed : LockOutcome;

    /// <summary>Refused: the workspace has as many resources as it may have.</summary>
    public sealed record TooMany(int Max) : LockOutcome;
}

/// <summary>What came of asking to unlock.</summary>
public abstract record UnlockOutcome
{
    private UnlockOutcome()
    {
    }

    /// <summary>It was yours and is free.</summary>
    public sealed record Unlocked : UnlockOutcome;

    /// <summary>It was another's and is free; they are told.</summary>
    public sealed record FreedFromOther(Lease Was) : UnlockOutcome;

    /// <summary>Refused: another holds it.</summary>
    public sealed record HeldBy(Lease Lease, bool Watching) : UnlockOutcome;

    /// <summary>Nothing to do: it is free.</summary>
    public sealed record WasFree : UnlockOutcome;

    /// <summary>There is no such resource.</summary>
    public sealed record NoSuchResource : UnlockOutcome;

    /// <summary>Refused: the lock that the asker saw is not the present one.</summary>
    public sealed record Stale(Resource? Present) : UnlockOutcome;
}

/// <summary>What came of asking for more time.</summary>
public abstract record ExtendOutcome
{
    private ExtendOutcome()
    {
    }

    /// <summary>The end is later by <paramref name="By"/>.</summary>
    public sealed record Extended(Lease Lease, TimeSpan By) : ExtendOutcome;

    /// <summary>Refused: another holds it.</summary>
    public sealed record HeldBy(Lease Lease, bool Watching) : ExtendOutcome;

    /// <summary>Refused: it is free.</summary>
    public sealed record WasFree : ExtendOutcome;

    /// <summary>There is no such resource.</summary>
    public sealed record NoSuchResource : ExtendOutcome;

    /// <summary>Refused: the end would be later than the maximum allows; <paramref name="Lease"/> stays as it is.</summary>
    public sealed record TooLong(Lease Lease, TimeSpan Max) : ExtendOutcome;

    /// <summary>Refused: the lock or the end that the asker saw is not the present one.</summary>
    public sealed record Stale(Resource? Present) : ExtendOutcome;
}

/// <summary>What came of giving a lock back that was taken over.</summary>
public abstract record GiveBackOutcome
{
    private GiveBackOutcome()
    {
    }

    /// <summary>The former holder has it again, as before.</summary>
    public sealed record GivenBack(Lease Lease) : GiveBackOutcome;

    /// <summary>The former holder's end has passed meanwhile, so it is free.</summary>
    public sealed record Freed(Lease Former) : GiveBackOutcome;

    /// <summary>Refused: the lock that the asker saw is not the present one, or was not taken over.</summary>
    public sealed record Stale(Resource? Present) : GiveBackOutcome;
}

/// <summary>What came of asking to be told when a resource is free.</summary>
public abstract record WatchOutcome
{
    private WatchOutcome()
    {
    }

    /// <summary>The asker will be told.</summary>
    public sealed record Watching(Lease Lease) : WatchOutcome;

    /// <summary>The asker will not be told (any more).</summary>
    public sealed record NotWatching(Lease Lease) : WatchOutcome;

    /// <summary>Nothing to wait for: the present state is another than the asker saw.</summary>
    public sealed record Stale(Resource? Present) : WatchOutcome;
}

/// <summary>What came of asking for a new resource.</summary>
public abstract record CreateOutcome
{
    private CreateOutcome()
    {
    }

    /// <summary>It exists now and is free.</summary>
    public sealed record Created(ResourceName Name) : CreateOutcome;

    /// <summary>Refused: it exists already.</summary>
    public sealed record Exists(Resource Present) : CreateOutcome;

    /// <summary>Refused: the workspace has as many resources as it may have.</summary>
    public sealed record TooMany(int Max) : CreateOutcome;
}

/// <summary>What came of asking to delete a resource.</summary>
public abstract record DeleteOutcome
{
    private DeleteOutcome()
    {
    }

    /// <summary>It is gone; <paramref name="Held"/> is the asker's own lock that went with it.</summary>
    public sealed record Deleted(ResourceName Name, Lease? Held) : DeleteOutcome;

    /// <summary>Refused: another holds it.</summary>
    public sealed record HeldBy(Lease Lease, bool Watching) : DeleteOutcome;

    /// <summary>There is no such resource.</summary>
    public sealed record NoSuchResource : DeleteOutcome;

    /// <summary>Refused: the resource is not in the state that the asker saw.</summary>
    public sealed record Stale(Resource Present) : DeleteOutcome;
}
