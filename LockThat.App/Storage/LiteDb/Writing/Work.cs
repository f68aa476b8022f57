using LockThat.App.Locks.Stores;
using LockThat.App.Storage.LiteDb.Pages;

namespace LockThat.App.Storage.LiteDb.Writing;

/// <summary>A task for the writer. It runs in a batch, and its caller gets the result once the batch is on the
/// disk.</summary>
internal abstract class Work
{
    /// <summary>Runs on the writer's thread; never throws.</summary>
    public abstract void Run(Batch batch);

    public abstract void Complete();

    public abstract void Fail(StoreUnavailableException fault);
}

/// <summary>A task with a result.</summary>
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
            // The decision is the caller's code; its exception goes to that caller and does not fail the batch.
            _done.SetException(fault);
        }
    }

    public override void Complete() => _done.TrySetResult(_outcome!);

    public override void Fail(StoreUnavailableException fault)
    {
        // Observed here, because a caller who went away would leave the exception unobserved.
        if (_done.TrySetException(fault))
            _ = _done.Task.Exception;
    }
}

/// <summary>A copy of everything committed when its turn comes. A failure to write the copy is no fault of the
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
        // A failure here is the store's own, and the writer handles it.
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
