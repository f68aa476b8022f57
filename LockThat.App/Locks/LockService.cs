using LockThat.App.Identifiers;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Reactions;
using LockThat.App.Locks.Stores;
using LockThat.App.Locks.Time;
using LockThat.App.Locks.Waiting;
using LockThat.App.Locks.Watching;

namespace LockThat.App.Locks;

/// <summary>The one way in: every entrance and the clock change resources here. It knows no words and no
/// Slack.</summary>
public sealed class LockService(IResourceStore store, LockRules rules, LockMetrics metrics, FindMembership members)
{
    private const int ChangesAtOnce = 1024;

    private long _servingSince;

    /// <summary>Decides upon a command where changes are serialised, and stores the result before it answers.</summary>
    /// <param name="asker">The one that asks, from where, by which request.</param>
    /// <param name="command">The command.</param>
    /// <exception cref="StoreUnavailableException">The store cannot serve it; nothing was done.</exception>
    public async Task<Outcome> Execute(Asker asker, ResourceCommand command, CancellationToken cancellationToken)
    {
        using var span = LockMetrics.Deciding(command, asker.Workspace.Team);
        Membership? membership = null;
        // The names that are near are looked for only where the rule needs them.
        for (IReadOnlyList<ResourceName>? near = null; ; )
        {
            // A decision that runs again finds what it knew, also when more is known by then.
            var (names, member) = (near, membership);
            var outcome = await store.Change(
                command.In(asker.Workspace.Team) with
                {
                    Needs = command.Needs,
                    Asker = asker.Actor,
                },
                (found, facts) =>
                    command.Decide(found, Served(facts).For(asker).Near(names) with { Membership = member }),
                cancellationToken
            );
            var why = (outcome as Outcome.Refused)?.Why;
            if (why is Refusal.NeedsNearNames or Refusal.NoSuchResource)
                near = await Near(asker.Workspace, command.Name, cancellationToken);
            if (why is Refusal.NeedsMembership && asker.Actor.Responsible is { } person)
                membership = await MembershipOf(asker.Workspace, person, cancellationToken);
            if (why is Refusal.NeedsNearNames or Refusal.NeedsMembership)
                continue;
            metrics.Decided(command, outcome);
            return why is Refusal.NoSuchResource unknown
                ? new Outcome.Refused(unknown with { Near = near }, Present: null)
                : await WithPlace(outcome, asker, cancellationToken);
        }
    }

    // A rule for the head of a line is given no more of it, but the answer says the place of a person who waits.
    private async ValueTask<Outcome> WithPlace(Outcome outcome, Asker asker, CancellationToken cancellationToken)
    {
        if (outcome.Now is not { Line.IsWhole: false } present || present.Line.Of(asker.Actor) is null)
            return outcome;
        try
        {
            var (found, _) = await store.Find(asker.Workspace.Team, present.Id, cancellationToken);
            return found?.Line.Of(asker.Actor) is null ? outcome : outcome.At(present with { Line = found.Line });
        }
        catch (StoreUnavailableException)
        {
            // It is decided and stored. The place alone is missing.
            return outcome;
        }
    }

    /// <summary>The names of resources that are easily mistaken for one that no resource has, at most three.</summary>
    public async ValueTask<IReadOnlyList<ResourceName>> Near(
        Workspace workspace,
        ResourceName name,
        CancellationToken cancellationToken
    )
    {
        var board = await store.List(workspace.Team, reader: null, cancellationToken);
        return [.. NearNames.Of(name, board.Resources.Select(resource => resource.Name))];
    }

    /// <summary>
    /// The resource that a typed name means: the resource of this name, else the one of this name without punctuation
    /// at its edges, else a new one. Only a name with such punctuation costs a look.
    /// </summary>
    public async ValueTask<ResourceName> Meant(
        Workspace workspace,
        ResourceName typed,
        CancellationToken cancellationToken
    )
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

    /// <summary>One resource as it is now; null when there is none.</summary>
    public async ValueTask<Resource?> Find(
        Workspace workspace,
        ResourceName name,
        CancellationToken cancellationToken
    ) => (await Look(workspace, name, cancellationToken)).Resource;

    /// <summary>The same, with the moment of the look.</summary>
    public async ValueTask<(Resource? Resource, DateTimeOffset Now)> Look(
        Workspace workspace,
        ResourceName name,
        CancellationToken cancellationToken
    )
    {
        var (resource, now) = await store.Find(new(workspace.Team, name), cancellationToken);
        return (resource?.At(now), now);
    }

    /// <summary>The rules that the team has made for itself, for drawing.</summary>
    public ValueTask<TeamPolicy> PolicyOf(Workspace workspace, CancellationToken cancellationToken) =>
        store.Policy(workspace.Team, cancellationToken);

    /// <summary>The person for whom something is drawn, with their rights and the rules of their team. Slack is asked
    /// only when a rule of the team is about what somebody is.</summary>
    public async ValueTask<Reader> ReaderOf(Workspace workspace, UserId user, CancellationToken cancellationToken)
    {
        var policy = await PolicyOf(workspace, cancellationToken);
        var reader = Reader.Of(user) with { Rules = policy.Within(rules) };
        if (policy == TeamPolicy.None)
            return reader;
        var membership = policy.AsksWhoSomebodyIs()
            ? await MembershipOf(workspace, user, cancellationToken)
            : Membership.Usual;
        return reader with { Rights = Rights.Of(policy, user, membership) };
    }

    /// <summary>Why somebody may not change the rules of the team; null when they may. Slack is asked for it.</summary>
    public async Task<Refusal?> WhyNotChangeRules(
        Workspace workspace,
        UserId user,
        CancellationToken cancellationToken
    ) =>
        (await PolicyOf(workspace, cancellationToken)).Refuse(
            Right.ChangeRules,
            user,
            await MembershipOf(workspace, user, cancellationToken)
        );

    /// <summary>All resources of the workspace as they are now, sorted by name.</summary>
    public ValueTask<ResourceSnapshot> List(Workspace workspace, CancellationToken cancellationToken) =>
        List(workspace.Team, reader: null, cancellationToken);

    /// <summary>The same for one person: the resources in whose line they wait come with the whole line.</summary>
    public ValueTask<ResourceSnapshot> ListFor(
        Workspace workspace,
        UserId person,
        CancellationToken cancellationToken
    ) => List(workspace.Team, person, cancellationToken);

    /// <summary>Ends and reminds of everything that is due, in all workspaces; returns how many resources that
    /// changed.</summary>
    public async Task<int> ProcessAllDue(CancellationToken cancellationToken)
    {
        var processed = 0;
        while (true)
        {
            var outcomes = await store.ChangeDue(
                ChangesAtOnce,
                (found, facts) => ProcessDue.Decide(found.Only, Served(facts)),
                cancellationToken
            );
            var changes = outcomes.Count(outcome => outcome is Outcome.Accepted);
            foreach (var outcome in outcomes)
            {
                if (outcome is Outcome.Accepted(Ended ended))
                    metrics.Ended(ended.Origin.At - ended.Lease.Until);
            }

            processed += changes;
            if (changes == 0)
                return processed;
        }
    }

    /// <summary>Frees the locks of a person whose account was deactivated, and forgets what they wait for; returns how
    /// many resources that changed.</summary>
    public async Task<int> ReleaseAllOf(TeamId team, UserId user, CancellationToken cancellationToken)
    {
        var board = await store.List(team, user, cancellationToken);
        var released = 0;
        foreach (var some in board.Resources.Where(resource => resource.Concerns(user)).Chunk(ChangesAtOnce))
        {
            var outcomes = await Task.WhenAll(
                some.Select(resource =>
                    Execute(new(resource.Workspace), new Release(resource.Name, user), cancellationToken)
                )
            );
            released += outcomes.Count(outcome => outcome is Outcome.Accepted);
        }

        return released;
    }

    /// <summary>The content of a notice at this moment. A person who watched and came too late watches the present lock
    /// from now on.</summary>
    public async ValueTask<Telling> ToTell(Notice notice, CancellationToken cancellationToken)
    {
        var (found, now) = await Find(notice, cancellationToken);
        var telling = notice.ToTell(found, now);
        if (telling is not Telling.NextTime || notice.To is not Recipient.Person(var person))
            return telling;
        var outcome = await Execute(
            new(notice.Workspace, person, Request: null),
            new WatchOn(found?.Name ?? notice.Resource, notice.At),
            cancellationToken
        );
        return outcome is Outcome.Refused(_, var present) ? notice.ToTell(present, now) : telling;
    }

    /// <summary>Slack took a message. The turn that it told of can run out from now on.</summary>
    /// <param name="told">The content of the message.</param>
    public async Task NoteTold(Notice told, CancellationToken cancellationToken)
    {
        if (
            told.Content is NoticeContent.Turn(var wait, var until, _)
            && (await Find(told, cancellationToken)).Resource is { } found
        )
            await Execute(new(told.Workspace), new NoteTold(found.Name, wait.Id, until), cancellationToken);
    }

    // The resource may have another name by now, and another one its name.
    private ValueTask<(Resource? Resource, DateTimeOffset Now)> Find(
        Notice notice,
        CancellationToken cancellationToken
    ) =>
        notice.ResourceId is { } id
            ? store.Find(notice.Workspace.Team, id, cancellationToken)
            : store.Find(new(notice.Workspace.Team, notice.Resource), cancellationToken);

    /// <summary>The resources in whose line somebody waits, with the whole line, sorted by name.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="who">The one that waits.</param>
    public async ValueTask<IReadOnlyList<Resource>> Waiting(
        Workspace workspace,
        Actor who,
        CancellationToken cancellationToken
    ) => await store.Waiting(workspace.Team, who, cancellationToken);

    private async Task<Membership> MembershipOf(
        Workspace workspace,
        UserId user,
        CancellationToken cancellationToken
    ) =>
        await members(
            workspace,
            user,
            (await PolicyOf(workspace, cancellationToken)).AdministratorGroups,
            cancellationToken
        );

    private async ValueTask<ResourceSnapshot> List(TeamId team, Actor? reader, CancellationToken cancellationToken)
    {
        var board = await store.List(team, reader, cancellationToken);
        return board with { Resources = board.Resources.At(board.Now) };
    }

    // The first decision after a start comes within a second of it, because the clock looks for what is due.
    private Facts Served(Facts facts)
    {
        Interlocked.CompareExchange(ref _servingSince, facts.Now.UtcTicks, 0);
        return facts.Under(rules) with { ServingSince = new(Volatile.Read(ref _servingSince), TimeSpan.Zero) };
    }

    private async ValueTask<bool> Exists(Workspace workspace, ResourceName name, CancellationToken cancellationToken) =>
        (await store.Find(new(workspace.Team, name), cancellationToken)).Resource is not null;
}
