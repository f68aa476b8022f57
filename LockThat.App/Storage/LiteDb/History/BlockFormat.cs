using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace LockThat.App.Storage.LiteDb.History;

/// <summary>The kinds of blocks.</summary>
internal enum BlockKind : byte
{
    /// <summary>Events of one workspace.</summary>
    Events = 1,

    /// <summary>A workspace's history up to here is gone.</summary>
    Forget = 2,

    /// <summary>The end of a group: the blocks since the last one count from now on.</summary>
    Commit = 3,
}

/// <summary>
/// The bytes of a history file: a header, and then blocks, in groups that count as a whole or not at all.
/// <code>
/// file   magic 8 │ version 8 │ salt 8 │ floor 8 │ checksum 4 │ blocks …
/// block  magic 4 │ kind 4 │ length of meta 4 │ of body 4 │ of unpacked body 4 │ meta … │ checksum of all this 4 │
///        checksum of body 4 │ body …
/// group  Events or Forget … │ Commit
/// </code>
/// Each checksum is a CRC-32C over the file's salt, the block's place and the bytes, so that a block which was torn,
/// moved or left over is never taken for a good one.
/// </summary>
internal static class BlockFormat
{
    public const int FileHeaderLength = 36;
    public const int FixedLength = 20;

    /// <summary>The latest version that is known. A file of a later one begins with the same header.</summary>
    public const ulong Version = 1;

    private const int ChecksumLength = 4;
    private const int MostMeta = 1 << 20;
    private const int MostBody = 1 << 28;
    private const ulong FileMagic = 0x3159_524F_5453_4948;

    public static ReadOnlySpan<byte> BlockMagic => "LTHB"u8;

    public static byte[] FileHeader(ulong salt, long floor)
    {
        var header = new byte[FileHeaderLength];
        BinaryPrimitives.WriteUInt64LittleEndian(header, FileMagic);
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(8), Version);
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(16), salt);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(24), floor);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(32), Checksum(salt, 0, header.AsSpan(0, 32)));
        return header;
    }

    /// <summary>Null when it is not ours, or damaged.</summary>
    public static (ulong Version, ulong Salt, long Floor)? ReadFileHeader(ReadOnlySpan<byte> header)
    {
        if (header.Length < FileHeaderLength || BinaryPrimitives.ReadUInt64LittleEndian(header) != FileMagic)
            return null;
        var version = BinaryPrimitives.ReadUInt64LittleEndian(header[8..]);
        var salt = BinaryPrimitives.ReadUInt64LittleEndian(header[16..]);
        return BinaryPrimitives.ReadUInt32LittleEndian(header[32..]) == Checksum(salt, 0, header[..32])
            ? (version, salt, BinaryPrimitives.ReadInt64LittleEndian(header[24..]))
            : null;
    }

    /// <param name="path">The file that the header is from.</param>
    /// <param name="header">The header.</param>
    /// <exception cref="StorageException">A later LockThat wrote it.</exception>
    public static void RequireKnown(string path, ReadOnlySpan<byte> header)
    {
        if (ReadFileHeader(header) is (> Version and var found, _, _))
            throw StorageException.OfLaterVersion(path, found, Version);
    }

    /// <summary>Writes the head of a block.</summary>
    public static byte[] Head(
        ulong salt,
        long offset,
        BlockKind kind,
        Action<BinaryWriter> meta,
        ReadOnlySpan<byte> body,
        int rawLength
    )
    {
        using var head = new MemoryStream();
        using var writer = new BinaryWriter(head, Encoding.UTF8);
        writer.Write(BlockMagic);
        writer.Write((uint)kind);
        writer.Write(0);
        writer.Write(body.Length);
        writer.Write(rawLength);
        meta(writer);
        var metaLength = (int)head.Length - FixedLength;
        BinaryPrimitives.WriteInt32LittleEndian(head.GetBuffer().AsSpan(8), metaLength);
        writer.Write(Checksum(salt, offset, head.GetBuffer().AsSpan(0, (int)head.Length)));
        writer.Write(Checksum(salt, offset, body));
        return head.ToArray();
    }

    /// <summary>The length of a head, from its first bytes; null when they do not begin a block.</summary>
    public static int? HeadLength(ReadOnlySpan<byte> start)
    {
        if (start.Length < FixedLength || !start.StartsWith(BlockMagic))
            return null;
        var (meta, body) = (
            BinaryPrimitives.ReadInt32LittleEndian(start[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(start[12..])
        );
        return meta is >= 0 and <= MostMeta && body is >= 0 and <= MostBody
            ? FixedLength + meta + (2 * ChecksumLength)
            : null;
    }

    /// <summary>Null when the bytes are not those that were written there.</summary>
    public static BlockHead? ReadHead(ulong salt, long offset, byte[] head)
    {
        var meta = head.Length - (2 * ChecksumLength);
        var checksum = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(meta));
        if (checksum != Checksum(salt, offset, head.AsSpan(0, meta)))
            return null;
        return new(
            (BlockKind)BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4)),
            head,
            new(
                offset,
                head.Length,
                BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(12)),
                BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(16))
            )
        );
    }

    public static uint Checksum(ulong salt, long offset, ReadOnlySpan<byte> bytes)
    {
        // Starting from ones, so that the checksum of zeros is not zero.
        var crc = BitOperations.Crc32C(BitOperations.Crc32C(uint.MaxValue, salt), (ulong)offset);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var one in bytes)
            crc = BitOperations.Crc32C(crc, one);
        return ~crc;
    }
}

/// <summary>The head of a block, read back.</summary>
internal sealed record BlockHead(BlockKind Kind, byte[] Bytes, BlockPlace Place)
{
    public uint BodyChecksum => BinaryPrimitives.ReadUInt32LittleEndian(Bytes.AsSpan(Bytes.Length - sizeof(uint)));

    /// <summary>The part of a block of events.</summary>
    public BlockInfo Info => BlockInfo.Read(Meta()) with { Place = Place };

    /// <summary>The workspace that is forgotten.</summary>
    public string Team => Meta().ReadString();

    /// <summary>The part of the end of a group: the last batch of the tail that the history has, and the place where
    /// the group begins.</summary>
    public (long FiledUpTo, long Start) Commit
    {
        get
        {
            var meta = Meta();
            return (meta.ReadInt64(), meta.ReadInt64());
        }
    }

    private BinaryReader Meta() =>
        new(new MemoryStream(Bytes, BlockFormat.FixedLength, Bytes.Length - BlockFormat.FixedLength), Encoding.UTF8);
}
