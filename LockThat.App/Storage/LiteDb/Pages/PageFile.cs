using System.Buffers.Binary;
using System.Numerics;

namespace LockThat.App.Storage.LiteDb.Pages;

/// <summary>
/// A file of LiteDB's pages, each in a frame of its own: the page, a salt, and a CRC-32C over page, salt and place. A
/// page that was torn, lost, moved or left over from another generation of the file is therefore never taken for a good
/// one.
/// </summary>
internal sealed class PageFile(string path, Func<string, FileStream> open) : IDisposable
{
    private const int SaltAt = LitePage.Size;
    private const int ChecksumAt = SaltAt + sizeof(ulong);
    public const int FrameSize = ChecksumAt + sizeof(uint);

    private readonly FileStream _file = open(path);
    private readonly byte[] _frame = new byte[FrameSize];

    public string Path { get; } = path;

    /// <summary>Whole frames; a torn one at the end is not counted.</summary>
    public long PageCount => _file.Length / FrameSize;

    public bool EndsInTornFrame => _file.Length % FrameSize != 0;

    public bool IsEmpty => _file.Length == 0;

    /// <summary>
    /// FileShare.None is an exclusive flock on Linux: a second process is refused at once. There is no buffer, so that
    /// a write is done when it returns. Only the owner may read a new file, whatever the umask, because its contents
    /// are private.
    /// </summary>
    public static FileStream OpenExclusively(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            Options = FileOptions.RandomAccess,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(path, options);
    }

    /// <summary>Reads a page and returns the salt of its frame, or null when the frame is missing, torn or not this
    /// place's.</summary>
    public ulong? Read(long index, Span<byte> page)
    {
        _file.Position = index * FrameSize;
        if (_file.ReadAtLeast(_frame, FrameSize, throwOnEndOfStream: false) < FrameSize)
            return null;
        if (BinaryPrimitives.ReadUInt32LittleEndian(_frame.AsSpan(ChecksumAt)) != Checksum(_frame, index))
            return null;
        _frame.AsSpan(0, LitePage.Size).CopyTo(page);
        return BinaryPrimitives.ReadUInt64LittleEndian(_frame.AsSpan(SaltAt));
    }

    public void Write(long index, ReadOnlySpan<byte> page, ulong salt)
    {
        page.CopyTo(_frame);
        BinaryPrimitives.WriteUInt64LittleEndian(_frame.AsSpan(SaltAt), salt);
        BinaryPrimitives.WriteUInt32LittleEndian(_frame.AsSpan(ChecksumAt), Checksum(_frame, index));
        AsIOException(() =>
        {
            _file.Position = index * FrameSize;
            _file.Write(_frame);
        });
    }

    /// <summary>Copies all bytes, sound or not, to a file that must not exist yet, and returns once the disk has
    /// it.</summary>
    public void CopyTo(string path, Func<string, FileStream> open)
    {
        if (File.Exists(path))
            throw new IOException($"{path} exists already");
        using var copy = open(path);
        _file.Position = 0;
        for (int read; (read = _file.Read(_frame)) > 0; )
            copy.Write(_frame.AsSpan(0, read));
        copy.Flush(flushToDisk: true);
    }

    public void Truncate(long pages) => AsIOException(() => _file.SetLength(pages * FrameSize));

    /// <summary>Returns once the disk has it.</summary>
    public void Sync() => AsIOException(() => _file.Flush(flushToDisk: true));

    public void Dispose() => _file.Dispose();

    // A file system refuses by exceptions of several types (too large a file, a missing right); callers see only one.
    private static void AsIOException(Action act)
    {
        try
        {
            act();
        }
        catch (Exception fault)
            when (fault is ArgumentException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new IOException(fault.Message, fault);
        }
    }

    private static uint Checksum(ReadOnlySpan<byte> frame, long index)
    {
        // Starting from ones, so that the checksum of zeros is not zero.
        var crc = BitOperations.Crc32C(uint.MaxValue, (ulong)index);
        for (var at = 0; at < ChecksumAt; at += sizeof(ulong))
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(frame[at..]));
        return ~crc;
    }
}
