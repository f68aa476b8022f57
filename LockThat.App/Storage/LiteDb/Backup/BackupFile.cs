using LiteDB;
using LiteDB.Engine;
using LockThat.App.Storage.LiteDb.History;
using LockThat.App.Storage.LiteDb.Pages;
using LockThat.App.Storage.LiteDb.Upgrades;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.Backup;

/// <summary>A copy of a store, in one file without a log. Every page is checked before anything is taken from
/// it.</summary>
internal sealed class BackupFile : PageStream
{
    private readonly PageFile _file;

    /// <exception cref="StorageException">It is missing, no store of ours, damaged, or from the future.</exception>
    public BackupFile(string path)
    {
        FileFaults.RequireNoFolder(path);
        try
        {
            _file = new PageFile(path, Read);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(StorageFault.Unreachable, $"{path} cannot be read: {fault.Message}", fault);
        }

        try
        {
            HistoryFile.RequireKnown(path + HistoryFile.OfStore);
            Verify();
            Contents = Count();
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    public Contents Contents { get; }

    protected override long PageCount => _file.PageCount;

    public override void ReadPage(long index, Span<byte> page)
    {
        if (_file.Read(index, page) is null)
            throw Damaged($"page {index} is not what was written there");
    }

    /// <summary>Puts the same pages in the place of a store.</summary>
    public void CopyTo(string path, Func<string, FileStream> open) =>
        AtomicFile.Write(path, replaces: false, open, PageCount, ReadPage);

    public override void WritePage(long index, ReadOnlySpan<byte> page) =>
        throw new NotSupportedException("A backup is only read");

    public override void SetLength(long value) => throw new NotSupportedException("A backup is only read");

    public override void Flush() { }

    protected override void Dispose(bool disposing)
    {
        _file.Dispose();
        base.Dispose(disposing);
    }

    private void Verify()
    {
        if (PageCount == 0 || _file.EndsInTornFrame)
            throw Damaged("its last page is cut short");
        var page = new byte[LitePage.Size];
        for (var index = PageCount - 1; index >= 0; index--)
            ReadPage(index, page);
        if (LitePage.LastPageId(page) >= PageCount)
            throw Damaged($"it ends after {PageCount} pages of {LitePage.LastPageId(page) + 1}");
    }

    private Contents Count()
    {
        try
        {
            using var engine = new LiteEngine(new EngineSettings { DataStream = this, ReadOnly = true });
            using var database = new LiteDatabase(engine, new BsonMapper());
            Schema.Require(database.UserVersion, _file.Path);
            var counts = StoredTables.All.ToDictionary(
                table => table,
                table =>
                    database
                        .GetCollection(table.Name)
                        .FindAll()
                        .Select(row => table.Read(OneCodec.BodyOf(table, row)))
                        .LongCount()
            );
            return new(
                database.UserVersion,
                counts[StoredTables.Resources],
                counts[StoredTables.Notices],
                counts[StoredTables.Installations]
            );
        }
        catch (Exception fault)
            when (fault is LiteException or ArgumentException or FormatException or InvalidCastException)
        {
            throw Damaged(fault.Message);
        }
    }

    private StorageException Damaged(string what) =>
        new(StorageFault.Damaged, $"{_file.Path} is no sound backup: {what}. Take another one.");

    private static FileStream Read(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
}

/// <summary>The contents of a store.</summary>
internal sealed record Contents(int Version, long Resources, long Notices, long Installations)
{
    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{Resources} resources, {Notices} notices under way, {Installations} installations, version {Version}"
        );
}
