namespace LockThat.Tests.Storage.LiteDb;

/// <summary>A disk for the store's files that can be full, or refuse to sync.</summary>
sealed class Disk
{
    /// <summary>Bytes by which files may still grow. What fits of a write is written, as on a real disk.</summary>
    public long Room { get; set; } = long.MaxValue;

    public bool RefusesToSync { get; set; }

    public int Syncs { get; private set; }

    public FileStream Open(string path) => new DiskFile(this, path);

    sealed class DiskFile(Disk disk, string path)
        : FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.RandomAccess)
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            var growth = Math.Max(0, Position + buffer.Length - Length);
            if (growth > disk.Room)
            {
                base.Write(buffer[..(int)(buffer.Length - growth + disk.Room)]);
                disk.Room = 0;
                throw new IOException($"No space left on device : '{Name}'");
            }

            base.Write(buffer);
            if (disk.Room != long.MaxValue) disk.Room -= growth;
        }

        public override void Flush(bool flushToDisk)
        {
            if (disk.RefusesToSync) throw new IOException($"Input/output error : '{Name}'");
            disk.Syncs++;
            base.Flush(flushToDisk);
        }
    }
}
