using System.Text.Json.Nodes;
using LockThat.Playground.Requests;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Sockets;

/// <summary>Puts people's actions into Socket Mode's envelopes.
/// <see href="https://docs.slack.dev/apis/events-api/using-socket-mode"/></summary>
internal sealed class SocketTransport(TimeProvider time, SocketLinks links) : ITransport
{
    public Delivery Draft(Outgoing outgoing, DateTimeOffset at)
    {
        var type = outgoing.Kind switch
        {
            "slash_command" => "slash_commands",
            "event_callback" => "events_api",
            _ => "interactive",
        };
        var envelope = new JsonObject
        {
            ["envelope_id"] = Guid.NewGuid().ToString(),
            ["payload"] = outgoing.Payload.DeepClone(),
            ["type"] = type,
            ["accepts_response_payload"] = outgoing.Kind is "slash_command" or "view_submission" or "block_suggestion",
        };
        if (outgoing.Kind == "event_callback")
        {
            envelope["retry_attempt"] = outgoing.RetryNumber;
            envelope["retry_reason"] = outgoing.RetryReason == "http_timeout" ? "timeout" : outgoing.RetryReason ?? "";
        }

        return new()
        {
            Kind = outgoing.Kind,
            Path = type,
            ContentType = "application/json",
            Body = envelope.ToJsonString(),
            At = at,
            RetryNumber = outgoing.RetryNumber,
            RetryReason = outgoing.RetryReason,
        };
    }

    public async Task<Delivery> Send(Delivery delivery, CancellationToken cancellationToken)
    {
        if (Json.Parse(delivery.Body) is not { } envelope || links.Next() is not { } link)
            return delivery with { Failure = "dispatch_failed" };
        using var late = new CancellationTokenSource(Deliveries.AckWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await link.Deliver(envelope.Str("envelope_id") ?? "", delivery.Body, either.Token) is { } ack
                ? Judged(delivery, ack, envelope.Flag("accepts_response_payload"))
                : delivery with
                {
                    Failure = "dispatch_failed",
                };
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return delivery with { Failure = "operation_timeout" };
        }
    }

    public void Dispose() => links.Dispose();

    private static Delivery Judged(Delivery delivery, System.Text.Json.JsonElement ack, bool takesPayload) =>
        ack.Get("payload") switch
        {
            null => delivery,
            { } payload when takesPayload => delivery with
            {
                AckContentType = "application/json",
                AckBody = payload.GetRawText(),
            },
            _ => delivery with { Problems = ["this envelope accepts no response payload [json-pointer:/payload]"] },
        };
}
