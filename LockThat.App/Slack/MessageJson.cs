using System.Buffers;
using System.Text.Json;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack;

/// <summary>Writes JSON objects that hold a message or view among Slack's own arguments.</summary>
public static class MessageJson
{
    /// <summary>The object that <paramref name="members"/> writes the members of, as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(initialCapacity: 2048);
        using (var writer = new Utf8JsonWriter(buffer, BlocksJson.Writing))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Text and blocks, inside an object that is already open.</summary>
    public static void WriteContent(Utf8JsonWriter writer, Message message)
    {
        writer.WriteString("text", message.Text);
        if (message.Blocks is not { } blocks)
            return;
        writer.WritePropertyName("blocks");
        JsonSerializer.Serialize(writer, blocks, BlocksJson.Utf8.IReadOnlyListBlock);
    }
}
