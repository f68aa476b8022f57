using System.Collections.Immutable;

namespace LockThat.Playground.Wire;

/// <summary>The newest deliveries and calls, for tests and for people who look why something failed.</summary>
public sealed class Journal
{
    private const int Kept = 1000;
    private readonly Changes changes;
    private readonly Queue<Delivery> deliveries = new();
    private readonly Queue<ApiCall> calls = new();

    internal Journal(Changes changes) => this.changes = changes;

    public ImmutableArray<Delivery> Deliveries => changes.Read(() => deliveries.ToImmutableArray());

    public ImmutableArray<ApiCall> Calls => changes.Read(() => calls.ToImmutableArray());

    /// <summary>What Slack would have refused, newest last: a correct app leaves this empty.</summary>
    public ImmutableArray<string> AppErrors =>
        changes.Read<ImmutableArray<string>>(() =>
            [
                .. deliveries
                    .Where(delivery => delivery.Failure is not null || delivery.Problems.Length > 0)
                    .Select(delivery =>
                        $"{delivery.Kind}: {string.Join(' ', delivery.Problems.Prepend(delivery.Failure))}".TrimEnd()
                    ),
                .. calls
                    .Where(call => call.Problems.Length > 0)
                    .Select(call => $"{call.Method}: {call.Error} {string.Join(' ', call.Problems)}"),
            ]
        );

    internal void Add(Delivery delivery) => Keep(deliveries, delivery);

    internal void Add(ApiCall call) => Keep(calls, call);

    private void Keep<T>(Queue<T> queue, T entry) =>
        changes.Make(() =>
        {
            queue.Enqueue(entry);
            if (queue.Count > Kept)
                queue.Dequeue();
        });
}
