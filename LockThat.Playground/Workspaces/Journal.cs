using System.Collections.Immutable;

namespace LockThat.Playground.Workspaces;

/// <summary>The newest deliveries and calls, for tests and for a search after a failure.</summary>
public sealed class Journal
{
    private const int Kept = 1000;
    private readonly Changes _changes;
    private readonly Queue<Delivery> _deliveries = new();
    private readonly Queue<ApiCall> _calls = new();

    internal Journal(Changes changes) => _changes = changes;

    public ImmutableArray<Delivery> Deliveries => _changes.Read(() => _deliveries.ToImmutableArray());

    public ImmutableArray<ApiCall> Calls => _changes.Read(() => _calls.ToImmutableArray());

    /// <summary>The mistakes that Slack would have refused, newest last: a correct app leaves this empty.</summary>
    public ImmutableArray<string> AppErrors =>
        _changes.Read<ImmutableArray<string>>(() =>
            [
                .. _deliveries
                    .Where(delivery => delivery.Failure is not null || delivery.Problems.Length > 0)
                    .Select(delivery =>
                        $"{delivery.Kind}: {string.Join(' ', delivery.Problems.Prepend(delivery.Failure))}".TrimEnd()
                    ),
                .. _calls
                    .Where(call => call.Problems.Length > 0)
                    .Select(call => $"{call.Method}: {call.Error} {string.Join(' ', call.Problems)}"),
            ]
        );

    internal void Add(Delivery delivery) => Keep(_deliveries, delivery);

    internal void Add(ApiCall call) => Keep(_calls, call);

    private void Keep<T>(Queue<T> queue, T entry) =>
        _changes.Make(() =>
        {
            queue.Enqueue(entry);
            if (queue.Count > Kept)
                queue.Dequeue();
        });
}
