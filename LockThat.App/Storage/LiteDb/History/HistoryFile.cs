namespace LockThat.App.Storage.LiteDb.History;

/// <summary>
/// The events, workspace by workspace, in a file of its own beside the store. It belongs to one thread at a time. After
/// an <see cref="IOException"/> it must be disposed of and opened again, which removes a group that was cut short.
/// </summary>
internal sealed class HistoryFile : IDisposable
{
    /// <summary>Behind the name of a damaged file that was moved aside.</summary>
    public const string Damaged = "-damaged";

    /// <summary>Behind the name of the new file with the sound blocks, until it has the place of the damaged
    /// one.</summary>
    public const string Saved = "-saved";

    /// <summary>Behind the name of a store: the name of its history.</summary>
    public const string OfStore = "-history";

    /// <summary>Events of a full block.</summary>
    public const int BlockEvents = 512;

    // Many small blocks would make every page slow, and memory large.
    private const int MostSmallBlocks = 16;
    private const long LeastWaste = 4 << 20;

    private readonly string _path;
    private readonly Func<string, FileStream> _open;
    private BlockFile _file;

    private HistoryFile(string path, Func<string, FileStream> open, BlockFile file) =>
        (_path, _open, _file) = (path, open, file);

    /// <summary>The last batch of the tail up to which everything is in here.</summary>
    public long FiledUpTo => _file.FiledUpTo;

    public IReadOnlyCollection<string> Teams => _file.Directory.Teams;

    public long Count => _file.Directory.Events;

    public long Length => _file.Length;

    /// <summary>Whether a large part of the file is no longer needed.</summary>
    public bool IsWasteful => Waste > _file.Directory.LiveLength + LeastWaste;

    /// <summary>Whether any part of the file is no longer needed.</summary>
    public bool HasWaste => Waste > 0;

    private long Waste => _file.Length - _file.Directory.LiveLength;

    /// <summary>Looks whether this version knows the file. A file that is missing, damaged or cannot be read at present
    /// passes.</summary>
    /// <exception cref="StorageException">A later LockThat wrote it.</exception>
    public static void RequireKnown(string path)
    {
        if (!File.Exists(path))
            return;
        try
        {
            using var file = Reading(path);
            var header = new byte[BlockFormat.FileHeaderLength];
            var read = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            BlockFormat.RequireKnown(path, header.AsSpan(0, read));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The fault is told when the history is opened, and keeps nobody from locking.
            return;
        }
    }

    /// <exception cref="HistoryDamagedException">Something in it is not what was written there.</exception>
    public static HistoryFile Open(string path, Func<string, FileStream> open) =>
        new(path, open, BlockFile.Open(path, open));

    /// <summary>Opens one that is only read: a group that was cut short stays in the file, and does not
    /// count.</summary>
    /// <exception cref="HistoryDamagedException">Something in it is not what was written there.</exception>
    public static HistoryFile OpenToRead(string path) => new(path, Reading, BlockFile.OpenToRead(path, Reading));

    /// <summary>Creates one without events, in the place of an existing one.</summary>
    /// <param name="floor">Positions begin after it.</param>
    public static HistoryFile Create(string path, long floor, Func<string, FileStream> open)
    {
        BlockFile.Write(path, floor, open, _ => { });
        return Open(path, open);
    }

    /// <summary>A position that is above every one that was given before, where some may be lost.</summary>
    public static long FloorAt(DateTimeOffset now) => now.ToUnixTimeMilliseconds();

    /// <summary>Creates one with everything sound in another; it is empty when nothing is.</summary>
    public static HistoryFile Salvage(string damaged, string path, long floor, Func<string, FileStream> open)
    {
        try
        {
            using var sound = BlockFile.OpenSound(damaged, open);
            BlockFile.Write(path, floor, open, copy => CopyTo(copy, sound));
        }
        catch (HistoryDamagedException)
        {
            return Create(path, floor, open);
        }

        return Open(path, open);
    }

    /// <summary>The newest position of a workspace; 0 when nothing was ever filed.</summary>
    public long Position(string team) => _file.Directory.Newest(team);

    /// <summary>The position before that of the workspace's next event.</summary>
    public long LastGiven(string team) => Math.Max(_file.Floor, Position(team));

    /// <summary>Adds events in their order, gives them their positions, and returns once the disk has them.</summary>
    /// <param name="events">Without positions.</param>
    /// <param name="filedUpTo">The batch of the tail that they end with.</param>
    public void Append(IEnumerable<(string Team, HistoryEntry Entry)> events, long filedUpTo)
    {
        var group = new BlockGroup();
        foreach (var team in events.GroupBy(one => one.Team, one => one.Entry, StringComparer.Ordinal))
        {
            var last = LastGiven(team.Key);
            Add(group, team.Key, [.. team.Select(entry => entry with { Position = ++last })]);
        }

        _file.Append(group, filedUpTo);
    }

    /// <summary>Notes that there is nothing to wait for up to this batch of the tail.</summary>
    public void NoteFiled(long upTo) => _file.Append(new BlockGroup(), upTo);

    /// <summary>Notes that the positions of a workspace up to this one were given.</summary>
    public void NotePosition(string team, long position) => _file.Append(Mark(team, position), _file.FiledUpTo);

    /// <summary>Adds events that have positions, which follow the existing ones.</summary>
    public void AppendAsTheyAre(string team, IReadOnlyList<HistoryEntry> entries)
    {
        var group = new BlockGroup();
        Add(group, team, entries);
        _file.Append(group, _file.FiledUpTo);
    }

    /// <summary>The newest wanted events, the newest first.</summary>
    public IReadOnlyList<HistoryEntry> Page(HistorySearch search, int most)
    {
        var found = new List<HistoryEntry>();
        var blocks = _file.Directory.Of(search.Team);
        for (var at = blocks.Count - 1; at >= 0 && found.Count < most; at--)
            if (search.MayBeIn(blocks[at]))
                found.AddRange(_file.Entries(blocks[at]).Reverse().Where(search.Wants).Take(most - found.Count));
        return found;
    }

    /// <summary>The first events after a position, in their order.</summary>
    public IReadOnlyList<HistoryEntry> After(string team, long position, int most) =>
        [
            .. _file
                .Directory.Of(team)
                .Where(block => block.To > position)
                .SelectMany(_file.Entries)
                .Where(entry => entry.Position > position)
                .Take(most),
        ];

    /// <summary>Removes at most so many events that happened before a moment, and returns how many.</summary>
    public int Prune(DateTimeOffset olderThan, int most)
    {
        var moment = olderThan.ToUnixTimeMilliseconds();
        var (group, pruned) = (new BlockGroup(), 0);
        foreach (var block in Teams.SelectMany(_file.Directory.Of).Where(block => block.Earliest < moment))
        {
            var entries = _file.Entries(block);
            var old = entries.Where(entry => entry.At < moment).Take(most - pruned).Select(entry => entry.Position);
            var gone = old.ToHashSet();
            group.Put(block.Team, block.From, block.To, [.. entries.Where(entry => !gone.Contains(entry.Position))]);
            pruned += gone.Count;
            if (pruned == most)
                break;
        }

        if (!group.IsEmpty)
            _file.Append(group, _file.FiledUpTo);
        // At the end of a run, so that the old events leave the disk, too.
        if (pruned > 0 && pruned < most)
            Tidy();
        return pruned;
    }

    /// <summary>Removes all events of a workspace; they are gone from the disk, too, once this returns.</summary>
    /// <returns>The number of these events.</returns>
    public int Forget(string team)
    {
        if (!Teams.Contains(team))
        {
            // The run before may have ended between the two steps below.
            if (HasWaste)
                Tidy();
            return 0;
        }

        var count = _file.Directory.Of(team).Sum(block => block.Count);
        var group = new BlockGroup();
        group.Forget(team);
        _file.Append(group, _file.FiledUpTo);
        Tidy();
        return count;
    }

    /// <summary>Writes the file again, with the parts that are still needed.</summary>
    public void Tidy()
    {
        BlockFile.Write(_path + "-tidy", _file.Floor, _open, copy => CopyTo(copy, _file));
        _file.Dispose();
        File.Move(_path + "-tidy", _path, overwrite: true);
        Pages.Folder.Sync(Pages.AtomicFile.FolderOf(_path));
        _file = BlockFile.Open(_path, _open);
    }

    /// <summary>Writes a file of this name with everything in this one; each block is read and checked.</summary>
    public void CopyTo(string path) => CopyTo(path, _open);

    /// <summary>The same, with another way to open the file.</summary>
    public void CopyTo(string path, Func<string, FileStream> open) =>
        BlockFile.Write(path, _file.Floor, open, copy => CopyTo(copy, _file));

    /// <summary>Everything of a workspace, in its order.</summary>
    public IEnumerable<HistoryEntry> All(string team) => _file.Directory.Of(team).SelectMany(_file.Entries);

    public void Dispose() => _file.Dispose();

    private void Add(BlockGroup group, string team, IReadOnlyList<HistoryEntry> entries)
    {
        var small = _file.Directory.SmallAtEnd(team, BlockEvents);
        var isMerged = small.Count >= MostSmallBlocks || small.Sum(block => block.Count) + entries.Count >= BlockEvents;
        var all = isMerged ? [.. small.SelectMany(_file.Entries), .. entries] : entries;
        var from = isMerged && small.Count > 0 ? small[0].From : all[0].Position;
        foreach (var some in all.Chunk(BlockEvents))
        {
            group.Put(team, from, some[^1].Position, some);
            from = some[^1].Position + 1;
        }
    }

    private static FileStream Reading(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.RandomAccess);

    private static void CopyTo(BlockFile copy, BlockFile from)
    {
        foreach (var team in from.Directory.Teams)
        {
            var (blocks, newest) = (from.Directory.Of(team), from.Directory.Newest(team));
            foreach (var some in blocks.Chunk(64))
            {
                var group = new BlockGroup();
                foreach (var block in some)
                    group.Put(block, from.Packed(block));
                copy.Append(group, from.FiledUpTo);
            }

            // The removed event was the newest, and its position must not be given again.
            if (blocks.Count == 0 || blocks[^1].To < newest)
                copy.Append(Mark(team, newest), from.FiledUpTo);
        }

        copy.Append(new BlockGroup(), from.FiledUpTo);
    }

    private static BlockGroup Mark(string team, long newest)
    {
        var mark = new BlockGroup();
        mark.Put(team, newest, newest, []);
        return mark;
    }
}
