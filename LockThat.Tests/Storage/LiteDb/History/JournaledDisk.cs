namespace LockThat.Tests.Storage.LiteDb.History;

/// <summary>A disk that remembers each write and each sync, so that it can be put as a power cut would have left
/// it.</summary>
internal sealed class JournaledDisk(IReadOnlyDictionary<string, byte[]> before)
{
    private readonly System.Threading.Lock _gate = new();
    private readonly List<Step> _steps = [];

    /// <summary>How much it has done so far.</summary>
    public int Steps
    {
        get
        {
            lock (_gate)
                return _steps.Count;
        }
    }

    public FileStream Open(string path) => new JournaledFile(this, path);

    /// <summary>The bytes of a file after so many steps, when after its last sync only a part of what was written has
    /// reached the disk.</summary>
    public byte[] Cut(string path, int steps, Random random)
    {
        var own = _steps.Take(steps).Where(step => step.Path == path).ToList();
        var synced = own.FindLastIndex(step => step.IsSync) + 1;
        using var file = new MemoryStream();
        file.Write(before[path]);
        own.Take(synced).ToList().ForEach(step => step.Do(file, step.Length));
        var left = random.Next(own.Skip(synced).Sum(step => step.Length) + 1);
        foreach (var step in own.Skip(synced).TakeWhile(_ => left > 0))
        {
            step.Do(file, Math.Min(left, step.Length));
            left -= step.Length;
        }

        return file.ToArray();
    }

    private void Note(Step step)
    {
        lock (_gate)
            _steps.Add(step);
    }

    /// <summary>A write, a new length, or a sync.</summary>
    private sealed record Step(string Path, long At = 0, byte[]? Bytes = null, long? NewLength = null)
    {
        public bool IsSync => Bytes is null && NewLength is null;

        public int Length => IsSync ? 0 : Bytes?.Length ?? 1;

        public void Do(MemoryStream file, int bytes)
        {
            if (NewLength is { } length)
                file.SetLength(length);
            if (Bytes is null)
                return;
            file.Position = At;
            file.Write(Bytes.AsSpan(0, bytes));
        }
    }

    private sealed class JournaledFile(JournaledDisk disk, string path)
        : FileStream(
            path,
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 0,
            FileOptions.RandomAccess
        )
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            disk.Note(new(Name, Position, buffer.ToArray()));
            base.Write(buffer);
        }

        public override void SetLength(long value)
        {
            disk.Note(new(Name, NewLength: value));
            base.SetLength(value);
        }

        public override void Flush(bool flushToDisk)
        {
            base.Flush(flushToDisk);
            if (flushToDisk)
                disk.Note(new(Name));
        }
    }
}
