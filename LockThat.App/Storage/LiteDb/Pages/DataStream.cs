namespace LockThat.App.Storage.LiteDb.Pages;

/// <summary>LiteDB's data file over our own frames. It is written only while its owner moves the log into it, and never
/// before the log is on disk.</summary>
internal sealed class DataStream : PageStream
{
    private static readonly byte[] Blank = new byte[LitePage.Size];

    private readonly PageFile _file;
    private readonly LogStream _log;
    private long _pages;
    private bool _takesLog;

    public DataStream(PageFile file, LogStream log)
    {
        _file = file;
        _log = log;
        _pages = file.PageCount;
    }

    public string Path => _file.Path;

    protected override long PageCount => _pages;

    public bool IsGood(long index, Span<byte> page) => index < _pages && _file.Read(index, page) is not null;

    public bool EndsInTornFrame => _file.EndsInTornFrame;

    /// <summary>Lets LiteDB, or our own recovery, move the log in. At any other time a write is a bug, and
    /// refused.</summary>
    public void TakeLog(Action move)
    {
        _takesLog = true;
        try
        {
            move();
        }
        finally
        {
            _takesLog = false;
        }
    }

    public override void ReadPage(long index, Span<byte> page)
    {
        if (!IsGood(index, page))
            throw Damaged($"page {index} is not what was written there");
    }

    public override void WritePage(long index, ReadOnlySpan<byte> page)
    {
        if (!_takesLog)
            throw new InvalidOperationException("The data file is written by a checkpoint only");
        _log.Sync();
        // LiteDB may write a later page first; the pages before it must not look damaged if it never writes them.
        for (; _pages < index; _pages++)
            _file.Write(_pages, Blank, salt: 0);
        _file.Write(index, page, salt: 0);
        _pages = Math.Max(_pages, index + 1);
    }

    public override void Flush() => _file.Sync();

    public override void SetLength(long value) => throw new NotSupportedException("The data file never shrinks");

    public StorageException Damaged(string what) =>
        new(
            StorageFault.Damaged,
            $"{Path} is damaged: {what}. It has been left as it is: restore a backup, or move it and {Path}-log away to begin anew."
        );

    protected override void Dispose(bool disposing)
    {
        _file.Dispose();
        base.Dispose(disposing);
    }
}
