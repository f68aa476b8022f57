using LockThat.Playground;

namespace LockThat.Tests.Playground;

/// <summary>The story that a newcomer plays through, with the real app.</summary>
public sealed class StoryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_was_refused_is_told_when_the_lock_has_ended()
    {
        using var folder = new TemporaryFolder();
        await using var host = await Start(folder);
        var (grace, ada) = (host.As("grace", Ct), host.As("ada", Ct));
        await grace.Types("/lockthat lock test-site 2 h demo");
        grace.Sees.ShouldContain("for 2 hours");
        await ada.Types("/lockthat lock test-site");
        ada.Sees.ShouldContain("test-site is held by @Grace Hopper");
        await ada.Clicks("Tell me when it's free");
        await Until(host, () => ada.Sees.Contains("[Stop telling me]", StringComparison.Ordinal));
        await ada.MovesClockAhead(TimeSpan.FromHours(2.1));
        await Until(host, () => host.Workspace.Unread(ada.UserId, "D0ADA0001") > 0);
        await ada.Opens("LockThat");
        await Until(host, () => ada.Sees.Contains("test-site is free", StringComparison.Ordinal));
        host.Workspace.Journal.AppErrors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Locks_survive_a_restart_and_the_conversation_starts_empty()
    {
        using var folder = new TemporaryFolder();
        await using (var host = await Start(folder))
            await host.As("grace", Ct).Types("/lockthat lock test-site 2 h demo");
        await using var again = await Start(folder);
        var ada = again.As("ada", Ct);
        ada.Sees.ShouldBeEmpty();
        await ada.Types("/lockthat list");
        ada.Sees.ShouldContain("@Grace Hopper");
    }

    private static Task<PlaygroundHost> Start(TemporaryFolder folder) =>
        PlaygroundHost.Start(new() { Url = new("http://127.0.0.1:0"), ContentRoot = folder.Path }, Ct);

    private static async Task Until(PlaygroundHost host, Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        await host.Workspace.WaitUntil(condition, patience.Token);
    }
}
