using System.Threading.Channels;
using LiteDB;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.LiteDb.Memory;
using LockThat.App.Storage.LiteDb.Upgrades;

namespace LockThat.App.Storage.LiteDb.Writing;

/// <summary>
/// The one thread that owns the file. It takes up to 256 waiting tasks as one transaction and one flush, and answers
/// after that. When anything fails, it closes the file, answers "not stored", and tries to open the file again until
/// that works: it never goes on with a file in an unknown state.
/// </summary>
internal sealed partial class Writer(
    string path,
    Func<string, FileStream> open,
    StoreMemory memory,
    TimeProvider time,
    ILogger logger
)
{
    private const int MostWaiting = 4096;
    public const int MostInBatch = 256;
    private const int CheckpointPages = 1000;
    private static readonly TimeSpan RetryEvery = TimeSpan.FromSeconds(1);

    private readonly Channel<Work> _queue = Channel.CreateBounded<Work>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true }
    );
    private readonly Work _retry = new Work<bool>(_ => true, CancellationToken.None);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isStarted;
    private StoreFile? _file;
    private ITimer? _retries;
    private volatile string? _fault = $"{path} is not open";

    /// <summary>The reason why nothing can be stored at present; null when all is well.</summary>
    public string? Fault => _fault;

    /// <summary>Whether the file has been opened and read once, so that memory has the state.</summary>
    public bool HasOpened => _opened.Task.IsCompletedSuccessfully;

    /// <summary>Opens the file, reads it and begins to work.</summary>
    /// <exception cref="StorageException">It cannot be opened.</exception>
    public Task Open()
    {
        if (!Interlocked.Exchange(ref _isStarted, true))
            new Thread(Run) { Name = "Store writer", IsBackground = true }.Start();
        return _opened.Task;
    }

    /// <summary>False when it is closed, or when too much is waiting already.</summary>
    public bool TryAdd(Work work) => HasOpened && _queue.Writer.TryWrite(work);

    /// <summary>Finishes all waiting tasks, moves the log into the data file and closes.</summary>
    public Task Close()
    {
        _queue.Writer.TryComplete();
        return HasOpened ? _closed.Task : Task.CompletedTask;
    }

    private void Run()
    {
        try
        {
            OpenFile();
            _opened.SetResult();
        }
        catch (StorageException fault)
        {
            _opened.SetException(fault);
            return;
        }

        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            Serve();
        CloseFile();
    }

    private void Serve()
    {
        var works = new List<Work>();
        while (works.Count < MostInBatch && _queue.Reader.TryRead(out var work))
            works.Add(work);
        if (_file is null && works.Contains(_retry))
            Reopen();
        if (_file is not { } file)
        {
            FailAll(works);
            return;
        }

        try
        {
            Commit(file, works);
            if (file.LogPages > CheckpointPages)
                file.Checkpoint();
            foreach (var copy in works.OfType<CopyWork>())
                copy.Make(file);
        }
        catch (Exception fault)
        {
            Lose(file, fault);
            FailAll(works);
        }
    }

    private void Commit(StoreFile file, List<Work> works)
    {
        var batch = new Batch(memory);
        works.ForEach(work => work.Run(batch));
        if (batch.HasWrites)
            file.Commit(batch.Write);
        batch.Publish();
        works.ForEach(work => work.Complete());
    }

    private void FailAll(List<Work> works)
    {
        var fault = new StoreUnavailableException(_fault ?? path);
        works.ForEach(work => work.Fail(fault));
    }

    private void Lose(StoreFile file, Exception fault)
    {
        _file = null;
        _fault = $"{path} cannot be written: {fault.Message}";
        Log.Lost(logger, path, fault);
        _retries = time.CreateTimer(_ => _queue.Writer.TryWrite(_retry), null, RetryEvery, RetryEvery);
        try
        {
            file.GiveUp();
        }
        catch (Exception stuck)
        {
            // The writer goes on after any exception, because only it can open the file again.
            Log.Lost(logger, path, stuck);
        }
    }

    private void Reopen()
    {
        try
        {
            OpenFile();
            _retries?.Dispose();
            Log.Reopened(logger, path);
        }
        catch (StorageException fault)
        {
            if (_fault != fault.Message)
                Log.StillLost(logger, fault.Message);
            _fault = fault.Message;
            // Only an operator can mend these, and a file under repair is better left alone.
            if (fault.Fault is StorageFault.Damaged or StorageFault.FromTheFuture)
                _retries?.Dispose();
        }
    }

    private void OpenFile()
    {
        var file = Opened();
        try
        {
            memory.Load(file.Database);
        }
        catch (Exception fault) when (fault is IOException or StorageException)
        {
            file.GiveUp();
            throw fault as StorageException ?? Unreachable(fault);
        }
        catch (Exception fault)
            when (fault is LiteException or ArgumentException or FormatException or InvalidCastException)
        {
            file.Dispose();
            throw new StorageException(
                StorageFault.Damaged,
                $"{path} has something in it that cannot be understood: {fault.Message}",
                fault
            );
        }

        _file = file;
        _fault = null;
    }

    private StoreFile Opened()
    {
        try
        {
            var file = Schema.Open(path, open);
            // The file may open while the disk is still full, so recovery is reported only after a write.
            if (HasOpened)
                Prove(file);
            return file;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unreachable(fault);
        }
    }

    private StorageException Unreachable(Exception fault) =>
        new(StorageFault.Unreachable, $"{path} cannot be read and written: {fault.Message}", fault);

    private static void Prove(StoreFile file)
    {
        try
        {
            file.ProveRoom();
        }
        catch (IOException)
        {
            file.GiveUp();
            throw;
        }
    }

    private void CloseFile()
    {
        _retries?.Dispose();
        try
        {
            _file?.Checkpoint();
            _file?.Dispose();
        }
        catch (Exception fault) when (fault is IOException or LiteException)
        {
            // Nothing is lost: acknowledged changes are in the log, and are moved at the next start.
            Log.Lost(logger, path, fault);
            _file?.GiveUp();
        }

        _fault = $"{path} is closed";
        _closed.SetResult();
    }

    private static partial class Log
    {
        [LoggerMessage(100, LogLevel.Error, "The store {Path} failed: nothing is stored until it can be opened again")]
        public static partial void Lost(ILogger logger, string path, Exception fault);

        [LoggerMessage(101, LogLevel.Error, "The store is still unavailable: {Reason}")]
        public static partial void StillLost(ILogger logger, string reason);

        [LoggerMessage(102, LogLevel.Warning, "The store {Path} is open again")]
        public static partial void Reopened(ILogger logger, string path);
    }
}
