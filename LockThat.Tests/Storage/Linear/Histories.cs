using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.Tests.Locks;

namespace LockThat.Tests.Storage.Linear;

/// <summary>
/// Random acts of some people upon a few resources at the same time, while the clock goes on. They go through the
/// service to a store that is watched. Each resource's part is a history of its own.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="outbox">The notices to deliver.</param>
/// <param name="pass">Lets time pass on the store's clock.</param>
/// <param name="seed">The seed of the random acts.</param>
internal sealed class Histories(IResourceStore store, IOutboxStore outbox, Func<TimeSpan, Task> pass, int seed)
{
    private const int PerRound = 3;
    private const int People = 6;
    private const int Steps = 6;

    private readonly RecordingStore _recording = new(store);
    private readonly Random _random = new(seed);

    /// <summary>How many calls were recorded.</summary>
    public int Calls { get; private set; }

    /// <summary>The first of so many histories that cannot have been one call after the other, in words; null when
    /// there is none.</summary>
    public async Task<string?> FirstWrong(int histories, CancellationToken cancellationToken)
    {
        for (var round = 0; round * PerRound < histories; round++)
        {
            ResourceName[] names =
            [
                .. Enumerable.Range(0, PerRound).Select(number => ResourceName.Of($"{round}-{number}")),
            ];
            await Play(round, names, cancellationToken);
            foreach (var (name, history) in _recording.Take(names))
            {
                Calls += history.Count;
                if (!Linearizability.Holds(history, Known.Nothing))
                    return Told(name, history);
            }
        }

        return null;
    }

    private async Task Play(int round, IReadOnlyList<ResourceName> names, CancellationToken cancellationToken)
    {
        var locks = Some.Service(_recording, Some.Rules);
        var people = Enumerable
            .Range(0, People)
            .Select(person => new Someone(new($"U{person % 4}"), $"{round}-{person}", locks, pass, _random.Next()))
            .ToList();
        await Task.WhenAll(
            people.Select(person => Task.Run(() => person.Acts(names, Steps, cancellationToken), cancellationToken))
        );
        var told = await outbox.DeliverAll(store, cancellationToken);
        foreach (var name in names)
            _recording.Told(name, [.. told.Where(notice => notice.Resource == name)]);
    }

    private string Told(ResourceName name, IEnumerable<Call<Known>> history) =>
        $"seed {seed}, {name}:\n"
        + string.Join(
            '\n',
            history.OrderBy(call => call.Began).Select(call => $"{call.Began}–{call.Ended} {call.Name}")
        );
}

/// <summary>A person who does this and that, and presses buttons that were drawn for what they saw a while ago,
/// sometimes twice.</summary>
internal sealed class Someone(UserId user, string id, LockService locks, Func<TimeSpan, Task> pass, int seed)
{
    private readonly Random _random = new(seed);
    private readonly Dictionary<ResourceName, LeaseId> _seen = [];

    public async Task Acts(IReadOnlyList<ResourceName> names, int steps, CancellationToken cancellationToken)
    {
        for (var step = 0; step < steps; step++)
        {
            var (name, what, asker) = (names[_random.Next(names.Count)], _random.Next(18), user.Asks($"{id}-{step}"));
            var (time, seen) = (TimeSpan.FromSeconds(_random.Next(1, 5)), Seen(name));
            // A request that is delivered twice may be served at the same time.
            await Task.WhenAll(
                Enumerable
                    .Range(0, _random.Next(8) == 0 ? 2 : 1)
                    .Select(_ => Act(what, asker, name, time, seen, cancellationToken))
            );
        }
    }

    private LeaseId? Seen(ResourceName name) =>
        _random.Next(2) == 0 && _seen.TryGetValue(name, out var lease) ? lease : null;

    private async Task Act(
        int what,
        Asker asker,
        ResourceName name,
        TimeSpan time,
        LeaseId? seen,
        CancellationToken cancellationToken
    )
    {
        var shown = Some.Shown(seen);
        switch (what)
        {
            case < 4:
                Sees(name, await locks.Execute(asker, Some.For(time) with { Name = name }, cancellationToken));
                break;
            case 4 or 5 or 6:
                Sees(
                    name,
                    await locks.Execute(asker, Some.Override(time, seen) with { Name = name }, cancellationToken)
                );
                break;
            case 7 or 8:
                await locks.Execute(asker, new Unlock(name, IsOverride: what == 8, shown), cancellationToken);
                break;
            case 9 or 10:
                await locks.Execute(asker, new Extend(name, time, shown), cancellationToken);
                break;
            case 11 or 12 when seen is { } taken:
                await locks.Execute(asker, new GiveBack(name, taken), cancellationToken);
                break;
            case 13 or 14:
                await locks.Execute(asker, new Watch(name, shown), cancellationToken);
                break;
            case 15:
                await locks.Execute(asker, new Delete(name, Expected.Anything), cancellationToken);
                break;
            case 16:
                await pass(TimeSpan.FromSeconds(1));
                await locks.ProcessAllDue(cancellationToken);
                break;
            default:
                await locks.Find(asker.Workspace, name, cancellationToken);
                break;
        }
    }

    private void Sees(ResourceName name, Outcome outcome)
    {
        var lease = outcome switch
        {
            Outcome.Accepted(Locked locked) => locked.Lease,
            Outcome.Accepted(Renewed renewed) => renewed.Lease,
            Outcome.Accepted(TakenOver taken) => taken.Lease,
            Outcome.Refused(Refusal.HeldBy held, _) => held.Lease,
            _ => null,
        };
        if (lease is null)
            return;
        lock (_seen)
            _seen[name] = lease.Id;
    }
}

internal static class Deliveries
{
    /// <summary>Delivers all that there is to tell, and returns it.</summary>
    public static async Task<IReadOnlyList<Notice>> DeliverAll(
        this IOutboxStore outbox,
        IResourceStore store,
        CancellationToken cancellationToken
    )
    {
        var told = new List<Notice>();
        while ((await store.Statistics(cancellationToken)).Notices > 0)
        {
            var claimed = await outbox.ClaimNotices(int.MaxValue, cancellationToken);
            told.AddRange(claimed.Select(pending => pending.Notice));
            await Task.WhenAll(claimed.Select(pending => outbox.Delivered(pending, cancellationToken)));
        }

        return told;
    }
}
