using LockThat.App.Identifiers;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.LiteDb.Backup;
using LockThat.App.Storage.LiteDb.History;
using LockThat.App.Storage.LiteDb.Writing;

namespace LockThat.App.Storage.LiteDb;

/// <summary>The history lies in a file of its own; events that are not filed yet are in the tail.</summary>
public sealed partial class LiteDbStore : IHistoryStore
{
    public async ValueTask<HistoryPage> Page(HistoryQuery query, CancellationToken cancellationToken)
    {
        var tail = Opened.Tail;
        var found = await _history.Ask(
            // Only this thread files, so the batches that the file lacks are exactly those that follow.
            file => HistoryPages.Find(file, tail.All(), query),
            cancellationToken
        );
        return new(
            [.. found.Take(query.Count).Select(HistoryPages.ToStored).OfType<StoredEvent>()],
            found.Count > query.Count
        );
    }

    public async ValueTask<IReadOnlyList<StoredEvent>> After(
        TeamId team,
        long position,
        int most,
        CancellationToken cancellationToken
    )
    {
        var found = await Ask(file => file.After(team.Value, position, most), cancellationToken);
        return [.. found.Select(HistoryPages.ToStored).OfType<StoredEvent>()];
    }

    public async ValueTask<long> Position(TeamId team, CancellationToken cancellationToken) =>
        await Ask(file => file.Position(team.Value), cancellationToken);

    public async Task<int> File(int most, CancellationToken cancellationToken)
    {
        var tail = Opened.Tail;
        if (tail.Count == 0)
            return 0;
        // First to the disk of the history, then off the tail. In between, a batch is in both, and counts once by its
        // number. The history's thread looks at the tail itself, so that it files nothing that was purged until then.
        var (filed, upTo) = await _history.Ask(
            file =>
                tail.Oldest(most) is { Count: > 0 } waiting
                    ? (HistoryPages.File(file, waiting), waiting[^1].Number)
                    : (0, 0L),
            cancellationToken
        );
        if (upTo > 0)
            await Run(batch => batch.Tail.Filed(upTo), cancellationToken);
        return filed;
    }

    public async Task<int> Prune(DateTimeOffset olderThan, int most, CancellationToken cancellationToken) =>
        HasHistory ? await Ask(file => file.Prune(olderThan, most), cancellationToken) : 0;

    /// <summary>Copies everything acknowledged so far into a file that is a store of its own, with its history beside
    /// it. Neither may exist yet.</summary>
    /// <param name="path">A whole path.</param>
    /// <exception cref="IOException">One exists, or cannot be written.</exception>
    public async Task CopyTo(string path, CancellationToken cancellationToken)
    {
        var history = path + HistoryFile.OfStore;
        if (System.IO.Path.Exists(path) || System.IO.Path.Exists(history))
            throw new IOException($"{path} exists already");
        // Nothing is filed between the two copies, so events that the copied history lacks are in the tail of the
        // copied store.
        var isCopied = false;
        try
        {
            if (await Ask(file => CopyBoth(file, path, history), cancellationToken) is { } fault)
                throw fault;
            isCopied = true;
        }
        catch (StoreUnavailableException fault) when (_history.Fault is { } reason)
        {
            throw new StoreUnavailableException(BackupHistory.NotCopied(_history.Path, reason), fault);
        }
        finally
        {
            // Otherwise the next try would find a file of this name.
            if (!isCopied)
                System.IO.File.Delete(history);
        }
    }

    /// <summary>Null when both are there, else the error of writing them, which is no fault of the history.</summary>
    private IOException? CopyBoth(HistoryFile file, string path, string history)
    {
        try
        {
            file.CopyTo(history);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new IOException(BackupHistory.NotCopied(_history.Path, fault.Message), fault);
        }

        var copy = new CopyWork(path);
        try
        {
            if (!_writer.TryAdd(copy))
                throw new StoreUnavailableException("The store is closed, or has too much to do");
            copy.Done.GetAwaiter().GetResult();
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault as IOException ?? new IOException(fault.Message, fault);
        }
    }

    // Looking for old events makes no file where nothing was ever filed.
    private bool HasHistory => Opened.FiledUpTo > 0 || System.IO.File.Exists(_history.Path);

    private Task<T> Ask<T>(Func<HistoryFile, T> act, CancellationToken cancellationToken)
    {
        _ = Opened;
        return _history.Ask(act, cancellationToken);
    }
}
