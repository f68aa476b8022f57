using System.Buffers.Binary;

namespace LockThat.App.Storage.LiteDb.Pages;

/// <summary>
/// The places in a page of LiteDB 5.0.20: the part of its file format that our recovery relies on. LiteDB does not
/// document them, so the version is pinned and a test asserts these places on a fresh file.
/// </summary>
internal static class LitePage
{
    public const int Size = 8192;

    private const int PageIdAt = 0;
    private const int TransactionAt = 14;
    private const int ConfirmedAt = 18;
    private const int LastPageIdAt = 64;

    public static uint PageId(ReadOnlySpan<byte> page) => BinaryPrimitives.ReadUInt32LittleEndian(page[PageIdAt..]);

    public static uint Transaction(ReadOnlySpan<byte> page) =>
        BinaryPrimitives.ReadUInt32LittleEndian(page[TransactionAt..]);

    /// <summary>Whether this page is the last of its transaction in the log, the one that makes it count.</summary>
    public static bool IsConfirmed(ReadOnlySpan<byte> page) => page[ConfirmedAt] != 0;

    /// <summary>The highest page that the file has, as its header page (page 0) says.</summary>
    public static uint LastPageId(ReadOnlySpan<byte> header) =>
        BinaryPrimitives.ReadUInt32LittleEndian(header[LastPageIdAt..]);

    /// <summary>Turns a page of the log into the same page of the data file, in the same way as LiteDB's
    /// checkpoint.</summary>
    public static void Settle(Span<byte> page)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(page[TransactionAt..], uint.MaxValue);
        page[ConfirmedAt] = 0;
    }
}
