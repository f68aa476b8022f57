using System.Threading.Channels;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.LiteDb.Pages;

namespace LockThat.App.Storage.LiteDb.History;

/// <summary>
/// The one thread that has the history file. It opens the file at the first request, and the writer never waits for it.
/// The store goes on after any failure of the file: a damaged one is moved aside and its sound blocks are taken over,
/// and one that cannot be written is tried again with each request.
/// </summary>
internal sealed partial class HistoryThread(
    string path,
    Func<string, FileStream> open,
    Func<long> filedUpTo,
    TimeProvider time,
    ILogger logger
)
{
    private readonly Channel<Request> _requests = Channel.CreateUnbounded<Request>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isStarted;
    private HistoryFile? _file;
    private volatile string? _fault;

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>The reason why the last request was not served; null when all is well.</summary>
    public string? Fault => _fault;

    /// <summary>Does something with the file, after all earlier requests.</summary>
    /// <exception cref="StoreUnavailableException">The file cannot be used at present.</exception>
    public Task<T> Ask<T>(Func<HistoryFile, T> act, CancellationToken cancellationToken)
    {
        if (!Interlocked.Exchange(ref _isStarted, true))
            new Thread(Run) { Name = "History", IsBackground = true }.Start();
        var request = new Request<T>(act);
        if (!_requests.Writer.TryWrite(request))
            throw new StoreUnavailableException("The history is closed");
        return request.Done.WaitAsync(cancellationToken);
    }

    /// <summary>Finishes all requests, and closes the file.</summary>
    public Task Close()
    {
        _requests.Writer.TryComplete();
        return _isStarted ? _closed.Task : Task.CompletedTask;
    }

    private void Run()
    {
        while (_requests.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (_requests.Reader.TryRead(out var request))
                Serve(request);
        }

        _file?.Dispose();
        _closed.SetResult();
    }

    private void Serve(Request request)
    {
        try
        {
            try
            {
                request.Run(_file ??= Opened());
            }
            catch (HistoryDamagedException damage)
            {
                _file?.Dispose();
                request.Run(_file = Saved(damage));
            }

            if (_fault is not null)
                Log.Recovered(logger, path);
            _fault = null;
        }
        catch (Exception fault)
            when (fault is IOException or UnauthorizedAccessException or HistoryDamagedException or StorageException)
        {
            // After a failure the contents of the file are unknown, so the next request opens it again.
            _file?.Dispose();
            _file = null;
            if (_fault != fault.Message)
                Log.Failed(logger, path, fault);
            _fault = fault.Message;
            request.Fail(new StoreUnavailableException($"The history {path} cannot be used: {fault.Message}", fault));
        }
    }

    private HistoryFile Opened()
    {
        if (!File.Exists(path) && File.Exists(path + HistoryFile.Saved))
            File.Move(path + HistoryFile.Saved, path);
        if (!File.Exists(path))
            return Begun();
        var file = HistoryFile.Open(path, open);
        if (file.FiledUpTo >= filedUpTo())
            return file;
        file.Dispose();
        throw new HistoryDamagedException("its end is missing: the store has filed more");
    }

    private HistoryFile Begun()
    {
        if (filedUpTo() == 0)
            return HistoryFile.Create(path, 0, open);
        Log.Missing(logger, path);
        var file = HistoryFile.Create(path, Floor, open);
        file.NoteFiled(filedUpTo());
        return file;
    }

    private HistoryFile Saved(HistoryDamagedException damage)
    {
        HistoryFile.Salvage(path, path + HistoryFile.Saved, Floor, open).Dispose();
        File.Move(path, path + HistoryFile.Damaged, overwrite: true);
        File.Move(path + HistoryFile.Saved, path);
        Folder.Sync(AtomicFile.FolderOf(path));
        var file = HistoryFile.Open(path, open);
        // Batches up to here are off the tail, and do not come again.
        file.NoteFiled(Math.Max(file.FiledUpTo, filedUpTo()));
        Log.Damaged(logger, path, damage.Message, file.Count, path + HistoryFile.Damaged);
        return file;
    }

    /// <summary>Above every position that was given before.</summary>
    private long Floor => HistoryFile.FloorAt(time.GetUtcNow());

    private abstract class Request
    {
        /// <summary>A failure of the file is thrown; any other goes to the caller.</summary>
        public abstract void Run(HistoryFile file);

        public abstract void Fail(Exception fault);
    }

    private sealed class Request<T>(Func<HistoryFile, T> act) : Request
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<T> Done => _done.Task;

        public override void Run(HistoryFile file)
        {
            try
            {
                _done.SetResult(act(file));
            }
            catch (Exception fault)
                when (fault is not (IOException or UnauthorizedAccessException or HistoryDamagedException))
            {
                Fail(fault);
            }
        }

        public override void Fail(Exception fault)
        {
            // Observed here, because a caller who went away would leave the exception unobserved.
            if (_done.TrySetException(fault))
                _ = _done.Task.Exception;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            115,
            LogLevel.Error,
            "The history {Path} is damaged: {Reason}. {Events} events of it are sound and go on; the damaged file is kept as {Kept}"
        )]
        public static partial void Damaged(ILogger logger, string path, string reason, long events, string kept);

        [LoggerMessage(
            116,
            LogLevel.Error,
            "The history {Path} cannot be used. Locking goes on, and new events are filed once the history can be written"
        )]
        public static partial void Failed(ILogger logger, string path, Exception fault);

        [LoggerMessage(117, LogLevel.Warning, "The history {Path} can be used again")]
        public static partial void Recovered(ILogger logger, string path);

        [LoggerMessage(118, LogLevel.Error, "The history {Path} is missing: a new one begins")]
        public static partial void Missing(ILogger logger, string path);
    }
}
