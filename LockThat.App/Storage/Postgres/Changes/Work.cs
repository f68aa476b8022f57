using LockThat.App.Locks;

namespace LockThat.App.Storage.Postgres.Changes;

/// <summary>A change that somebody waits for. It is decided as often as needed, and its caller hears of it once it is
/// committed.</summary>
internal abstract class Work(ResourceKey key)
{
    public ResourceKey Key => key;

    /// <summary>How often another was faster.</summary>
    public int Conflicts { get; set; }

    /// <summary>Nobody waits for it any more.</summary>
    public abstract bool IsOver { get; }

    /// <summary>Never throws.</summary>
    public abstract void Run(Batch batch);

    public abstract void Complete();

    public abstract void Fail(Exception fault);
}

/// <summary>Work that comes to something.</summary>
internal sealed class Work<T>(
    ResourceKey key,
    Func<Resource?, Facts, Decision<T>> decide,
    CancellationToken cancellationToken
) : Work(key)
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _outcome;
    private Exception? _thrown;

    public Task<T> Done => _done.Task;

    public override bool IsOver =>
        _done.Task.IsCompleted
        || (cancellationToken.IsCancellationRequested && _done.TrySetCanceled(cancellationToken));

    public override void Run(Batch batch)
    {
        try
        {
            (_outcome, _thrown) = (batch.Decide(Key, decide), null);
        }
        catch (Exception thrown)
        {
            // A decision is a stranger's function: what it throws belongs to its caller, and the batch goes on without
            // it.
            _thrown = thrown;
        }
    }

    public override void Complete()
    {
        if (_thrown is null)
            _done.TrySetResult(_outcome!);
        else
            _done.TrySetException(_thrown);
    }

    public override void Fail(Exception fault)
    {
        // Looked at here, because a caller who went away would leave it unobserved.
        if (_done.TrySetException(fault))
            _ = _done.Task.Exception;
    }
}
