using LockThat.App.Slack.Replies;
using LockThat.App.Slack.WebApi;

namespace LockThat.App.Slack.Sockets;

/// <summary>An acknowledgement in Socket Mode's form: the envelope's id, and the answer where the envelope accepts
/// one.</summary>
internal static class SocketAck
{
    public static ReadOnlyMemory<byte> Bytes(string envelopeId, Ack? ack = null) =>
        MessageJson.Object(writer =>
        {
            writer.WriteString("envelope_id", envelopeId);
            if (ack is null or Ack.Empty)
                return;
            writer.WritePropertyName("payload");
            writer.WriteStartObject();
            AckJson.WriteMembers(writer, ack);
            writer.WriteEndObject();
        });
}
