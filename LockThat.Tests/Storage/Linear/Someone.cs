using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Linear;

/// <summary>A person who does this and that, and presses buttons that were drawn for what somebody saw a while ago,
/// sometimes twice.</summary>
internal sealed class Someone(
    UserId user,
    string id,
    LockService locks,
    Shown shown,
    Func<TimeSpan, Task> pass,
    int seed
)
{
    private const int Kinds = 34;

    private readonly Random _random = new(seed);

    public async Task Acts(IReadOnlyList<ResourceName> names, int steps, CancellationToken cancellationToken)
    {
        for (var step = 0; step < steps; step++)
        {
            var (name, what, asker) = (
                names[_random.Next(names.Count)],
                _random.Next(Kinds),
                user.Asks($"{id}-{step}")
            );
            var (time, seen) = (TimeSpan.FromSeconds(_random.Next(1, 5)), Seen(name));
            // A request that is delivered twice may be served at the same time.
            await Task.WhenAll(
                Enumerable
                    .Range(0, _random.Next(8) == 0 ? 2 : 1)
                    .Select(_ => Act(what, asker, name, time, seen, cancellationToken))
            );
        }
    }

    private LeaseId? Seen(ResourceName name) => _random.Next(2) == 0 ? shown.Lease(name, user) : null;

    private async Task Act(
        int what,
        Asker asker,
        ResourceName name,
        TimeSpan time,
        LeaseId? seen,
        CancellationToken cancellationToken
    )
    {
        if (Command(what, name, time, seen) is { } command)
            shown.Note(name, user, await locks.Execute(asker, command, cancellationToken));
        else if (what == Kinds - 1)
            await TimePasses(cancellationToken);
        else
            await Looks(asker, name, cancellationToken);
    }

    private ResourceCommand? Command(int what, ResourceName name, TimeSpan time, LeaseId? seen)
    {
        var (sees, length) = (Some.Shown(seen), new LockLength.For(time));
        return what switch
        {
            < 4 => Some.For(time) with { Name = name },
            < 7 => Some.Override(time, seen) with { Name = name },
            < 9 => new Unlock(name, IsOverride: what == 8, sees),
            < 11 => new Extend(name, time, sees),
            < 13 => seen is { } taken ? new GiveBack(name, taken) : null,
            < 15 => new Watch(name, sees),
            15 => new Delete(name, Expected.Anything),
            < 20 => new Join(name, length, null, sees),
            20 => new Leave(name),
            21 => new LetPass(name, shown.Wait(name, user)),
            22 => new GoNext(name, shown.Ended(name)),
            23 => new Ask(name, length, null, sees),
            24 => new HandOver(name, shown.Plea(name)),
            25 => new Give(name, new($"U{time.Seconds % 4}"), sees),
            26 => new Undo(name, shown.Ended(name)),
            _ => null,
        };
    }

    private async Task TimePasses(CancellationToken cancellationToken)
    {
        await pass(TimeSpan.FromSeconds(1));
        await locks.ProcessAllDue(cancellationToken);
    }

    // Slack takes the message about a turn by then, and its reader may press.
    private async Task Looks(Asker asker, ResourceName name, CancellationToken cancellationToken)
    {
        var found = await locks.Find(asker.Workspace, name, cancellationToken);
        if (found?.Holding is Holding.Offered(var turn))
            await locks.Execute(new(asker.Workspace), new NoteTold(name, turn.Wait, turn.Until), cancellationToken);
        if (found is not null && Press(found, _random.Next(2)) is { } command)
            shown.Note(name, user, await locks.Execute(asker, command, cancellationToken));
    }

    private ResourceCommand? Press(Resource found, int which) =>
        found.Holding switch
        {
            Holding.Offered(var turn) when turn.Who == (Actor)user => which == 0
                ? new LetPass(found.Name, turn.Wait)
                : Some.For(TimeSpan.FromSeconds(3)) with
                {
                    Name = found.Name,
                },
            Holding.Held(var lease, [.., var plea]) when lease.Holder == (Actor)user => which == 0
                ? new HandOver(found.Name, plea.Id)
                : new Keep(found.Name, plea.Id, null),
            Holding.Held(var lease, _) when lease.Holder == (Actor)user => new Unlock(
                found.Name,
                IsOverride: false,
                Some.Shown(lease.Id)
            ),
            Holding.Free when found.Freed is { } freed => new Undo(found.Name, freed.Was.Id),
            _ => null,
        };
}
