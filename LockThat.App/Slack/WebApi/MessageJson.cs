using System.Buffers;
using System.Text.Json;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack.WebApi;

/// <summary>Writes JSON objects that hold a message or view among Slack's own arguments.</summary>
public static class MessageJson
{
    private const int LargestKept = 64 * 1024;

    // Each thread writes one message after the other, so one buffer of a usual size serves them all.
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? _kept;

    /// <summary>The object with the members that <paramref name="members"/> writes, as UTF-8.</summary>
    public static ReadOnlyMemory<byte> Object(Action<Utf8JsonWriter> members)
    {
        // The buffer is taken out of its place while in use, in case members writes another object here.
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

    // Written line by line, because from the first escaped character on the encoder works character by character, and
    // every line break is escaped.
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
