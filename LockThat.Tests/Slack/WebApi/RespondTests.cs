using LockThat.App.Slack.WebApi;
using LockThat.Blocks.Kit;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Slack.WebApi;

public sealed class RespondTests
{
    private readonly FakeTimeProvider _time = new(Payloads.Now);

    [Theory]
    [InlineData(Original.Keep, """{"response_type":"ephemeral","replace_original":false,"text":"hi"}""")]
    [InlineData(Original.Replace, """{"response_type":"ephemeral","replace_original":true,"text":"hi"}""")]
    [InlineData(
        Original.Delete,
        """{"response_type":"ephemeral","replace_original":false,"delete_original":true,"text":"hi"}"""
    )]
    public async Task A_response_says_what_becomes_of_the_message_under_the_button_and_carries_no_token(
        Original original,
        string json
    )
    {
        var wire = new Wire(Wire.Says("ok"));
        (await Respond(wire, Payloads.ResponseUrl, original)).ShouldBeOfType<SlackReply.Ok>();
        var sent = wire.Sent.ShouldHaveSingleItem();
        (sent.Url, sent.Authorization, sent.Body).ShouldBe((new Uri(Payloads.ResponseUrl), null, json));
    }

    [Fact]
    public async Task A_message_is_deleted_without_a_word()
    {
        var wire = new Wire(Wire.Says("ok"));
        await Clients
            .Over(wire, _time)
            .Respond(
                Payloads.ResponseUrl,
                null,
                Original.Delete,
                TimeSpan.FromSeconds(5),
                TestContext.Current.CancellationToken
            );
        wire.Sent.ShouldHaveSingleItem()
            .Body.ShouldBe("""{"response_type":"ephemeral","replace_original":false,"delete_original":true}""");
    }

    [Theory]
    [InlineData("https://evil.example/commands/1")]
    [InlineData("https://hooks.slack.com@evil.example/")]
    [InlineData("")]
    public async Task A_response_url_of_another_origin_is_never_posted_to(string url)
    {
        var wire = new Wire(Wire.Ok);
        (await Respond(wire, url)).ShouldBeOfType<SlackReply.Refused>().Error.ShouldBe("foreign_response_url");
        wire.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(404)]
    [InlineData(400)]
    [InlineData(302)]
    public async Task A_response_url_that_is_used_up_is_refused(int status) =>
        (await Respond(new Wire(Wire.Says("expired_url", status)), Payloads.ResponseUrl))
            .ShouldBeOfType<SlackReply.Refused>()
            .Error.ShouldBe($"http_{status}");

    [Theory]
    [InlineData("invalid_blocks")]
    [InlineData("expired_url")]
    public async Task A_refusal_in_the_body_counts_although_the_status_is_fine(string error) =>
        (await Respond(new Wire(Wire.Says($$"""{"ok":false,"error":"{{error}}"}""")), Payloads.ResponseUrl))
            .ShouldBeOfType<SlackReply.Refused>()
            .Error.ShouldBe(error);

    [Fact]
    public async Task A_replacement_is_tried_again_and_a_new_message_is_not()
    {
        var wire = new Wire(Wire.Says("", 500), Wire.Says("ok"));
        var replaced = Respond(wire, Payloads.ResponseUrl, Original.Replace);
        await _time.AdvanceUntil(replaced, TimeSpan.FromSeconds(0.5));
        (await replaced).ShouldBeOfType<SlackReply.Ok>();
        (await Respond(new Wire(Wire.Says("", 500), Wire.Says("ok")), Payloads.ResponseUrl)).ShouldBe(
            new SlackReply.Unknown("http_500")
        );
    }

    private Task<SlackReply> Respond(Wire wire, string url, Original original = Original.Keep) =>
        Clients
            .Over(wire, _time)
            .Respond(url, new Message("hi"), original, TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
}
