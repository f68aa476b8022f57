namespace LockThat.App.Locks;

/// <summary>A method for each thing that people (and the clock) do. Every entrance comes through here; it knows no words and no Slack.</summary>
public sealed class LockService(ILockStore store, LockRules rules, LockMetrics? metrics = null)
{
    private const int ChangesAtOnce = 1024;

    /// <summary>What an operator has set.</summary>
    public LockRules Rules => rules;

    /// <summary>Locks, renews, takes over, or says who has it.</summary>
    public Task<Answered<LockOutcome>> Lock(Asker asker, ResourceName name, LockAsk ask, CancellationToken cancellationToken) =>
        Change(asker, name, (found, facts) => Resource.Lock(found, name, asker, ask, rules, facts), cancellationToken);

    /// <summary>Frees what the asker holds, or with <paramref name="override"/> what another holds.</summary>
    public Task<Answered<UnlockOutcome>> Unlock(Asker asker, ResourceName name, bool @override, Seen? seen, CancellationToken cancellationToken) =>
        Change(asker, name, (found, facts) => Resource.Unlock(found, asker, @override, seen, facts), cancellationToken);

    /// <summary>Adds to the end of the asker's lock.</summary>
    public Task<Answered<ExtendOutcome>> Extend(Asker asker, ResourceName name, TimeSpan by, Seen? seen, CancellationToken cancellationToken) =>
        Change(asker, name, (found, facts) => Resource.Extend(found, asker, by, seen, rules, facts), cancellationToken);

    /// <summary>Gives back what the asker took over.</summary>
    public Task<Answered<GiveBackOutcome>> GiveBack(Asker asker, ResourceName name, Seen seen, CancellationToken cancellationToken) =>
        Change(asker, name, (found, facts) => Resource.GiveBack(found, asker, seen, rules, facts), cancellationToken);

    /// <summary>Tells the asker once when it is free.</summary>
    public Task<Answered<WatchOutcome>> Watch(Asker asker, ResourceName name, Seen? seen, CancellationToken cancellationToken) =>
        Change(asker, name, (found, facts) => Resource.Watch(found, asker, seen, facts), cancellationToken);

    /// <summary>Does not tell the asker any more.</summary>
    public Task<Answered<WatchOutcome>> Unwatch(Asker asker, ResourceName name, CancellationToken cancellationToken) =>
        Change(asker, name, (found, facts) => Resource.Unwatch(found, asker, facts), cancellationToken);

    /// <summary>Creates a free resource.</summary>
    public Task<Answered<CreateOutcome>> Create(Asker asker, ResourceName name, CancellationToken cancellationToken) =>
        Change(asker, name, (found, facts) => Resource.Create(found, name, asker, rules, facts), cancellationToken);

    /// <summary>Deletes a resource that nobody else holds.</summary>
    public Task<Answered<DeleteOutcome>> Delete(Asker asker, ResourceName name, SeenState? seen, CancellationToken cancellationToken) =>
        Change(asker, name, (found, facts) => Resource.Delete(found, asker, seen, facts), cancellationToken);

    /// <summary>
    /// The resource that a typed name means: the one of this name, else the one of this name without punctuation at its edges, else a new one. Only a name with such
    /// punctuation costs a look.
    /// </summary>
    public async ValueTask<ResourceName> Meant(Workspace workspace, ResourceName typed, CancellationToken cancellationToken)
    {
        var others = typed.WithoutPunctuation();
        if (others.Count == 0 || await Exists(workspace, typed, cancellationToken))
            return typed;
        foreach (var other in others)
        {
            if (await Exists(workspace, other, cancellationToken))
                return other;
        }

        return typed;
    }

    /// <summary>One resource as it is to be seen now; null when there is none.</summary>
    public async ValueTask<Resource?> Find(Workspace workspace, ResourceName name, CancellationToken cancellationToken)
    {
        var (resource, now) = await store.Find(new(workspace.Team, name), cancellationToken);
        return resource?.At(now);
    }

    /// <summary>All resources of the workspace as they are to be seen now, sorted by name.</summary>
    public async ValueTask<Board> List(Workspace workspace, CancellationToken cancellationToken)
    {
        var board = await store.List(workspace.Team, cancellationToken);
        return board with { Resources = board.Resources.At(board.Now) };
    }

    /// <summary>Ends and reminds of everything that is due, in all workspaces; returns how many resources that changed.</summary>
    public async Task<int> Wake(CancellationToken cancellationToken)
    {
        var woken = 0;
        while (true)
        {
            var decided = await store.ChangeDue(ChangesAtOnce, Wake, cancellationToken);
            var changes = decided.Count(one => one.HasChanged);
            foreach (var (_, late) in decided)
            {
                if (late is { } lateness)
                    metrics?.Ended(lateness);
            }

            woken += changes;
            if (changes == 0)
                return woken;
        }
    }

    /// <summary>Somebody's account is no more: frees what they hold in the workspace and forgets what they wait for; returns how many resources that changed.</summary>
    public async Task<int> Depart(TeamId team, UserId user, CancellationToken cancellationToken)
    {
        var board = await store.List(team, cancellationToken);
        var departed = 0;
        foreach (var some in board.Resources.Where(resource => resource.People.Contains(user)).Chunk(ChangesAtOnce))
        {
            var changed = await Task.WhenAll(some.Select(resource =>
                store.Change(resource.Key, (found, facts) => Resource.Depart(found, user, facts), cancellationToken)));
            departed += changed.Count(wasChanged => wasChanged);
        }

        return departed;
    }

    /// <summary>What a notice says at this moment; who watched and came too late watches the present lock from now on.</summary>
    public async ValueTask<Telling> ToTell(Notice notice, CancellationToken cancellationToken)
    {
        var key = new ResourceKey(notice.Workspace.Team, notice.Resource);
        var (found, now) = await store.Find(key, cancellationToken);
        var telling = notice.ToTell(found, now);
        return telling is Telling.NextTime
            ? await store.Change(key, (present, facts) => Resource.WatchOn(present, notice, facts), cancellationToken)
            : telling;
    }

    private static Decision<(bool HasChanged, TimeSpan? Late)> Wake(Resource? found, Facts facts)
    {
        var (next, hasChanged, notices) = Resource.Wake(found, facts);
        return new(next, (hasChanged, hasChanged && next?.Lease is null ? facts.Now - found?.Lease?.Until : null), notices);
    }

    private async ValueTask<bool> Exists(Workspace workspace, ResourceName name, CancellationToken cancellationToken) =>
        (await store.Find(new(workspace.Team, name), cancellationToken)).Resource is not null;

    private async Task<Answered<T>> Change<T>(
        Asker asker, ResourceName name, Func<Resource?, Facts, Decision<T>> decide, CancellationToken cancellationToken)
        where T : notnull
    {
        using var span = LockMetrics.Deciding<T>(asker.Workspace.Team);
        var answered = await store.Change(
            new(asker.Workspace.Team, name),
            (found, facts) =>
            {
                var (next, outcome, notices) = decide(found, facts);
                return new Decision<Answered<T>>(next, new(outcome, found?.Name ?? name), notices);
            },
            cancellationToken);
        metrics?.Decided(answered.Outcome);
        return answered;
    }
}

/// <summary>What came of a request.</summary>
/// <param name="Outcome">What happened.</param>
/// <param name="Name">The resource in its first spelling, or as it was asked for when there is none.</param>
public readonly record struct Answered<T>(T Outcome, ResourceName Name);
