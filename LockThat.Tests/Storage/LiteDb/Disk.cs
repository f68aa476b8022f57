using LockThat.App.Storage.LiteDb.Pages;

namespace LockThat.Tests.Storage.LiteDb;

/// <summary>A disk for the store's files that can be full, or refuse to sync.</summary>
internal sealed class Disk
{
    /// <summary>Bytes by which files may still grow. The part of a write that fits is written, as on a real
    /// disk.</summary>
    public long Room { get; set; } = long.MaxValue;

    public bool RefusesToSync { get; set; }

    /// <summary>The one file that cannot be written; null for none.</summary>
    public string? RefusesToWrite { get; set; }

    /// <summary>How it refuses.</summary>
    public Func<string, Exception> Refusal { get; set; } = name => new IOException($"Input/output error : '{name}'");

    public int Syncs { get; private set; }

    /// <summary>Runs before each sync.</summary>
    public Action Syncing { get; set; } = () => { };

    private readonly Dictionary<string, DiskFile> _files = [];

    public FileStream Open(string path) => _files[path] = new DiskFile(this, path);

    /// <summary>Flips a bit in every page of an open file.</summary>
    public void Damage(string path)
    {
        var file = _files[path];
        for (var at = 100L; at < file.Length; at += PageFile.FrameSize)
            file.Flip(at);
    }

    private sealed class DiskFile(Disk disk, string path)
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
            if (disk.RefusesToWrite == Name)
                throw disk.Refusal(Name);
            var growth = Math.Max(0, Position + buffer.Length - Length);
            if (growth > disk.Room)
            {
                base.Write(buffer[..(int)(buffer.Length - growth + disk.Room)]);
                disk.Room = 0;
                throw new IOException($"No space left on device : '{Name}'");
            }

            base.Write(buffer);
            if (disk.Room != long.MaxValue)
                disk.Room -= growth;
        }

        public void Flip(long at)
        {
            Position = at;
            var flipped = (byte)(ReadByte() ^ 1);
            Position = at;
            base.Write([flipped]);
        }

        public override void Flush(bool flushToDisk)
        {
            if (disk.RefusesToSync)
                throw new IOException($"Input/output error : '{Name}'");
            disk.Syncing();
            disk.Syncs++;
            base.Flush(flushToDisk);
        }
    }
}
