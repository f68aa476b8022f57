using LockThat.App;
using LockThat.App.Entrances;
using LockThat.Blocks.Kit;
using LockThat.Tests.Slack;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Entrances;

public sealed class SlackCallsTests
{
    private static readonly SlackCall PressAgain = new SlackCall.Respond(
        Payloads.ResponseUrl,
        new Message("Please press again")
    );

    private static readonly SlackCall Open = new SlackCall.OpenView(
        "1.2.abc",
        new ModalViewDefinition { Title = "Lock", Blocks = [new DividerBlock()] }
    )
    {
        Otherwise = PressAgain,
    };

    private readonly FakeTimeProvider _time = new(Payloads.Now);

    [Fact]
    public async Task A_form_that_opens_needs_no_more_words()
    {
        var wire = new Wire(Wire.Ok);
        await Perform(wire, Open);
        wire.Sent.ShouldHaveSingleItem().Url?.AbsolutePath.ShouldBe("/api/views.open");
    }

    [Fact]
    public async Task When_the_trigger_has_expired_the_person_is_asked_to_press_again()
    {
        var wire = new Wire(Wire.Says("""{"ok":false,"error":"expired_trigger_id"}"""), Wire.Says("ok"));
        await Perform(wire, Open);
        wire.Sent.Last().Body.ShouldContain("Please press again");
    }

    [Fact]
    public async Task When_Slack_does_not_answer_in_time_the_person_is_asked_to_press_again()
    {
        var wire = new Wire(Wire.Hangs, Wire.Says("ok"));
        var performed = Perform(wire, Open);
        await _time.AdvanceUntil(performed, TimeSpan.FromSeconds(0.5));
        wire.Sent.Count.ShouldBe(2);
        _time.GetUtcNow().ShouldBeLessThan(Payloads.Now.AddSeconds(3));
    }

    [Fact]
    public async Task Who_has_no_token_is_not_asked_to_try_again()
    {
        var wire = new Wire(Wire.Says("""{"ok":false,"error":"not_authed"}"""), Wire.Says("ok"));
        await Perform(
            wire,
            Open with
            {
                Otherwise = SlackCall.Respond.Beside(Payloads.ResponseUrl, Payloads.Alice, new("Please press again")),
            }
        );
        wire.Sent.Last().Body.ShouldContain("not installed in this workspace");
    }

    [Fact]
    public async Task When_nothing_helps_it_ends_quietly()
    {
        var wire = new Wire(Wire.Says("""{"ok":false,"error":"expired_trigger_id"}"""), Wire.Says("", 404));
        await Perform(wire, Open);
        wire.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_form_is_changed()
    {
        var wire = new Wire(Wire.Ok);
        await Perform(
            wire,
            new SlackCall.UpdateView(
                "V1",
                "h",
                new ModalViewDefinition { Title = "Lock", Blocks = [new DividerBlock()] }
            )
        );
        wire.Sent.Select(sent => sent.Url?.AbsolutePath).ShouldBe(["/api/views.update"]);
    }

    [Fact]
    public async Task A_shutdown_waits_for_Slack_but_not_until_it_is_killed_itself()
    {
        var (calls, homes, background) = Clients.CallsInBackground(new Wire(Wire.Hangs), _time);
        using var _ = homes;
        using var __ = background;
        calls.Start(Payloads.Acme, [new SlackCall.Post(Payloads.Alice, new Message("dm"))]);
        var stopped = ((IHostedService)background).StopAsync(CancellationToken.None);
        stopped.IsCompleted.ShouldBeFalse();
        await _time.AdvanceUntil(stopped, TimeSpan.FromSeconds(1));
        (_time.GetUtcNow() - Payloads.Now).ShouldBeLessThan(LockThatApp.ShutdownTimeout);
    }

    private async Task Perform(Wire wire, SlackCall call)
    {
        var (calls, homes) = Clients.Calls(wire, _time);
        using var _ = homes;
        await calls.Perform(Payloads.Acme, call, TestContext.Current.CancellationToken);
    }
}
