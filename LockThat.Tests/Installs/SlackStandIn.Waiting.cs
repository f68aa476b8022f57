namespace LockThat.Tests.Installs;

internal sealed partial class SlackStandIn
{
    // Real time, and far more of it than any of this takes.
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(120);

    private TaskCompletionSource _called = NewSignal();

    /// <summary>Waits, call by call, until what was called is as it should be.</summary>
    public async Task Until(Func<bool> condition, string what)
    {
        for (var next = Next(); !condition(); next = Next())
        {
            await next.WaitAsync(Generous, TestContext.Current.CancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            next.IsCompletedSuccessfully.ShouldBeTrue(what);
        }
    }

    private Task Next() => Volatile.Read(ref _called).Task;

    private void Called() => Interlocked.Exchange(ref _called, NewSignal()).SetResult();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
