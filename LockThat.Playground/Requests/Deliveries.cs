using System.Diagnostics;
using System.Text.Json.Nodes;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Requests;

/// <summary>Sends people's actions to the app, waits three seconds at most, and keeps everything in the
/// journal.</summary>
public sealed class Deliveries : IDisposable
{
    internal static readonly TimeSpan AckWithin = TimeSpan.FromSeconds(3);
    private readonly Workspace _workspace;
    private readonly ITransport _transport;
    private readonly Faults _faults;
    private readonly Action<string, JsonObject>? _disguise;

    internal Deliveries(
        Workspace workspace,
        ITransport transport,
        Faults faults,
        Action<string, JsonObject>? disguise = null
    ) => (_workspace, _transport, _faults, _disguise) = (workspace, transport, faults, disguise);

    /// <summary>Delivers the same again, freshly signed over HTTP; the answer changes nothing that anybody
    /// sees.</summary>
    public Task<Delivery> Redelivers(Delivery delivery, CancellationToken cancellationToken) =>
        Keep(delivery, cancellationToken);

    /// <summary>Posts once, and once more when a fault asks for it; the second answer shows nothing.
    /// <paramref name="settle"/> applies the answer before the journal has it.</summary>
    internal async Task<Delivery> Post(
        Outgoing outgoing,
        Func<Delivery, Delivery> settle,
        CancellationToken cancellationToken
    )
    {
        var delivery = Draft(outgoing);
        var settled = Record(settle(await Send(delivery, cancellationToken)));
        if (_faults.TakesDuplicate())
            await Keep(delivery, cancellationToken);
        return settled;
    }

    /// <summary>Posts once, past journal and faults; the answer is nobody's.</summary>
    internal Task Probe(Outgoing outgoing, CancellationToken cancellationToken) =>
        Send(Draft(outgoing), cancellationToken);

    private Delivery Draft(Outgoing outgoing)
    {
        _disguise?.Invoke(outgoing.Kind, outgoing.Payload);
        return _transport.Draft(outgoing, _workspace.Time.GetUtcNow());
    }

    private Delivery Record(Delivery delivery)
    {
        _workspace.Journal.Add(delivery);
        return delivery;
    }

    private async Task<Delivery> Keep(Delivery delivery, CancellationToken cancellationToken) =>
        Record(await Send(delivery, cancellationToken));

    private async Task<Delivery> Send(Delivery delivery, CancellationToken cancellationToken)
    {
        using var work = _workspace.Works();
        var started = Stopwatch.GetTimestamp();
        var sent = await _transport.Send(delivery, cancellationToken);
        return sent with { Elapsed = Stopwatch.GetElapsedTime(started) };
    }

    public void Dispose() => _transport.Dispose();
}
