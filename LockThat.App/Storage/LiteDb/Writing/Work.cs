using LockThat.App.Locks.Stores;
using LockThat.App.Storage.LiteDb.Pages;

namespace LockThat.App.Storage.LiteDb.Writing;

/// <summary>Something for the writer to do. It runs in a batch, and its caller hears of it once the batch is on the
/// disk.</summary>
internal abstract class Work
{
    /// <summary>Runs on the writer's thread; never throws.</summary>
    public abstract void Run(Batch batch);

    public abstract void Complete();

    public abstract void Fail(StoreUnavailableException fault);
}

/// <summary>Work that comes to something.</summary>
internal sealed class Work<T>(Func<Batch, T> run, CancellationToken cancellationToken) : Work
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _outcome;

    public Task<T> Done => _done.Task;

    public override void Run(Batch batch)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            _done.SetCanceled(cancellationToken);
            return;
        }

        try
        {
            _outcome = run(batch);
        }
        catch (Exception fault)
        {
            // A decision is a stranger's function: what it throws belongs to its caller, and the batch goes on without
            // it.
            _done.SetException(fault);
        }
    }

    public override void Complete() => _done.TrySetResult(_outcome!);

    public override void Fail(StoreUnavailableException fault)
    {
        // Looked at here, because a caller who went away would leave it unobserved.
        if (_done.TrySetException(fault))
            _ = _done.Task.Exception;
    }
}

/// <summary>A copy of all that is committed when its turn comes. What keeps it from being written is no fault of the
/// store's.</summary>
internal sealed class CopyWork(string path) : Work
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Done => _done.Task;

    public override void Run(Batch batch) { }

    public override void Complete() { }

    public override void Fail(StoreUnavailableException fault) => _done.TrySetException(fault);

    /// <summary>Runs on the writer's thread, between two batches.</summary>
    public void Make(StoreFile file)
    {
        // A store that cannot do this is lost, which is the writer's business.
        file.Checkpoint();
        try
        {
            file.CopyTo(path, replaces: false, PageFile.OpenExclusively);
            _done.SetResult();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or StorageException)
        {
            _done.SetException(fault);
        }
    }
}
