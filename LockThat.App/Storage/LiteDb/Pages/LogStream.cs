using System.Security.Cryptography;

namespace LockThat.App.Storage.LiteDb.Pages;

/// <summary>
/// LiteDB's log over our own frames. LiteDB writes it on a thread of its own, and its Commit returns before that. Here
/// a commit waits for its pages and then syncs once. A failed write is not thrown on LiteDB's thread, which would not
/// survive it, but in the waiting commit; from then on the log is broken and nothing may be taken from it.
/// </summary>
internal sealed class LogStream : PageStream
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // About what a small batch takes.
    private const int ProvenPages = 8;

    private readonly PageFile _file;

    // LiteDB's thread writes; the owner's thread reads, waits and syncs.
    private readonly object _gate = new();
    private ulong _salt;
    private long _pages;
    private long _durablePages;
    private long _confirmed;
    private bool _synced;
    private Exception? _broken;

    /// <summary>Reads the frames in order, up to the first that is not good: a prefix of the written ones.</summary>
    public LogStream(PageFile file)
    {
        _file = file;
        var page = new byte[LitePage.Size];
        if (file.Read(0, page) is { } salt)
        {
            _salt = salt;
            _pages = 1;
            while (file.Read(_pages, page) == salt)
                _pages++;
        }
        else
        {
            _salt = NewSalt();
        }
    }

    /// <summary>The number of transactions that have reached the file, on disk or not.</summary>
    public long Confirmed
    {
        get
        {
            lock (_gate)
                return _confirmed;
        }
    }

    public long Pages
    {
        get
        {
            lock (_gate)
                return _pages;
        }
    }

    protected override long PageCount => Pages;

    public override void ReadPage(long index, Span<byte> page)
    {
        lock (_gate)
        {
            ThrowIfBroken();
            if (_file.Read(index, page) != _salt)
                throw new IOException($"Page {index} of {_file.Path} is not what was written there");
        }
    }

    public override void WritePage(long index, ReadOnlySpan<byte> page)
    {
        lock (_gate)
        {
            _synced = false;
            if (_broken is null)
                Append(index, page);
            if (LitePage.IsConfirmed(page))
                _confirmed++;
            Monitor.PulseAll(_gate);
        }
    }

    private void Append(long index, ReadOnlySpan<byte> page)
    {
        try
        {
            _file.Write(index, page, _salt);
            _pages = Math.Max(_pages, index + 1);
        }
        catch (IOException fault)
        {
            _broken = fault;
        }
    }

    /// <summary>Does nothing: LiteDB also flushes within a transaction, whenever its queue is empty. Only
    /// <see cref="Sync"/> counts.</summary>
    public override void Flush() { }

    /// <summary>Returns once the transaction that follows the <paramref name="confirmed"/> ones is on disk, or throws
    /// the error of writing it.</summary>
    public void AwaitCommit(long confirmed)
    {
        lock (_gate)
        {
            while (_confirmed <= confirmed)
                if (!Monitor.Wait(_gate, Patience))
                    throw new IOException($"LiteDB did not write its commit to {_file.Path}");
        }

        Sync();
    }

    public void Sync()
    {
        lock (_gate)
        {
            ThrowIfBroken();
            if (_synced)
                return;
            BreakOnFailure(_file.Sync);
            _durablePages = _pages;
            _synced = true;
        }
    }

    /// <summary>Throws unless a few more pages can be written. They belong to no transaction, and are not
    /// kept.</summary>
    public void ProveRoom()
    {
        lock (_gate)
        {
            ThrowIfBroken();
            var blank = new byte[LitePage.Size];
            BreakOnFailure(() =>
            {
                for (var index = _pages; index < _pages + ProvenPages; index++)
                    _file.Write(index, blank, _salt);
                _file.Sync();
                _file.Truncate(_pages);
                _file.Sync();
            });
        }
    }

    /// <summary>
    /// Begins the next generation when LiteDB has moved everything to the data file. It is synced at once, so that
    /// after a power cut no page of the old generation can be before one of the new.
    /// </summary>
    public override void SetLength(long value)
    {
        lock (_gate)
        {
            ThrowIfBroken();
            BreakOnFailure(() => _file.Truncate(value / LitePage.Size));
            BreakOnFailure(_file.Sync);
            _pages = _durablePages = value / LitePage.Size;
            _salt = NewSalt();
            _synced = true;
        }
    }

    /// <summary>Removes pages that were written but never acknowledged, so that "not stored" stays true; a log that
    /// cannot even shrink is left alone.</summary>
    public void TakeBack()
    {
        lock (_gate)
        {
            _broken ??= new IOException($"{_file.Path} was given up");
            _file.Truncate(_durablePages);
            _file.Sync();
        }
    }

    protected override void Dispose(bool disposing)
    {
        lock (_gate)
        {
            _broken ??= new ObjectDisposedException(nameof(LogStream));
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    private void ThrowIfBroken()
    {
        if (_broken is not null)
            throw new IOException(_broken.Message, _broken);
    }

    private void BreakOnFailure(Action act)
    {
        try
        {
            act();
        }
        catch (IOException fault)
        {
            _broken = fault;
            throw;
        }
    }

    private static ulong NewSalt() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}
