using LockThat.Playground;

namespace LockThat.Tests.Entrances;

/// <summary>The acts of the clock: reminders, ends, and ends that came while the app was down. The clock is
/// everybody's, so each test has a stage of its own.</summary>
public abstract class TimeTests(Entrance entrance) : IAsyncLifetime
{
    private readonly Stage _stage = new(entrance);

    public ValueTask InitializeAsync() => _stage.InitializeAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task The_whole_story()
    {
        var grace = await _stage.As("grace");
        await grace.Types("/lockthat lock test-site 2 h demo");
        var ada = await _stage.As("ada");
        await ada.Types("/lockthat lock test-site");
        await ada.Clicks("Tell me when it's free");
        await _stage.Shows(ada, "I will tell you when it is free.");
        await grace.MovesClockAhead(TimeSpan.FromMinutes(106));
        await _stage.Shows(await _stage.InMessages("grace"), "Your lock on test-site ends soon");
        await grace.MovesClockAhead(TimeSpan.FromMinutes(15));
        await _stage.Shows(await _stage.InMessages("grace"), "Your lock on test-site has ended");
        await _stage.Shows(await _stage.InMessages("ada"), "test-site is free now: the lock of @Grace Hopper is over.");
    }

    [Fact]
    public async Task What_ended_while_the_app_was_down_is_told_once_when_it_is_back()
    {
        await (await _stage.As("grace")).Types("/lockthat lock test-site 2 h demo");
        await _stage.Restart(whileDown: TimeSpan.FromHours(3));
        var messages = await _stage.InMessages("grace");
        await _stage.Shows(messages, "Your lock on test-site has ended");
        messages.Sees.ShouldNotContain("ends soon");
        await _stage.Restart(whileDown: TimeSpan.FromHours(1));
        var ada = await _stage.As("ada");
        await ada.Types("/lockthat unlock test-site");
        ada.Sees.ShouldContain("test-site is free already");
        (await _stage.InMessages("grace")).Sees.ShouldNotContain("has ended");
    }

    [Fact]
    public async Task Every_lock_is_still_there_after_a_restart()
    {
        await (await _stage.As("grace")).Types("/lockthat lock test-site 2 h demo");
        await _stage.Restart();
        var ada = await _stage.As("ada");
        await ada.Types("/lockthat lock test-site");
        ada.Sees.ShouldContain("Not locked. test-site is held by @Grace Hopper");
    }

    [Fact]
    public async Task A_notice_that_Slack_did_not_take_is_told_when_Slack_is_back()
    {
        await (await _stage.As("grace")).Types("/lockthat lock test-site 2 h demo");
        _stage.Slack.Faults.Next(new LockThat.Playground.Workspaces.Fault.ServerError(), "chat.postMessage");
        await (await _stage.As("ada")).Types("/lockthat unlock test-site override");
        await _stage.Shows(await _stage.InMessages("grace"), "@Ada Lovelace unlocked test-site, which you held.");
    }

    [Fact]
    public async Task A_second_after_its_end_it_holds_nobody_back()
    {
        var grace = await _stage.As("grace");
        await grace.Types("/lockthat lock test-site 1 h");
        await grace.MovesClockAhead(TimeSpan.FromHours(1));
        var ada = await _stage.As("ada");
        await ada.Types("/lockthat lock test-site 1 h");
        ada.Sees.ShouldContain("Locked. test-site is yours for 1 hour");
    }
}

public sealed class TimeOverHttpTests() : TimeTests(Entrance.Http);

public sealed class TimeOverSocketModeTests() : TimeTests(Entrance.SocketMode);
