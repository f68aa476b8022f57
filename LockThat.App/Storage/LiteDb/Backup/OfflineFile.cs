using System.Runtime.CompilerServices;
using LiteDB;
using LockThat.App.Storage.LiteDb.History;
using LockThat.App.Storage.LiteDb.Pages;
using LockThat.App.Storage.LiteDb.Upgrades;
using LockThat.App.Storage.LiteDb.Writing;
using LockThat.App.Storage.Migration;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.Backup;

/// <summary>The embedded store, opened by the command that moves it, in the place of the app.</summary>
internal sealed class OfflineFile : IOfflineStore
{
    private readonly string _path;
    private readonly DateTimeOffset _now;
    private readonly LockedCopy? _held;
    private readonly OfflineHistory _history;
    private StoreFile _file;

    private OfflineFile(string path, DateTimeOffset now, LockedCopy? held)
    {
        (_path, _now, _held) = (path, now, held);
        _file = Guarded(Opened);
        try
        {
            _history = Guarded(() => new OfflineHistory(path + HistoryFile.OfStore));
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    public string Place => _held?.Path ?? _path;

    /// <summary>The store at this path, created when there is none and brought up to date as by a start.</summary>
    public static OfflineFile Open(string path, DateTimeOffset now) => new(path, now, null);

    /// <summary>A copy of the store at this path, so that nothing is written to the original, even when it is of an
    /// older version.</summary>
    public static OfflineFile OpenCopy(string path, DateTimeOffset now)
    {
        var held = new LockedCopy(path);
        try
        {
            return new(held.Copy, now, held);
        }
        catch (StorageException fault)
        {
            held.Dispose();
            throw new StorageException(
                fault.Fault,
                fault.Message.Replace(held.Copy, path, StringComparison.Ordinal),
                fault
            );
        }
    }

    public async IAsyncEnumerable<StoredRow> Read([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Read at once, because LiteDB does not allow one reading on two threads.
        var (rows, tail) = Guarded(() =>
            (FileRows.Read(_file.Database, _now, cancellationToken), FileRows.Tail(_file.Database))
        );
        foreach (var row in rows)
            yield return row;
        using var events = _history.Read(tail, FileRows.Teams(rows)).GetEnumerator();
        while (Guarded(() => events.MoveNext()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return events.Current;
        }
    }

    public async Task Add(IAsyncEnumerable<StoredRow> rows, CancellationToken cancellationToken)
    {
        var all = new List<StoredRow>();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (row is StoredRow.AnEvent happened)
                Guarded(() => _history.Add(happened));
            else if (row is StoredRow.APosition given)
                Guarded(() => _history.Add(given));
            else
                all.Add(row);
        }

        cancellationToken.ThrowIfCancellationRequested();
        Guarded(() =>
        {
            if (all.Count > 0)
                _file.Commit(database => FileRows.Insert(database, all, _now));
            _file.Checkpoint();
            _history.Keep();
            _file.Dispose();
            // Opened again, so that it is read from the disk, and not from LiteDB's cache.
            return _file = Opened();
        });
    }

    public Task Keep(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _history.Dispose();
        _file.Dispose();
        _held?.Dispose();
        return ValueTask.CompletedTask;
    }

    private StoreFile Opened() => Schema.Open(_path, PageFile.OpenExclusively);

    private T Guarded<T>(Func<T> act)
    {
        try
        {
            return FileFaults.AsStorageException(_path, act);
        }
        catch (Exception fault)
            when (fault
                    is LiteException
                        or ArgumentException
                        or FormatException
                        or InvalidCastException
                        or HistoryDamagedException
            )
        {
            throw new StorageException(
                StorageFault.Damaged,
                $"{Place} has something in it that cannot be understood: {fault.Message}",
                fault
            );
        }
    }
}
