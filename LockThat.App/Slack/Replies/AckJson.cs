using System.Diagnostics;
using System.Text.Json;
using LockThat.App.Slack.WebApi;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack.Replies;

/// <summary>An <see cref="Ack"/> as the body of the reply: UTF-8 JSON, or nothing at all.</summary>
public static class AckJson
{
    public static ReadOnlyMemory<byte> Bytes(Ack ack) =>
        ack is Ack.Empty or Ack.Refused
            ? ReadOnlyMemory<byte>.Empty
            : MessageJson.Object(writer => WriteMembers(writer, ack));

    /// <summary>The members of the answer, inside an object that is already open.</summary>
    public static void WriteMembers(Utf8JsonWriter writer, Ack ack)
    {
        switch (ack)
        {
            case Ack.OfMessage(var message):
                writer.WriteString("response_type", "ephemeral");
                MessageJson.WriteContent(writer, message);
                break;
            case Ack.ViewErrors(var errors):
                WriteErrors(writer, errors);
                break;
            case Ack.ViewUpdate(var view):
                WriteView(writer, "update", view);
                break;
            case Ack.ViewPush(var view):
                WriteView(writer, "push", view);
                break;
            case Ack.ViewClear:
                writer.WriteString("response_action", "clear");
                break;
            case Ack.Options(var choices):
                writer.WritePropertyName("options");
                JsonSerializer.Serialize(writer, choices, BlocksJson.Utf8.IReadOnlyListOption);
                break;
            case Ack.Challenge(var text):
                writer.WriteString("challenge", text);
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void WriteErrors(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> errors)
    {
        writer.WriteString("response_action", "errors");
        writer.WriteStartObject("errors");
        foreach (var (block, text) in errors)
            writer.WriteString(block, text);
        writer.WriteEndObject();
    }

    private static void WriteView(Utf8JsonWriter writer, string action, ModalViewDefinition view)
    {
        writer.WriteString("response_action", action);
        writer.WritePropertyName("view");
        JsonSerializer.Serialize(writer, view, BlocksJson.Utf8.ModalViewDefinition);
    }
}
