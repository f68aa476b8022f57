using System.Buffers.Binary;
using LiteDB;

namespace LockThat.App.Storage.LiteDb;

/// <summary>
/// What LiteDB 5.0.20 keeps where in a page: the part of its file format that our recovery relies on. It is not public in LiteDB, so the version
/// is pinned and a test asserts these places on a fresh file.
/// </summary>
internal static class LitePage
{
    public const int Size = 8192;

    private const int PageIdAt = 0;
    private const int TypeAt = 4;
    private const int TransactionAt = 14;
    private const int ConfirmedAt = 18;
    private const int CollectionAt = 19;
    private const int HighestSlotAt = 30;
    private const int LastPageIdAt = 64;
    private const int CollectionsAt = 192;

    private const byte DataPage = 4;
    private const byte NoSlot = byte.MaxValue;
    // From the end of the page on downwards: where a block lies and how long it is.
    private const int SlotSize = 4;
    // Whether it continues another block, and the page and slot where it goes on itself.
    private const int BlockHeader = 6;

    public static uint PageId(ReadOnlySpan<byte> page) => BinaryPrimitives.ReadUInt32LittleEndian(page[PageIdAt..]);

    public static uint Transaction(ReadOnlySpan<byte> page) => BinaryPrimitives.ReadUInt32LittleEndian(page[TransactionAt..]);

    /// <summary>Whether this page is the last of its transaction in the log, the one that makes it count.</summary>
    public static bool IsConfirmed(ReadOnlySpan<byte> page) => page[ConfirmedAt] != 0;

    /// <summary>The highest page that the file has, as its header page (page 0) says.</summary>
    public static uint LastPageId(ReadOnlySpan<byte> header) => BinaryPrimitives.ReadUInt32LittleEndian(header[LastPageIdAt..]);

    /// <summary>The number that the pages of a collection bear, as the header page says; null when there is no such collection.</summary>
    public static uint? NumberOf(ReadOnlySpan<byte> header, string collection) =>
        BsonSerializer.Deserialize(header[CollectionsAt..].ToArray())[collection] is { IsNull: false } number ? (uint)number.AsInt32 : null;

    /// <summary>Whether it is one of the pages that this collection's documents lie in.</summary>
    public static bool HoldsDocumentsOf(ReadOnlySpan<byte> page, uint collection) =>
        page[TypeAt] == DataPage && BinaryPrimitives.ReadUInt32LittleEndian(page[CollectionAt..]) == collection;

    /// <summary>How many places for a block it has, in use or not.</summary>
    public static int Slots(ReadOnlySpan<byte> page) => page[HighestSlotAt] == NoSlot ? 0 : page[HighestSlotAt] + 1;

    /// <summary>What lies in a place of a page of documents; null for nothing.</summary>
    public static DocumentBlock? BlockAt(ReadOnlySpan<byte> page, int slot)
    {
        var place = page.Slice(Size - ((slot + 1) * SlotSize), SlotSize);
        int length = BinaryPrimitives.ReadUInt16LittleEndian(place), at = BinaryPrimitives.ReadUInt16LittleEndian(place[sizeof(ushort)..]);
        if (at == 0) return null;
        var block = page.Slice(at, length);
        var next = BinaryPrimitives.ReadUInt32LittleEndian(block[1..]);
        return new(IsFirst: block[0] == 0, (at + BlockHeader)..(at + length), next == uint.MaxValue ? null : (next, block[BlockHeader - 1]));
    }

    /// <summary>Turns a page of the log into the same page of the data file, as LiteDB's checkpoint does.</summary>
    public static void Settle(Span<byte> page)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(page[TransactionAt..], uint.MaxValue);
        page[ConfirmedAt] = 0;
    }
}
