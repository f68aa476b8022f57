using LockThat.Playground.People;
using LockThat.Playground.Workspaces;

namespace LockThat.Tests.Entrances;

/// <summary>A response_url lives for half an hour and dies with its server; a click or form is answered all the
/// same.</summary>
public sealed class DeadResponseUrlTests : IAsyncLifetime
{
    private readonly Stage _stage = new();

    public ValueTask InitializeAsync() => _stage.InitializeAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task A_button_of_a_direct_message_leaves_no_old_button_standing()
    {
        var grace = await GraceIsReminded();
        NextIsDead();
        await grace.Clicks("Unlock");
        await _stage.Shows(grace, "Unlocked. test-site is free now.");
        await _stage.Hides(grace, "ends soon");
    }

    [Fact]
    public async Task A_form_that_stayed_open_for_long_draws_its_direct_message_anew()
    {
        await (await _stage.As("grace")).Types("/lockthat lock test-site 5 h demo");
        await (await _stage.As("ada")).Types("/lockthat lock test-site 5 h override");
        var grace = await _stage.InMessages("grace");
        await _stage.Shows(grace, "took over your lock on test-site");
        await grace.Clicks("Take it back");
        await _stage.Shows(grace, "Override");
        await grace.MovesClockAhead(TimeSpan.FromMinutes(31));
        await grace.Submits();
        await _stage.Shows(grace, "Taken over. test-site is yours");
        await _stage.Hides(grace, "took over your lock");
    }

    [Fact]
    public async Task A_button_of_an_answer_to_a_command_is_answered_by_a_direct_message()
    {
        var grace = await _stage.As("grace");
        await grace.Types("/lockthat lock test-site 2 h demo");
        NextIsDead();
        await grace.Clicks("Unlock");
        await _stage.Shows(await _stage.InMessages("grace"), "Unlocked. test-site is free now.");
    }

    private void NextIsDead()
    {
        _stage.Slack.Faults.Next(new Fault.Refused("expired_url"), Faults.ResponseUrl);
        _stage.Forgives("response_url: expired_url");
    }

    private async Task<Person> GraceIsReminded()
    {
        var grace = await _stage.As("grace");
        await grace.Types("/lockthat lock test-site 2 h demo");
        await grace.MovesClockAhead(TimeSpan.FromMinutes(106));
        var messages = await _stage.InMessages("grace");
        await _stage.Shows(messages, "Your lock on test-site ends soon");
        return messages;
    }
}
