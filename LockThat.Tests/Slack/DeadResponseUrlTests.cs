using LockThat.App.Entrances;
using LockThat.App.Slack.WebApi;
using LockThat.Blocks.Kit;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Slack;

/// <summary>A response_url that is too old, or was used too often, leaves no button standing and nobody without an
/// answer.</summary>
public sealed class DeadResponseUrlTests
{
    private static readonly Func<CancellationToken, Task<HttpResponseMessage>> Dead = Wire.Says("expired_url", 404);
    private static readonly LastingMessage InMessages = new("D0ALICE01", "1700000000.000100");
    private static readonly Message Drawn = new("Unlocked, and the list");
    private static readonly Message Said = new("Unlocked");

    private readonly FakeTimeProvider _time = new(Payloads.Now);

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(403)]
    public async Task A_message_of_the_apps_own_is_changed_by_its_ts(int status)
    {
        var wire = new Wire(Wire.Says("expired_url", status), Wire.Ok);
        await Perform(wire, SlackCall.Respond.InPlace(Payloads.ResponseUrl, InMessages, Payloads.Alice, Drawn, Said));
        Paths(wire).ShouldBe(["/commands/T0ACME001/1/secret", "/api/chat.update"]);
        wire.Sent.Last()
            .Body.ShouldBe("""{"channel":"D0ALICE01","ts":"1700000000.000100","text":"Unlocked, and the list"}""");
    }

    [Theory]
    [InlineData("message_not_found")]
    [InlineData("cant_update_message")]
    [InlineData("edit_window_closed")]
    public async Task Where_that_cannot_be_changed_the_person_gets_the_answer(string error)
    {
        var wire = new Wire(Dead, Wire.Says($$"""{"ok":false,"error":"{{error}}"}"""), Wire.Ok);
        await Perform(wire, SlackCall.Respond.InPlace(Payloads.ResponseUrl, InMessages, Payloads.Alice, Drawn, Said));
        Paths(wire).Skip(1).ShouldBe(["/api/chat.update", "/api/chat.postMessage"]);
        wire.Sent.Last().Body.ShouldStartWith("""{"channel":"U0ALICE01","text":"Unlocked",""");
    }

    [Fact]
    public async Task An_ephemeral_message_is_answered_by_a_direct_message()
    {
        var wire = new Wire(Dead, Wire.Ok);
        await Perform(wire, SlackCall.Respond.InPlace(Payloads.ResponseUrl, null, Payloads.Alice, Drawn, Said));
        Paths(wire).Skip(1).ShouldBe(["/api/chat.postMessage"]);
    }

    [Fact]
    public async Task What_is_said_beside_a_message_is_said_by_a_direct_message()
    {
        var wire = new Wire(Dead, Wire.Ok);
        await Perform(wire, SlackCall.Respond.Beside(Payloads.ResponseUrl, Payloads.Alice, Said));
        Paths(wire).Skip(1).ShouldBe(["/api/chat.postMessage"]);
    }

    [Fact]
    public async Task Where_there_is_none_it_is_not_missed()
    {
        var wire = new Wire(Wire.Ok);
        await Perform(wire, SlackCall.Respond.InPlace(null, InMessages, Payloads.Alice, Drawn, Said));
        await Perform(wire, SlackCall.Respond.Beside(null, Payloads.Alice, Said));
        Paths(wire).ShouldBe(["/api/chat.update", "/api/chat.postMessage"]);
    }

    [Fact]
    public async Task One_of_another_origin_is_not_posted_to()
    {
        var wire = new Wire(Wire.Ok);
        await Perform(
            wire,
            SlackCall.Respond.InPlace("https://evil.example/actions/1", InMessages, Payloads.Alice, Drawn, Said)
        );
        Paths(wire).ShouldBe(["/api/chat.update"]);
    }

    private static IReadOnlyList<string?> Paths(Wire wire) => [.. wire.Sent.Select(sent => sent.Url?.AbsolutePath)];

    private async Task Perform(Wire wire, SlackCall call)
    {
        var (calls, homes) = Clients.Calls(wire, _time);
        using var _ = homes;
        await calls.Perform(Payloads.Acme, call, TestContext.Current.CancellationToken);
    }
}
