using System.Security.Cryptography;
using LockThat.App.Storage.LiteDb.Pages;

namespace LockThat.App.Storage.LiteDb.History;

/// <summary>
/// An open file of blocks, which only grows; a <see cref="BlockDirectory"/> knows which of them still count. A group is
/// on disk before the next one begins, so that a power cut can tear only the last one, which is then removed.
/// </summary>
internal sealed class BlockFile : IDisposable
{
    // A head with few keys, in one reading.
    private const int UsualHead = 4096;

    private readonly FileStream _file;
    private readonly ulong _salt;
    private long _end;

    private BlockFile(FileStream file, ulong salt, long floor) => (_file, _salt, Floor) = (file, salt, floor);

    /// <summary>No position is lower: the positions up to here were given by a file that is gone.</summary>
    public long Floor { get; }

    /// <summary>The last batch of the tail up to which everything is in here.</summary>
    public long FiledUpTo { get; private set; }

    /// <summary>The blocks that are written and count.</summary>
    public long Length => _end;

    public BlockDirectory Directory { get; } = new();

    /// <summary>Opens a file that exists, and removes a group that was cut short.</summary>
    /// <exception cref="HistoryDamagedException">Something in it is not what was written there.</exception>
    public static BlockFile Open(string path, Func<string, FileStream> open)
    {
        var file = OpenToRead(path, open);
        file.TakeBack();
        return file;
    }

    /// <summary>Opens a file that exists, and leaves it as it is.</summary>
    /// <exception cref="HistoryDamagedException">Something in it is not what was written there.</exception>
    public static BlockFile OpenToRead(string path, Func<string, FileStream> open)
    {
        var file = OpenHeader(path, open);
        try
        {
            file.Load();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens a file, and takes everything sound from it.</summary>
    /// <exception cref="HistoryDamagedException">Nothing is.</exception>
    public static BlockFile OpenSound(string path, Func<string, FileStream> open)
    {
        var file = OpenHeader(path, open);
        file.LoadSound();
        return file;
    }

    /// <summary>Writes a file of this name with everything that <paramref name="write"/> appends, and returns once the
    /// disk has it; one of that name is replaced.</summary>
    public static void Write(string path, long floor, Func<string, FileStream> open, Action<BlockFile> write)
    {
        var unfinished = path + "-unfinished";
        try
        {
            using (var stream = open(unfinished))
            {
                var salt = BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
                stream.SetLength(0);
                stream.Write(BlockFormat.FileHeader(salt, floor));
                write(new BlockFile(stream, salt, floor) { _end = BlockFormat.FileHeaderLength });
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        Folder.Sync(AtomicFile.FolderOf(path));
    }

    /// <summary>Adds a group, and returns once the disk has it. After a failure the file must be opened
    /// again.</summary>
    public void Append(BlockGroup group, long filedUpTo)
    {
        using var written = new MemoryStream();
        var start = _end;
        var infos = new List<BlockInfo>();
        foreach (var (info, body, rawLength) in group.Blocks)
        {
            var place = Put(written, start, BlockKind.Events, info.Write, body, rawLength);
            infos.Add(info with { Place = place });
        }

        foreach (var team in group.Forgotten)
            Put(written, start, BlockKind.Forget, writer => writer.Write(team), default, 0);
        var commit = (BinaryWriter writer) =>
        {
            writer.Write(filedUpTo);
            writer.Write(start);
        };
        Put(written, start, BlockKind.Commit, commit, default, 0);

        _file.Position = start;
        _file.Write(written.GetBuffer().AsSpan(0, (int)written.Length));
        _file.Flush(flushToDisk: true);
        (_end, FiledUpTo) = (start + written.Length, filedUpTo);
        infos.ForEach(Directory.Apply);
        foreach (var team in group.Forgotten)
            Directory.Forget(team);
    }

    /// <exception cref="HistoryDamagedException">It is not what was written there.</exception>
    public ReadOnlyMemory<byte> Packed(BlockInfo block) =>
        (ReadHead(block.Place.Offset) is { } head ? ReadBody(head) : null)
        ?? throw new HistoryDamagedException($"the block at {block.Place.Offset} is not what was written there");

    /// <summary>The events of a block, in the order of their positions.</summary>
    /// <exception cref="HistoryDamagedException">It is not what was written there.</exception>
    public HistoryEntry[] Entries(BlockInfo block) =>
        BlockBody.Entries(BlockBody.Unpack(Packed(block), block.Place.RawLength), block.Count);

    public void Dispose() => _file.Dispose();

    private BlockPlace Put(
        MemoryStream written,
        long start,
        BlockKind kind,
        Action<BinaryWriter> meta,
        ReadOnlyMemory<byte> body,
        int rawLength
    )
    {
        var offset = start + written.Length;
        var head = BlockFormat.Head(_salt, offset, kind, meta, body.Span, rawLength);
        written.Write(head);
        written.Write(body.Span);
        return new(offset, head.Length, body.Length, rawLength);
    }

    private static BlockFile OpenHeader(string path, Func<string, FileStream> open)
    {
        var stream = open(path);
        var header = new byte[BlockFormat.FileHeaderLength];
        stream.Position = 0;
        var read = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (BlockFormat.ReadFileHeader(header.AsSpan(0, read)) is (BlockFormat.Version, var salt, var floor))
            return new(stream, salt, floor);
        stream.Dispose();
        BlockFormat.RequireKnown(path, header.AsSpan(0, read));
        throw new HistoryDamagedException("it does not begin as a history does");
    }

    private void Load()
    {
        _end = BlockFormat.FileHeaderLength;
        var (group, last, offset) = (new List<BlockHead>(), new List<BlockHead>(), _end);
        for (; ReadHead(offset) is { } head; offset = head.Place.End)
        {
            group.Add(head);
            if (head.Kind != BlockKind.Commit)
                continue;
            // A group is on disk before the next one begins, so only the last one can be torn.
            Apply(last);
            (last, group) = (group, []);
        }

        var isWhole = last.TrueForAll(head => ReadBody(head) is not null);
        if (isWhole)
            Apply(last);
        else if (offset < _file.Length)
            throw new HistoryDamagedException($"the group before {offset} is not what was written there");
        if (offset < _file.Length && IsFollowed(offset))
            throw new HistoryDamagedException($"what stands at {offset} is not what was written there");
    }

    private void TakeBack()
    {
        if (_end == _file.Length)
            return;
        _file.SetLength(_end);
        _file.Flush(flushToDisk: true);
    }

    /// <summary>A group with a later one behind it counts even if its own end is damaged.</summary>
    private void LoadSound()
    {
        var (group, offset) = (new List<BlockHead>(), (long)BlockFormat.FileHeaderLength);
        while (NextHead(offset) is { } head)
        {
            var isSound = ReadBody(head) is not null;
            offset = isSound ? head.Place.End : head.Place.Offset + 1;
            if (isSound)
                group.Add(head);
            if (head.Kind != BlockKind.Commit)
                continue;
            Apply(group);
            group = [];
        }
    }

    private void Apply(List<BlockHead> group)
    {
        foreach (var head in group)
        {
            if (head.Kind == BlockKind.Events)
                Directory.Apply(head.Info);
            else if (head.Kind == BlockKind.Forget)
                Directory.Forget(head.Team);
            else
                (FiledUpTo, _end) = (head.Commit.FiledUpTo, head.Place.End);
        }
    }

    /// <summary>Whether a whole group begins after this place, which proves that the bytes here had been on
    /// disk.</summary>
    private bool IsFollowed(long offset)
    {
        for (var at = offset; NextHead(at + 1) is { } head; at = head.Place.Offset)
            if (head.Kind == BlockKind.Commit && head.Commit.Start > offset)
                return true;
        return false;
    }

    /// <summary>The first sound head from this place on.</summary>
    private BlockHead? NextHead(long offset)
    {
        var window = new byte[1 << 16];
        while (offset < _file.Length)
        {
            _file.Position = offset;
            var read = _file.ReadAtLeast(window, window.Length, throwOnEndOfStream: false);
            var at = window.AsSpan(0, read).IndexOf(BlockFormat.BlockMagic);
            if (at >= 0 && ReadHead(offset + at) is { } head)
                return head;
            offset += at >= 0 ? at + 1 : Math.Max(1, read - BlockFormat.BlockMagic.Length + 1);
        }

        return null;
    }

    private BlockHead? ReadHead(long offset)
    {
        var start = Read(offset, UsualHead);
        if (BlockFormat.HeadLength(start) is not { } length)
            return null;
        var head = length <= start.Length ? start[..length] : Read(offset, length);
        return head.Length == length ? BlockFormat.ReadHead(_salt, offset, head) : null;
    }

    private byte[]? ReadBody(BlockHead head)
    {
        var body = Read(head.Place.Offset + head.Place.HeadLength, head.Place.BodyLength);
        return
            body.Length == head.Place.BodyLength
            && BlockFormat.Checksum(_salt, head.Place.Offset, body) == head.BodyChecksum
            ? body
            : null;
    }

    private byte[] Read(long offset, int length)
    {
        var bytes = new byte[Math.Max(0, Math.Min(length, _file.Length - offset))];
        _file.Position = offset;
        _file.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>A history has bytes that were not written there.</summary>
internal sealed class HistoryDamagedException(string message) : Exception(message);
