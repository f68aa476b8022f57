namespace LockThat.Playground.Workspaces;

/// <summary>The one lock and the one stream of changes of a workspace: pages and waiting callers hear of every
/// change.</summary>
public sealed class Changes
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _next = NewSource();
    private long _version;

    /// <summary>Raised after each change, outside the lock, on the thread that made it.</summary>
    public event EventHandler? Changed;

    public long Version => Interlocked.Read(ref _version);

    public T Read<T>(Func<T> read)
    {
        lock (_gate)
            return read();
    }

    public void Make(Action change) =>
        Make(() =>
        {
            change();
            return true;
        });

    public T Make<T>(Func<T> change)
    {
        TaskCompletionSource reached;
        T result;
        lock (_gate)
        {
            result = change();
            Interlocked.Increment(ref _version);
            reached = _next;
            _next = NewSource();
        }

        reached.SetResult();
        Changed?.Invoke(this, EventArgs.Empty);
        return result;
    }

    /// <summary>Completes as soon as the condition holds, looking again after every change.</summary>
    public async Task WaitUntil(Func<bool> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            var change = Read(() => _next.Task);
            if (condition())
                return;
            await change.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
