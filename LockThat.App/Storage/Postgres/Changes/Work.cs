using LockThat.App.Locks;

namespace LockThat.App.Storage.Postgres.Changes;

/// <summary>A change that somebody waits for. It is decided as often as needed, and its caller gets the result once it
/// is committed.</summary>
internal sealed class Work(Scope scope, Func<Scene, Facts, Decision> decide, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<Outcome> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Outcome? _outcome;
    private Exception? _thrown;

    public Scope Scope => scope;

    /// <summary>The key of the only resource, or of the first of several.</summary>
    public ResourceKey Key => scope[0];

    public IEnumerable<ResourceKey> Keys => Enumerable.Range(0, scope.Count).Select(place => scope[place]);

    /// <summary>How often another instance was faster.</summary>
    public int Conflicts { get; set; }

    public Task<Outcome> Done => _done.Task;

    /// <summary>Nobody waits for it any more.</summary>
    public bool IsOver =>
        _done.Task.IsCompleted
        || (cancellationToken.IsCancellationRequested && _done.TrySetCanceled(cancellationToken));

    /// <summary>Whether all its resources are among these.</summary>
    public bool IsWithin(Scope others) => scope.Team == others.Team && Keys.All(key => others.Names.Contains(key.Name));

    /// <summary>Never throws.</summary>
    public void Run(Batch batch)
    {
        try
        {
            (_outcome, _thrown) = (batch.Decide(scope, decide), null);
        }
        catch (Exception thrown)
        {
            // The decision is the caller's code; its exception goes to that caller and does not fail the batch.
            _thrown = thrown;
        }
    }

    public void Complete()
    {
        if (_thrown is null)
            _done.TrySetResult(_outcome!);
        else
            _done.TrySetException(_thrown);
    }

    public void Fail(Exception fault)
    {
        // Observed here, because a caller who went away would leave the exception unobserved.
        if (_done.TrySetException(fault))
            _ = _done.Task.Exception;
    }
}
