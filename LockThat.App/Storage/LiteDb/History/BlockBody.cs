using System.Buffers.Binary;
using System.IO.Compression;

namespace LockThat.App.Storage.LiteDb.History;

/// <summary>
/// The events of a block: a row of 32 bytes for each, then their JSON one after the other, all compressed together
/// unless that is longer.
/// <code>
/// position 8 │ at 8 │ resource 4 │ person 4 │ kind 4 │ length 4
/// </code>
/// </summary>
internal static class BlockBody
{
    private const int RowSize = 32;
    private const int Quality = 5;
    private const int Window = 18;

    public static byte[] Raw(IReadOnlyList<HistoryEntry> entries)
    {
        var raw = new byte[entries.Sum(entry => RowSize + entry.Body.Length)];
        var row = raw.AsSpan();
        var at = entries.Count * RowSize;
        foreach (var (position, moment, keys, body) in entries)
        {
            BinaryPrimitives.WriteInt64LittleEndian(row, position);
            BinaryPrimitives.WriteInt64LittleEndian(row[8..], moment);
            BinaryPrimitives.WriteUInt32LittleEndian(row[16..], keys.Resource);
            BinaryPrimitives.WriteUInt32LittleEndian(row[20..], keys.Person);
            BinaryPrimitives.WriteUInt32LittleEndian(row[24..], keys.Kind);
            BinaryPrimitives.WriteInt32LittleEndian(row[28..], body.Length);
            body.Span.CopyTo(raw.AsSpan(at));
            at += body.Length;
            row = row[RowSize..];
        }

        return raw;
    }

    public static ReadOnlyMemory<byte> Pack(byte[] raw)
    {
        var packed = new byte[raw.Length];
        return BrotliEncoder.TryCompress(raw, packed, out var length, Quality, Window) && length < raw.Length
            ? packed.AsMemory(0, length)
            : raw;
    }

    /// <exception cref="InvalidDataException">It is no packed body of that length.</exception>
    public static byte[] Unpack(ReadOnlyMemory<byte> packed, int rawLength)
    {
        if (packed.Length == rawLength)
            return packed.ToArray();
        var raw = new byte[rawLength];
        return BrotliDecoder.TryDecompress(packed.Span, raw, out var length) && length == rawLength
            ? raw
            : throw new InvalidDataException();
    }

    public static HistoryEntry[] Entries(byte[] raw, int count)
    {
        var entries = new HistoryEntry[count];
        var at = count * RowSize;
        for (var index = 0; index < count; index++)
        {
            var row = raw.AsSpan(index * RowSize, RowSize);
            var length = BinaryPrimitives.ReadInt32LittleEndian(row[28..]);
            entries[index] = new(
                BinaryPrimitives.ReadInt64LittleEndian(row),
                BinaryPrimitives.ReadInt64LittleEndian(row[8..]),
                new(
                    BinaryPrimitives.ReadUInt32LittleEndian(row[16..]),
                    BinaryPrimitives.ReadUInt32LittleEndian(row[20..]),
                    BinaryPrimitives.ReadUInt32LittleEndian(row[24..])
                ),
                raw.AsMemory(at, length)
            );
            at += length;
        }

        return entries;
    }
}
