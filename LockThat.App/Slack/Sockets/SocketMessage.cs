using System.Text.Json;
using LockThat.App.Slack.Requests;

namespace LockThat.App.Slack.Sockets;

/// <summary>A message of Slack's over a socket.
/// <see href="https://docs.slack.dev/apis/events-api/using-socket-mode">Slack's page.</see></summary>
internal abstract record SocketMessage
{
    private SocketMessage() { }

    /// <summary>Slack greets the connection, which works now.</summary>
    public sealed record Hello : SocketMessage;

    /// <param name="Reason">Such as <c>warning</c>, <c>refresh_requested</c>, <c>link_disabled</c>,
    /// <c>too_many_websockets</c>.</param>
    public sealed record Disconnect(string Reason) : SocketMessage;

    /// <param name="Id">The id that the acknowledgement must name.</param>
    /// <param name="TakesPayload">True when the acknowledgement may hold an answer.</param>
    /// <param name="Request">The request.</param>
    public sealed record Envelope(string Id, bool TakesPayload, SlackRequest Request) : SocketMessage;

    /// <summary>A message that the app does not know.</summary>
    /// <param name="EnvelopeId">Acknowledged all the same, or Slack would send it for ever; null when it has
    /// none.</param>
    /// <param name="Type">For the log; null when it is unknown.</param>
    public sealed record Unreadable(string? EnvelopeId, string? Type) : SocketMessage;
}

/// <summary>Reads a message of the socket. No input makes it throw.</summary>
internal static class SocketMessageReader
{
    public static SocketMessage Read(ReadOnlyMemory<byte> message)
    {
        using var document = PayloadJson.Parse(message);
        if (document?.RootElement is not { } root)
            return new SocketMessage.Unreadable(IdIn(message.Span), null);
        JsonElement? at = root;
        return at.Text("type") switch
        {
            "hello" => new SocketMessage.Hello(),
            "disconnect" => new SocketMessage.Disconnect(at.Text("reason") ?? ""),
            "slash_commands" => EnvelopeOf(at, SlackEnvelope.SlashCommands),
            "interactive" => EnvelopeOf(at, SlackEnvelope.Interactive),
            "events_api" => EnvelopeOf(at, SlackEnvelope.EventsApi),
            var other => new SocketMessage.Unreadable(at.Id("envelope_id"), PayloadJson.AsId(other)),
        };
    }

    /// <summary>The envelope's id in a broken or incomplete message; null when there is none.</summary>
    public static string? IdIn(ReadOnlySpan<byte> beginning)
    {
        var reader = new Utf8JsonReader(beginning, isFinalBlock: false, state: default);
        try
        {
            while (reader.Read())
            {
                if (
                    reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName }
                    && reader.ValueTextEquals("envelope_id"u8)
                )
                    return reader.Read() && reader.TokenType == JsonTokenType.String
                        ? PayloadJson.AsId(reader.GetString())
                        : null;
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The message is broken before its id, or the id is no text.
        }

        return null;
    }

    private static SocketMessage EnvelopeOf(JsonElement? at, SlackEnvelope type)
    {
        var id = at.Id("envelope_id");
        return
            id is not null
            && at.Object("payload") is { } payload
            && RequestReader.Read(type, payload) is RequestReading.Understood(var request)
            ? new SocketMessage.Envelope(id, at.IsTrue("accepts_response_payload"), request)
            : new SocketMessage.Unreadable(id, at.Text("type"));
    }
}
