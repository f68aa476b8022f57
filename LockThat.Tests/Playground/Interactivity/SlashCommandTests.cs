using System.Security.Cryptography;
using System.Text;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Tests.Playground.Interactivity;

public sealed class SlashCommandTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_is_posted_as_Slacks_form_in_Slacks_order()
    {
        await using var slack = await RunningWorkspace.Open();
        await slack.As("grace").Types("/lockthat  lock test-site 2 h R&D <now>");
        var sent = slack.App.Last;
        sent.Path.ShouldBe("/slack/command");
        sent.Headers["Content-Type"].ShouldBe("application/x-www-form-urlencoded");
        sent.Headers["User-Agent"].ShouldBe("Slackbot 1.0 (+https://api.slack.com/robots)");
        sent.Body.Split('&')
            .Select(field => field.Split('=')[0])
            .ShouldBe([
                "token",
                "team_id",
                "team_domain",
                "channel_id",
                "channel_name",
                "user_id",
                "user_name",
                "command",
                "text",
                "api_app_id",
                "is_enterprise_install",
                "response_url",
                "trigger_id",
            ]);
        sent.Body.ShouldContain("text=lock+test-site+2+h+R%26amp%3BD+%26lt%3Bnow%26gt%3B&");
        sent.Fields["response_url"].ShouldStartWith($"{slack.Host.Address}response/commands/T0PLAY001/");
    }

    [Theory]
    [InlineData("give x @ada", "give x <@U0ADA0001|ada>")]
    [InlineData(
        "lock #general @nobody a@ada.example #nowhere",
        "lock <#C0GENERAL|general> @nobody a@ada.example #nowhere"
    )]
    [InlineData("lock x see https://x.y/?a&b", "lock x see <https://x.y/?a&amp;b>")]
    public async Task People_channels_and_addresses_are_escaped_as_the_manifest_asks(string typed, string sent)
    {
        await using var slack = await RunningWorkspace.Open();
        await slack.As("grace").Types($"/lockthat {typed}");
        slack.App.Last.Fields["text"].ShouldBe(sent);
    }

    [Fact]
    public async Task A_command_carries_the_v0_signature_of_its_body()
    {
        await using var slack = await RunningWorkspace.Open();
        await slack.As("grace").Types("/lockthat list");
        var sent = slack.App.Last;
        var stamp = sent.Headers["X-Slack-Request-Timestamp"];
        stamp.ShouldBe("1772442000");
        var hash = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes("secret"),
            Encoding.UTF8.GetBytes($"v0:{stamp}:{sent.Body}")
        );
        sent.Headers["X-Slack-Signature"].ShouldBe("v0=" + Convert.ToHexStringLower(hash));
    }

    [Theory]
    [InlineData(
        1531420618L,
        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
    )]
    [InlineData(
        1700000000L,
        "v0=8eb7a2cdb710e900c6ded0384ca4b2d374d4e8eb145d041d12cb38eb807a7584",
        "{\"text\":\"café ☃\"}"
    )]
    [InlineData(1700000000L, "v0=e32114b39f9a22e4b8d8778478b39e6ed0677e5562e5474c3104b4074f1917e2", "")]
    public void The_signature_is_the_one_that_Slack_published(long timestamp, string expected, string body) =>
        Signature.Of("8f742231b10e8888abcd99yyyzzz85a5", timestamp, body).ShouldBe(expected);

    [Fact]
    public async Task The_answer_is_shown_to_who_typed_only()
    {
        await using var slack = await RunningWorkspace.Open();
        slack.App.Answers(
            """{"text":"locked","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"*Locked* by <@U0GRACE01>"}}]}"""
        );
        var grace = slack.As("grace");
        (await grace.Types("/lockthat lock x")).ShouldBeTrue();
        grace.Sees.ShouldBe("LockThat (Only visible to you):\nLocked by @Grace Hopper");
        slack.As("ada").Sees.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_in_channel_answer_shows_the_typed_line_to_everybody()
    {
        await using var slack = await RunningWorkspace.Open();
        slack.App.Answers("""{"response_type":"in_channel","text":"Everything is free"}""");
        await slack.As("grace").Types("/lockthat list");
        slack.As("ada").Sees.ShouldBe("Grace Hopper:\n/lockthat list\nLockThat:\nEverything is free");
    }

    [Fact]
    public async Task A_plain_text_answer_is_an_ephemeral_message_and_an_empty_one_nothing()
    {
        await using var slack = await RunningWorkspace.Open();
        var grace = slack.As("grace");
        await grace.Types("/lockthat");
        grace.Sees.ShouldBeEmpty();
        slack.App.Answers("done", "text/plain");
        await grace.Types("/lockthat");
        grace.Sees.ShouldBe("LockThat (Only visible to you):\ndone");
    }

    [Theory]
    [InlineData(500, "http_service_error")]
    [InlineData(401, "http_client_error")]
    public async Task A_failing_app_is_told_to_the_person_with_Slacks_word(int status, string error)
    {
        await using var slack = await RunningWorkspace.Open();
        slack.App.Answers("oops", status: status);
        var grace = slack.As("grace");
        (await grace.Types("/lockthat list")).ShouldBeFalse();
        grace.Sees.ShouldBe($"Slackbot (Only visible to you):\n/lockthat failed with the error \"{error}\"");
    }

    [Fact]
    public async Task An_answer_after_three_seconds_is_too_late()
    {
        await using var slack = await RunningWorkspace.Open();
        slack.App.NeverAnswers();
        var grace = slack.As("grace");
        var typing = grace.Types("/lockthat list");
        await slack.Arrived();
        slack.Time.Advance(TimeSpan.FromSeconds(3));
        (await typing).ShouldBeFalse();
        grace.Sees.ShouldContain("operation_timeout");
    }

    [Fact]
    public async Task An_app_that_is_not_there_is_dispatch_failed()
    {
        await using var slack = await RunningWorkspace.Open();
        slack.Host.Slack.Addresses.App = new("http://127.0.0.1:1");
        (await slack.As("grace").Types("/lockthat list")).ShouldBeFalse();
        slack.As("grace").Sees.ShouldContain("dispatch_failed");
    }

    [Fact]
    public async Task An_answer_that_Slack_would_refuse_is_not_shown_but_named()
    {
        await using var slack = await RunningWorkspace.Open();
        slack.App.Answers("""{"text":"x","blocks":[{"type":"section","text":{"type":"plain_text","text":""}}]}""");
        await slack.As("grace").Types("/lockthat list");
        slack.As("grace").Sees.ShouldContain("failed with the error \"invalid_blocks\"");
        slack
            .Workspace.Journal.AppErrors.ShouldHaveSingleItem()
            .ShouldBe(
                "slash_command: invalid_blocks must be more than 0 characters [json-pointer:/blocks/0/text/text]"
            );
    }

    [Fact]
    public async Task Every_delivery_is_kept_with_its_answer()
    {
        await using var slack = await RunningWorkspace.Open();
        slack.App.Answers("""{"text":"hi"}""");
        await slack.As("grace").Types("/lockthat list");
        var delivery = slack.Workspace.Journal.Deliveries.ShouldHaveSingleItem();
        (delivery.Kind, delivery.Status, delivery.AckBody, delivery.Failure).ShouldBe(
            ("slash_command", 200, """{"text":"hi"}""", null)
        );
        delivery.Body.ShouldBe(slack.App.Last.Body);
    }

    [Fact]
    public async Task A_delivery_can_be_repeated_to_the_letter()
    {
        await using var slack = await RunningWorkspace.Open();
        await slack.As("grace").Types("/lockthat list");
        await slack.Host.Slack.Deliveries.Redelivers(slack.Workspace.Journal.Deliveries[0], Ct);
        slack.App.Received.Count.ShouldBe(2);
        slack.App.Received[1].Body.ShouldBe(slack.App.Received[0].Body);
    }

    [Fact]
    public async Task A_duplicate_on_request_reaches_the_app_and_shows_nothing_twice()
    {
        await using var slack = await RunningWorkspace.Open();
        slack.App.Answers("""{"text":"hi"}""");
        slack.Faults.DuplicatesNextDelivery();
        await slack.As("grace").Types("/lockthat list");
        slack.App.Received.Count.ShouldBe(2);
        slack.Workspace.Messages(Team.General, "U0GRACE01").Length.ShouldBe(1);
    }
}
