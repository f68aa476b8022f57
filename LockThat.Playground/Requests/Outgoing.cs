using System.Text.Json.Nodes;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Requests;

/// <summary>A request to the app, by HTTP or over a socket.</summary>
/// <param name="Kind">As in <see cref="Delivery.Kind"/>.</param>
/// <param name="Payload">The fields of a command, all of them text; an interaction's payload; or the envelope of an
/// event.</param>
internal sealed record Outgoing(string Kind, JsonObject Payload, int RetryNumber = 0, string? RetryReason = null);

/// <summary>A way to the app.</summary>
internal interface ITransport : IDisposable
{
    /// <summary>The delivery as it is put on the wire, the same bytes whenever it is sent.</summary>
    Delivery Draft(Outgoing outgoing, DateTimeOffset at);

    /// <summary>Sends it once, with the answer that came within Slack's three seconds.</summary>
    Task<Delivery> Send(Delivery delivery, CancellationToken cancellationToken);
}
