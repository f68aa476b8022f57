using System.Net;
using System.Net.WebSockets;
using System.Text;
using LockThat.App.Entrances;
using LockThat.App.Slack.Http;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.Blocks.Kit;
using LockThat.Tests.Web;

namespace LockThat.Tests.Slack.Sockets;

/// <summary>Requests over a socket, and their acknowledgements.</summary>
public sealed class SocketRequestTests
{
    private const string Done = """{"envelope_id":"e1","payload":{"response_type":"ephemeral","text":"Locked é"}}""";

    public static TheoryData<string, string?> Strange =>
        new()
        {
            { "nonsense", null },
            { "[1,2]", null },
            { "{\"type\":\"unheard_of\"}", null },
            { "{\"envelope_id\":7,\"type\":\"slash_commands\",\"payload\":{}}", null },
            { "{\"payload\":{\"envelope_id\":\"inner\"},", null },
            { "{\"envelope_id\":\"bad\",\"type\":\"unheard_of\",\"payload\":{}}", "bad" },
            { "{\"envelope_id\":\"bad\",\"type\":\"slash_commands\"}", "bad" },
            { "{\"envelope_id\":\"bad\",\"type\":\"slash_commands\",\"payload\":\"text\"}", "bad" },
            { "{\"envelope_id\":\"bad\",\"type\":\"slash_commands\",\"payload\":{\"command\":\"/lockthat\"}}", "bad" },
            { "{\"envelope_id\":\"bad\",\"type\":\"interactive\",\"payload\":{\"type\":\"block_actions\"}}", "bad" },
            { "{\"envelope_id\":\"bad\",\"type\":\"events_api\",\"payload\":{}}", "bad" },
            { "{\"envelope_id\":\"bad\",\"type\":\"interactive\",\"payload\":{\"type\":\"message_action\"}}", "bad" },
            { "{\"envelope_id\":\"bad\",\"payload\":{broken", "bad" },
            { "{\"envelope_id\":\"bad\",\"payload\":{\"x\":\"\\ud800\"}}", "bad" },
            { "{\"envelope_id\":\"bad\",\"payload\":" + new string('[', 5000), "bad" },
            {
                "{\"envelope_id\":\"bad\",\"type\":\"slash_commands\",\"payload\":{\"text\":\""
                    + new string('x', 3_000_000)
                    + "\"}}",
                "bad"
            },
        };

    [Fact]
    public async Task A_command_is_acknowledged_with_its_answer_on_its_own_socket()
    {
        await using var slack = await SocketApp.Start(Always(new(new Ack.OfMessage(new Message("Locked é")))));
        var (_, other) = await slack.Both();
        await other.Says(Envelopes.Command("e1", "lock test-site"));
        (await other.Hears()).ShouldBe(Done);
    }

    [Fact]
    public async Task What_was_not_taken_is_not_acknowledged_and_done_when_it_comes_again()
    {
        var refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var slack = await SocketApp.Start(
            (_, _) =>
                Task.FromResult<SlackResponse>(
                    refused.TrySetResult() ? new(new Ack.Refused()) : new(new Ack.OfMessage(new Message("Locked é")))
                )
        );
        var (one, other) = await slack.Both();
        await one.Says(Envelopes.Command("e1", "lock test-site"));
        await refused.Task;
        await one.Says(Envelopes.Of("e2", "slash_commands", "\"text\""));
        (await one.Hears()).ShouldContain("e2");
        await other.Says(Envelopes.Command("e1", "lock test-site"));
        (await other.Hears()).ShouldBe(Done);
    }

    [Fact]
    public async Task Who_comes_again_while_it_is_tried_has_it_done_when_it_was_not_taken()
    {
        var tries = 0;
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = new TaskCompletionSource<SlackResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var slack = await SocketApp.Start(
            (_, _) =>
                begun.TrySetResult()
                    ? first.Task
                    : Task.FromResult<SlackResponse>(
                        new(new Ack.OfMessage(new Message($"Locked {(++tries == 1 ? "é" : "twice")}")))
                    )
        );
        var (one, other) = await slack.Both();
        await one.Says(Envelopes.Command("e1", "lock test-site"));
        await begun.Task;
        await other.Says(Envelopes.Command("e1", "lock test-site"));
        first.SetResult(new(new Ack.Refused()));
        (await other.Hears()).ShouldBe(Done);
    }

    [Fact]
    public async Task The_apps_own_answer_takes_the_same_way_as_over_HTTP()
    {
        await using var slack = await SocketApp.Start();
        var (one, other) = await slack.Both();
        await one.Says(Envelopes.Command("e1", "lock test-site 2 h demo"));
        (await one.Hears()).ShouldContain("is yours for 2 hours");
        await other.Says(Envelopes.Of("e2", "interactive", Payloads.Submission));
        (await other.Hears()).ShouldStartWith("""{"envelope_id":"e2""");
        await other.Says(Envelopes.Of("e3", "interactive", Payloads.Suggestion));
        (await other.Hears()).ShouldStartWith("""{"envelope_id":"e3","payload":{"options":""");
    }

    [Theory]
    [InlineData("interactive", Payloads.BlockAction)]
    [InlineData("events_api", Payloads.HomeOpened)]
    [InlineData("events_api", """{"type":"url_verification","challenge":"3eZbrw1a"}""")]
    public async Task What_takes_no_payload_is_acknowledged_without_one(string type, string payload)
    {
        await using var slack = await SocketApp.Start();
        var one = await slack.Sockets.Next();
        await one.Says(Envelopes.Of("e1", type, payload, takesPayload: false));
        (await one.Hears()).ShouldBe("""{"envelope_id":"e1"}""");
    }

    [Fact]
    public async Task A_command_that_takes_no_payload_is_answered_by_its_response_url()
    {
        await using var slack = await SocketApp.Start(Always(new(new Ack.OfMessage(new Message("Locked é")))));
        var (one, _) = await slack.Both();
        await one.Says(
            Envelopes
                .Command("e1", "lock test-site")
                .Replace(
                    "accepts_response_payload\":true",
                    "accepts_response_payload\":false",
                    StringComparison.Ordinal
                )
        );
        (await one.Hears()).ShouldBe("""{"envelope_id":"e1"}""");
        await slack.Calls(3, TimeSpan.FromSeconds(0.1));
        slack
            .Wire.Sent.Last()
            .ShouldSatisfyAllConditions(
                sent => sent.Url?.Host.ShouldBe("hooks.slack.com"),
                sent => sent.Body.ShouldContain("Locked")
            );
    }

    [Theory]
    [MemberData(nameof(Strange))]
    public async Task Whatever_comes_is_acknowledged_where_it_has_an_id_and_the_next_is_answered(
        string text,
        string? id
    )
    {
        await using var slack = await SocketApp.Start(Always(new(new Ack.OfMessage(new Message("Locked é")))));
        var one = await slack.Sockets.Next();
        await one.Says(text);
        if (id is not null)
            (await one.Hears()).ShouldBe($$"""{"envelope_id":"{{id}}"}""");
        await one.Says(Envelopes.Command("e1", "lock test-site"));
        (await one.Hears()).ShouldBe(Done);
    }

    [Fact]
    public async Task A_message_in_pieces_is_put_together()
    {
        await using var slack = await SocketApp.Start(Always(new(new Ack.OfMessage(new Message("Locked é")))));
        var one = await slack.Sockets.Next();
        await one.Says(
            Encoding.UTF8.GetBytes(Envelopes.Command("e1", "lock test-site é" + new string('x', 20_000))),
            pieces: 300
        );
        (await one.Hears()).ShouldBe(Done);
        await one.Says(Encoding.UTF8.GetBytes(Envelopes.Command("e1", "lock")), pieces: 1, WebSocketMessageType.Binary);
        (await one.Hears()).ShouldBe(Done);
    }

    [Fact]
    public async Task An_envelope_delivered_again_is_acknowledged_alike_and_done_once()
    {
        var done = 0;
        await using var slack = await SocketApp.Start(
            (_, _) =>
                Task.FromResult(new SlackResponse(new Ack.OfMessage(new Message($"{Interlocked.Increment(ref done)}"))))
        );
        var (one, other) = await slack.Both();
        await one.Says(Envelopes.Command("e1", "lock test-site"));
        var first = await one.Hears();
        await other.Says(Envelopes.Command("e1", "lock test-site"));
        (await other.Hears()).ShouldBe(first);
        done.ShouldBe(1);
    }

    [Fact]
    public async Task A_slow_one_holds_up_nobody()
    {
        var slow = new TaskCompletionSource<SlackResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var slack = await SocketApp.Start(
            (request, _) =>
                request is SlackRequest.SlashCommand { Text: "slow" }
                    ? slow.Task
                    : Task.FromResult(new SlackResponse(new Ack.OfMessage(new Message("quick"))))
        );
        var one = await slack.Sockets.Next();
        await one.Says(Envelopes.Command("e1", "slow"));
        await one.Says(Envelopes.Command("e2", "quick"));
        (await one.Hears()).ShouldStartWith("""{"envelope_id":"e2""");
        slow.SetResult(SlackResponse.Nothing);
        (await one.Hears()).ShouldBe("""{"envelope_id":"e1"}""");
    }

    [Fact]
    public async Task Work_that_takes_too_long_is_answered_with_try_again_and_told_when_it_is_done()
    {
        var work = new TaskCompletionSource<SlackResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var slack = await SocketApp.Start((_, _) => work.Task);
        var (one, _) = await slack.Both();
        await one.Says(Envelopes.Command("e1", "lock test-site"));
        var heard = one.Hears();
        await slack.App.Time.AdvanceUntil(heard, TimeSpan.FromSeconds(0.5));
        (await heard).ShouldContain("that took too long");
        work.SetResult(new(new Ack.OfMessage(new Message("Locked after all"))));
        await slack.Calls(3, TimeSpan.FromSeconds(0.1));
        slack.Wire.Sent.Last().Body.ShouldContain("Locked after all");
    }

    [Fact]
    public async Task What_was_done_is_told_by_response_url_when_the_socket_died_before_the_acknowledgement()
    {
        var work = new TaskCompletionSource<SlackResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var slack = await SocketApp.Start(
            (_, _) =>
            {
                asked.SetResult();
                return work.Task;
            }
        );
        var (one, _) = await slack.Both();
        await one.Says(Envelopes.Command("e1", "lock test-site"));
        await asked.Task;
        one.Cuts();
        await slack.Next(TimeSpan.FromSeconds(0.2));
        work.SetResult(new(new Ack.OfMessage(new Message("Locked é"))));
        await slack.Calls(4, TimeSpan.FromSeconds(0.1));
        slack
            .Wire.Sent.Last()
            .ShouldSatisfyAllConditions(
                sent => sent.Url?.Host.ShouldBe("hooks.slack.com"),
                sent => sent.Body.ShouldContain("Locked")
            );
    }

    [Fact]
    public async Task Each_acknowledgement_is_timed_with_the_way_it_took()
    {
        await using var slack = await SocketApp.Start(Always(SlackResponse.Nothing));
        using var meters = new Meters(slack.App.Services);
        var one = await slack.Sockets.Next();
        await one.Says(Envelopes.Command("e1", "list"));
        await one.Hears();
        meters
            .Of("lockthat.acknowledgement.duration")
            .ShouldHaveSingleItem()
            .Tags.ShouldBe("request=slash_command result=ok transport=socket_mode");
    }

    [Fact]
    public async Task A_bug_is_one_polite_line_and_the_socket_stays()
    {
        await using var slack = await SocketApp.Start((_, _) => throw new InvalidOperationException("secret detail"));
        var one = await slack.Sockets.Next();
        foreach (var id in (string[])["e1", "e2"])
        {
            await one.Says(Envelopes.Command(id, "list"));
            (await one.Hears()).ShouldSatisfyAllConditions(
                ack => ack.ShouldContain("Sorry"),
                ack => ack.ShouldContain(id),
                ack => ack.ShouldNotContain("detail")
            );
        }
    }

    [Fact]
    public async Task Without_a_signing_secret_nothing_is_taken_by_HTTP()
    {
        await using var slack = await SocketApp.Start();
        foreach (
            var route in (string[])
                [SlackEndpoints.Command, SlackEndpoints.Action, SlackEndpoints.Options, SlackEndpoints.Event]
        )
            (await slack.App.Post(route, Payloads.Command("list"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static HandleRequest Always(SlackResponse answer) => (_, _) => Task.FromResult(answer);
}
