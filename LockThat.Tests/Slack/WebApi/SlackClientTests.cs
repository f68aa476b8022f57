using LockThat.App.Slack.WebApi;
using LockThat.Blocks.Kit;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Slack.WebApi;

public sealed class SlackClientTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly ModalViewDefinition Form = new() { Title = "Lock", Blocks = [new DividerBlock()] };

    private readonly FakeTimeProvider _time = new(Payloads.Now);

    [Fact]
    public async Task A_direct_message_is_posted_with_the_token_and_without_previews()
    {
        var wire = new Wire(Wire.Ok);
        (
            await Client(wire)
                .PostMessage(
                    Payloads.Acme,
                    "U0ALICE01",
                    new Message("hi"),
                    Patience,
                    TestContext.Current.CancellationToken
                )
        ).ShouldBeOfType<SlackReply.Ok>();
        var sent = wire.Sent.ShouldHaveSingleItem();
        (sent.Method, sent.Url, sent.Authorization).ShouldBe(
            (HttpMethod.Post, new Uri("https://slack.example/api/chat.postMessage"), "Bearer xoxb-1")
        );
        sent.ContentType.ShouldBe("application/json; charset=utf-8");
        sent.Body.ShouldBe("""{"channel":"U0ALICE01","text":"hi","unfurl_links":false,"unfurl_media":false}""");
    }

    [Fact]
    public async Task Views_are_opened_updated_and_published()
    {
        var wire = new Wire(Wire.Ok);
        var client = Client(wire);
        var ct = TestContext.Current.CancellationToken;
        await client.OpenView(Payloads.Acme, "1.2.abc", Form, isOnTop: false, Patience, ct);
        await client.UpdateView(Payloads.Acme, "V1", "h", Form, Patience, ct);
        await client.UpdateView(Payloads.Acme, "V1", null, Form, Patience, ct);
        await client.PublishHome(
            Payloads.Acme,
            Payloads.Alice,
            "h",
            new HomeViewDefinition { Blocks = [] },
            Patience,
            ct
        );
        const string View =
            """{"type":"modal","title":{"type":"plain_text","text":"Lock"},"blocks":[{"type":"divider"}]}""";
        wire.Sent.Select(sent => sent.Body)
            .ShouldBe([
                $$"""{"trigger_id":"1.2.abc","view":{{View}}}""",
                $$"""{"view_id":"V1","hash":"h","view":{{View}}}""",
                $$"""{"view_id":"V1","view":{{View}}}""",
                """{"user_id":"U0ALICE01","hash":"h","view":{"type":"home","blocks":[]}}""",
            ]);
    }

    [Fact]
    public async Task A_person_is_looked_up_by_form_for_Slack_takes_no_JSON_there()
    {
        var wire = new Wire(Wire.Says("""{"ok":true,"user":{"id":"U0ALICE01"}}"""));
        var reply = await Client(wire)
            .UserInfo(Payloads.Acme, Payloads.Alice, Patience, TestContext.Current.CancellationToken);
        reply
            .ShouldBeOfType<SlackReply.Ok>()
            .Body.GetProperty("user")
            .GetProperty("id")
            .GetString()
            .ShouldBe("U0ALICE01");
        wire.Sent.ShouldHaveSingleItem().Body.ShouldBe("user=U0ALICE01");
    }

    [Fact]
    public async Task A_workspace_without_a_token_is_not_called()
    {
        var wire = new Wire(Wire.Ok);
        (await Post(Client(wire, token: null))).ShouldBe(new SlackReply.Refused("not_authed", []), ReplyComparer);
        wire.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_Slack_refuses_is_a_value_and_not_tried_again()
    {
        var wire = new Wire(
            Wire.Says("""{"ok":false,"error":"invalid_blocks","response_metadata":{"messages":["[ERROR] too long"]}}""")
        );
        var refused = (await Post(Client(wire))).ShouldBeOfType<SlackReply.Refused>();
        refused.Error.ShouldBe("invalid_blocks");
        refused.Messages.ShouldBe(["[ERROR] too long"]);
        wire.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("<html>oops</html>", 200)]
    [InlineData("<html>oops</html>", 502)]
    [InlineData("""{"ok":true}""", 500)]
    [InlineData("""{"ok":false,"error":"some_error"}""", 503)]
    [InlineData("""{"ok":false,"error":"fatal_error"}""", 200)]
    [InlineData("""{"ok":false,"error":"internal_error"}""", 200)]
    [InlineData("""{"ok":"yes"}""", 200)]
    [InlineData("""{"ok":false}""", 200)]
    [InlineData("[]", 200)]
    [InlineData("", 200)]
    public async Task An_answer_that_is_not_Slacks_leaves_the_fate_unknown_and_a_message_is_not_sent_twice(
        string body,
        int status
    )
    {
        var wire = new Wire(Wire.Says(body, status));
        (await Post(Client(wire))).ShouldBeOfType<SlackReply.Unknown>();
        wire.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_line_that_breaks_leaves_the_fate_unknown() =>
        (await Post(Client(new Wire(Wire.Breaks)))).ShouldBe(new SlackReply.Unknown("ConnectionError"));

    [Fact]
    public async Task A_redirect_is_refused() =>
        (await Post(Client(new Wire(Wire.Says("", 302, ("Location", "https://evil.example/"))))))
            .ShouldBeOfType<SlackReply.Refused>()
            .Error.ShouldBe("http_302");

    [Fact]
    public async Task A_call_without_an_answer_ends_after_ten_seconds()
    {
        var wire = new Wire(Wire.Hangs);
        var call = Post(Client(wire));
        await _time.AdvanceUntil(call, TimeSpan.FromSeconds(1));
        (await call).ShouldBe(new SlackReply.Unknown("timeout"));
        _time.GetUtcNow().ShouldBeInRange(Payloads.Now.AddSeconds(10), Payloads.Now.AddSeconds(11));
    }

    [Fact]
    public async Task A_trigger_is_not_waited_for_longer_than_it_lives()
    {
        var call = Client(new Wire(Wire.Hangs))
            .OpenView(
                Payloads.Acme,
                "1.2.abc",
                Form,
                isOnTop: false,
                TimeSpan.FromSeconds(2),
                TestContext.Current.CancellationToken
            );
        await _time.AdvanceUntil(call, TimeSpan.FromSeconds(0.5));
        (await call).ShouldBe(new SlackReply.Unknown("timeout"));
        _time.GetUtcNow().ShouldBeInRange(Payloads.Now.AddSeconds(2), Payloads.Now.AddSeconds(2.5));
    }

    [Fact]
    public async Task What_may_be_repeated_is_repeated_until_it_works()
    {
        var wire = new Wire(Wire.Breaks, Wire.Says("", 503), Wire.Ok);
        var call = Client(wire)
            .UpdateView(Payloads.Acme, "V1", null, Form, Patience, TestContext.Current.CancellationToken);
        await _time.AdvanceUntil(call, TimeSpan.FromSeconds(0.5));
        (await call).ShouldBeOfType<SlackReply.Ok>();
        wire.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_may_be_repeated_is_given_up_after_five_times()
    {
        var wire = new Wire(Wire.Breaks);
        var call = Client(wire)
            .UserInfo(Payloads.Acme, Payloads.Alice, Patience, TestContext.Current.CancellationToken);
        await _time.AdvanceUntil(call, TimeSpan.FromSeconds(0.5));
        (await call).ShouldBeOfType<SlackReply.Unknown>();
        wire.Sent.Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_callers_cancellation_is_the_only_exception()
    {
        using var cancelled = new CancellationTokenSource();
        var call = Client(new Wire(Wire.Hangs))
            .PostMessage(Payloads.Acme, "U1", new Message("hi"), Patience, cancelled.Token);
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(call);
    }

    private static IEqualityComparer<SlackReply> ReplyComparer { get; } =
        EqualityComparer<SlackReply>.Create(
            (one, other) =>
                one is SlackReply.Refused(var error, _) && other is SlackReply.Refused(var same, _) && error == same
        );

    private static Task<SlackReply> Post(SlackClient client) =>
        client.PostMessage(
            Payloads.Acme,
            "U0ALICE01",
            new Message("hi"),
            Patience,
            TestContext.Current.CancellationToken
        );

    private SlackClient Client(Wire wire, string? token = "xoxb-1") => Clients.Over(wire, _time, token);
}
