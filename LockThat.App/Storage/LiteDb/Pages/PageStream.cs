namespace LockThat.App.Storage.LiteDb.Pages;

/// <summary>A stream of whole pages, because LiteDB reads and writes its data and log streams by whole pages
/// only.</summary>
internal abstract class PageStream : Stream
{
    public sealed override bool CanRead => true;

    public sealed override bool CanSeek => true;

    public sealed override bool CanWrite => true;

    public sealed override long Length => PageCount * LitePage.Size;

    public sealed override long Position { get; set; }

    protected abstract long PageCount { get; }

    public abstract void ReadPage(long index, Span<byte> page);

    public abstract void WritePage(long index, ReadOnlySpan<byte> page);

    public sealed override int Read(byte[] buffer, int offset, int count)
    {
        var index = PageAt(count);
        if (index >= PageCount)
            return 0;
        ReadPage(index, buffer.AsSpan(offset, count));
        Position += count;
        return count;
    }

    public sealed override void Write(byte[] buffer, int offset, int count)
    {
        WritePage(PageAt(count), buffer.AsSpan(offset, count));
        Position += count;
    }

    public sealed override long Seek(long offset, SeekOrigin origin) =>
        Position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => Position + offset,
            _ => Length + offset,
        };

    private long PageAt(int count) =>
        Position % LitePage.Size == 0 && count == LitePage.Size
            ? Position / LitePage.Size
            : throw new NotSupportedException($"LiteDB asked for {count} bytes at {Position}: not one whole page");
}
