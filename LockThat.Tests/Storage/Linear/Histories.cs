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
    private const int PerRound = 2;
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
                .. Enumerable.Range(0, PerRound).Select(number => ResourceName.Of($"{round}of{number}")),
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
        var locks = Some.Service(_recording, Some.Rules with { ClaimWindow = TimeSpan.FromSeconds(2) });
        var shown = new Shown();
        var people = Enumerable
            .Range(0, People)
            .Select(person => new Someone(
                new($"U{person % 4}"),
                $"{round}-{person}",
                locks,
                shown,
                pass,
                _random.Next()
            ))
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
