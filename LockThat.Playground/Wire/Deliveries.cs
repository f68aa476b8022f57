using System.Diagnostics;
using System.Text.Json.Nodes;

namespace LockThat.Playground.Wire;

/// <summary>Tells the app what people do, waits three seconds at most, and keeps everything in the journal.</summary>
public sealed class Deliveries : IDisposable
{
    internal static readonly TimeSpan AckWithin = TimeSpan.FromSeconds(3);
    private readonly Workspace workspace;
    private readonly ITransport transport;
    private readonly Faults faults;
    private readonly Action<string, JsonObject>? disguise;

    internal Deliveries(
        Workspace workspace,
        ITransport transport,
        Faults faults,
        Action<string, JsonObject>? disguise = null
    ) => (this.workspace, this.transport, this.faults, this.disguise) = (workspace, transport, faults, disguise);

    /// <summary>Delivers the same again, freshly signed over HTTP; what comes back changes nothing that anybody
    /// sees.</summary>
    public Task<Delivery> Redelivers(Delivery delivery, CancellationToken ct) => Keep(delivery, ct);

    /// <summary>Posts once, and once more when a fault asks for it; the second answer shows nothing.
    /// <paramref name="settle"/> shows what the answer shows before the journal has it.</summary>
    internal async Task<Delivery> Post(Outgoing outgoing, Func<Delivery, Delivery> settle, CancellationToken ct)
    {
        var delivery = Draft(outgoing);
        var settled = Record(settle(await Send(delivery, ct)));
        if (faults.TakesDuplicate())
            await Keep(delivery, ct);
        return settled;
    }

    /// <summary>Posts once, past journal and faults; the answer is nobody's.</summary>
    internal Task Probe(Outgoing outgoing, CancellationToken ct) => Send(Draft(outgoing), ct);

    private Delivery Draft(Outgoing outgoing)
    {
        disguise?.Invoke(outgoing.Kind, outgoing.Payload);
        return transport.Draft(outgoing, workspace.Time.GetUtcNow());
    }

    private Delivery Record(Delivery delivery)
    {
        workspace.Journal.Add(delivery);
        return delivery;
    }

    private async Task<Delivery> Keep(Delivery delivery, CancellationToken ct) => Record(await Send(delivery, ct));

    private async Task<Delivery> Send(Delivery delivery, CancellationToken ct)
    {
        using var work = workspace.Works();
        var started = Stopwatch.GetTimestamp();
        var sent = await transport.Send(delivery, ct);
        return sent with { Elapsed = Stopwatch.GetElapsedTime(started) };
    }

    public void Dispose() => transport.Dispose();
}
