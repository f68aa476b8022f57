using LockThat.Tests.Installs;

namespace LockThat.Tests.Instances;

/// <summary>A test with two instances of the app on one database, and Acme that has installed it.</summary>
public abstract class TwoInstancesTest : IAsyncLifetime
{
    // Real time, and far more of it than any of this takes.
    private protected static readonly TimeSpan Generous = TimeSpan.FromSeconds(120);

    private SlackStandIn? _slack;
    private AppProcess[] _instances = [];

    private protected SlackStandIn Slack => _slack ?? throw new InvalidOperationException("Not started.");

    private protected AppProcess One => _instances[0];

    private protected AppProcess Other => _instances[1];

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var database = await Database();
        _slack = await SlackStandIn.Start(Cancel);
        _instances = await Task.WhenAll(AppProcess.Start(Slack, database), AppProcess.Start(Slack, database));
        using var browser = AppProcess.Browser(One, Other);
        (await browser.Installs()).Text.ShouldContain("LockThat is installed in Acme");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in _instances)
            await instance.DisposeAsync();
        await (_slack?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Discard();
        GC.SuppressFinalize(this);
    }

    /// <summary>Where the database is.</summary>
    private protected abstract Task<string> Database();

    private protected virtual ValueTask Discard() => ValueTask.CompletedTask;
}
