namespace LockThat.Tests.Installs;

/// <summary>A test with an app of its own that anybody may install.</summary>
public abstract class HostedTest : IAsyncLifetime
{
    private HostedApp? _hosted;

    private protected HostedApp Hosted => _hosted ?? throw new InvalidOperationException("Not started.");

    private protected SlackStandIn Slack => Hosted.Slack;

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _hosted = await HostedApp.Start();
        await Begin();
    }

    public async ValueTask DisposeAsync()
    {
        await Hosted.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The events before the test.</summary>
    private protected virtual Task Begin() => Task.CompletedTask;
}
