using System.Buffers;
using System.Text.Json;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack.WebApi;

/// <summary>Writes JSON objects that hold a message or view among Slack's own arguments.</summary>
public static class MessageJson
{
    private const int LargestKept = 64 * 1024;

    // Each thread writes one after the other, and what it has grown to is large enough for most.
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? _kept;

    /// <summary>The object that <paramref name="members"/> writes the members of, as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> members)
    {
        // Taken away while it is in use, should members come here again.
        var (buffer, writer) = _kept ?? New();
        _kept = null;
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
        writer.Flush();
        var json = buffer.WrittenSpan.ToArray();
        buffer.ResetWrittenCount();
        writer.Reset();
        _kept = buffer.Capacity <= LargestKept ? (buffer, writer) : null;
        return json;
    }

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) New()
    {
        var buffer = new ArrayBufferWriter<byte>(initialCapacity: 4096);
        return (buffer, new Utf8JsonWriter(buffer, BlocksJson.Writing));
    }

    /// <summary>Text and blocks, inside an object that is already open.</summary>
    public static void WriteContent(Utf8JsonWriter writer, Message message)
    {
        writer.WritePropertyName("text");
        WriteLines(writer, message.Text);
        if (message.Blocks is not { } blocks)
            return;
        writer.WritePropertyName("blocks");
        BlocksJson.Write(writer, blocks);
    }

    // Line by line, because the encoder goes on character by character from the first that it escapes, and every line
    // break is.
    private static void WriteLines(Utf8JsonWriter writer, ReadOnlySpan<char> text)
    {
        for (int end; (end = text.IndexOf('\n')) >= 0; text = text[(end + 1)..])
        {
            writer.WriteStringValueSegment(text[..end], isFinalSegment: false);
            writer.WriteStringValueSegment("\n", isFinalSegment: false);
        }

        writer.WriteStringValueSegment(text, isFinalSegment: true);
    }
}
