using System.Net;
using LockThat.App.Entrances;
using LockThat.App.Slack.Http;
using LockThat.App.Slack.Replies;
using LockThat.Blocks.Kit;

namespace LockThat.Tests.Slack.Http;

public sealed class SlackEndpointsTests
{
    private static readonly ModalViewDefinition Form = new() { Title = "Lock", Blocks = [new DividerBlock()] };
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_command_is_answered_in_the_reply()
    {
        await using var app = await RunningApp.Start(Always(new(new Ack.OfMessage(new Message("Locked é")))));
        var response = await app.Post(SlackEndpoints.Command, Payloads.Command("lock test-site"));
        response.Content.Headers.ContentType?.ToString().ShouldBe("application/json; charset=utf-8");
        (await Body(response)).ShouldBe("""{"response_type":"ephemeral","text":"Locked é"}""");
    }

    [Fact]
    public async Task An_empty_acknowledgement_is_an_empty_reply()
    {
        await using var app = await RunningApp.Start(Always(SlackResponse.Nothing));
        var response = await app.Post(SlackEndpoints.Action, Payloads.Payload(Payloads.BlockAction));
        (response.StatusCode, response.Content.Headers.ContentLength, response.Content.Headers.ContentType).ShouldBe(
            (HttpStatusCode.OK, 0, null)
        );
    }

    [Fact]
    public async Task What_was_not_taken_is_answered_so_that_Slack_sends_it_again()
    {
        await using var app = await RunningApp.Start(Always(new(new Ack.Refused())));
        (await app.Post(SlackEndpoints.Event, Payloads.HomeOpened, Payloads.Json)).StatusCode.ShouldBe(
            HttpStatusCode.ServiceUnavailable
        );
    }

    [Fact]
    public async Task The_events_address_proves_itself()
    {
        await using var app = await RunningApp.Start(answer: null);
        var response = await app.Post(
            SlackEndpoints.Event,
            """{"type":"url_verification","challenge":"3eZbrw1a"}""",
            Payloads.Json
        );
        (await Body(response)).ShouldBe("""{"challenge":"3eZbrw1a"}""");
    }

    [Fact]
    public async Task The_reply_does_not_wait_for_a_Slack_that_hangs()
    {
        await using var app = await RunningApp.Start(
            Always(new(new Ack.Empty(), new SlackCall.OpenView("1.2.abc", Form))),
            new Wire(Wire.Hangs)
        );
        (await app.Post(SlackEndpoints.Command, Payloads.Command("lock"))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_calls_that_follow_are_made_in_order()
    {
        var wire = new Wire(Wire.Ok);
        var answer = new SlackResponse(
            new Ack.Empty(),
            new SlackCall.Respond(Payloads.ResponseUrl, new Message("done")),
            new SlackCall.Post(Payloads.Alice, new Message("dm"))
        );
        await using (var app = await RunningApp.Start(Always(answer), wire))
        {
            await app.Post(SlackEndpoints.Action, Payloads.Payload(Payloads.BlockAction));
            await app.Stop();
        }

        wire.Sent.Select(sent => sent.Url?.AbsolutePath)
            .ShouldBe(["/commands/T0ACME001/1/secret", "/api/chat.postMessage"]);
    }

    [Fact]
    public async Task A_shutdown_waits_for_the_calls_that_follow()
    {
        var slack = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var wire = new Wire(async cancelled =>
        {
            await slack.Task.WaitAsync(cancelled);
            return await Wire.Ok(cancelled);
        });
        await using var app = await RunningApp.Start(
            Always(
                new(
                    new Ack.Empty(),
                    new SlackCall.Post(Payloads.Alice, new Message("dm")),
                    new SlackCall.Post(Payloads.Alice, new Message("dm"))
                )
            ),
            wire
        );
        await app.Post(SlackEndpoints.Action, Payloads.Payload(Payloads.BlockAction));
        var stop = app.Stop();
        stop.IsCompleted.ShouldBeFalse();
        slack.SetResult();
        await stop.WaitAsync(Generous, TimeProvider.System, TestContext.Current.CancellationToken);
        wire.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Work_that_takes_too_long_is_answered_with_try_again_and_told_when_it_is_done()
    {
        var wire = new Wire(Wire.Says("ok"));
        var work = new TaskCompletionSource<SlackResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var app = await RunningApp.Start((_, _) => work.Task, wire);
        var post = app.Post(SlackEndpoints.Command, Payloads.Command("lock test-site"));
        await app.Time.AdvanceUntil(post, TimeSpan.FromSeconds(0.5));
        (await Body(await post)).ShouldContain("that took too long");
        work.SetResult(new(new Ack.OfMessage(new Message("Locked after all"))));
        await app.Stop();
        wire.Sent.ShouldHaveSingleItem().Body.ShouldContain("Locked after all");
    }

    [Fact]
    public async Task A_bug_is_one_polite_line()
    {
        await using var app = await RunningApp.Start((_, _) => throw new InvalidOperationException("secret detail"));
        var response = await app.Post(SlackEndpoints.Command, Payloads.Command("lock test-site"));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Body(response)).ShouldSatisfyAllConditions(
            body => body.ShouldContain("Sorry"),
            body => body.ShouldNotContain("secret detail")
        );
    }

    [Fact]
    public async Task A_bug_in_a_forms_work_keeps_the_person_in_the_form()
    {
        await using var app = await RunningApp.Start(
            (_, _) => Task.FromException<SlackResponse>(new InvalidOperationException())
        );
        (await Body(await app.Post(SlackEndpoints.Action, Payloads.Payload(Payloads.Submission)))).ShouldBe(
            """{"response_action":"errors","errors":{"why":"Sorry, something went wrong on our side. Please try again."}}"""
        );
        (await Body(await app.Post(SlackEndpoints.Options, Payloads.Payload(Payloads.Suggestion)))).ShouldBe(
            """{"options":[]}"""
        );
    }

    private static HandleRequest Always(SlackResponse answer) => (_, _) => Task.FromResult(answer);

    private static Task<string> Body(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
