using LockThat.Playground.Workspaces;

namespace LockThat.Tests.Playground.WebApi;

public sealed class ResponseUrlTests
{
    private const string Grace = "U0GRACE01";

    private static async Task<(RunningWorkspace Slack, string Url)> OfCommand()
    {
        var slack = await RunningWorkspace.Open();
        await slack.As("grace").Types("/lockthat list");
        return (slack, slack.App.Last.Fields["response_url"]);
    }

    private static async Task<(RunningWorkspace Slack, string Url)> OfClick()
    {
        var slack = await RunningWorkspace.Open();
        slack.App.Answers(Sample.Message(Sample.Section("Locked"), Sample.ButtonRow));
        await slack.As("grace").Types("/lockthat list");
        slack.App.Answers("");
        await slack.As("grace").Clicks("Unlock");
        return (slack, slack.App.Last.Payload.GetProperty("response_url").GetString() ?? "");
    }

    [Fact]
    public async Task A_new_message_is_for_the_person_unless_it_is_in_channel()
    {
        var (slack, url) = await OfCommand();
        await using var _ = slack;
        (await slack.Responds(url, """{"text":"for you"}""")).ShouldBe((200, "ok"));
        (await slack.Responds(url, """{"text":"for all","response_type":"in_channel"}""")).Status.ShouldBe(200);
        slack.As("ada").Sees.ShouldBe("LockThat:\nfor all");
        slack.Workspace.Messages(Team.General, Grace).Length.ShouldBe(2);
    }

    [Fact]
    public async Task The_message_of_the_button_is_replaced_and_stays_ephemeral()
    {
        var (slack, url) = await OfClick();
        await using var _ = slack;
        (await slack.Responds(url, """{"replace_original":true,"text":"Unlocked"}""")).Status.ShouldBe(200);
        slack.As("grace").Sees.ShouldBe("LockThat (Only visible to you):\nUnlocked");
    }

    [Fact]
    public async Task Flags_may_be_strings_and_delete_needs_no_text()
    {
        var (slack, url) = await OfClick();
        await using var _ = slack;
        (await slack.Responds(url, """{"delete_original":"true"}""")).Status.ShouldBe(200);
        slack.As("grace").Sees.ShouldBeEmpty();
        (await slack.Responds(url, """{"replace_original":true,"text":"x"}""")).ShouldBe((404, "message_not_found"));
    }

    [Fact]
    public async Task Five_uses_are_all()
    {
        var (slack, url) = await OfCommand();
        await using var _ = slack;
        for (var use = 1; use <= 5; use++)
            (await slack.Responds(url, """{"text":"x"}""")).Status.ShouldBe(200);
        (await slack.Responds(url, """{"text":"x"}""")).ShouldBe((404, "used_url"));
    }

    [Fact]
    public async Task After_thirty_minutes_it_is_over()
    {
        var (slack, url) = await OfCommand();
        await using var _ = slack;
        slack.Time.Advance(TimeSpan.FromMinutes(30.1));
        (await slack.Responds(url, """{"text":"x"}""")).ShouldBe((404, "expired_url"));
        (await slack.Responds($"{slack.Host.Address}response/commands/T0PLAY001/1/guess", """{"text":"x"}""")).ShouldBe(
            (404, "no_service")
        );
    }

    [Theory]
    [InlineData("""{"replace_original":true}""", "no_text")]
    [InlineData("""{"text":"x","blocks":[{"type":"poem"}]}""", "invalid_blocks")]
    [InlineData("text", "invalid_payload")]
    public async Task What_Slack_would_not_take_is_refused(string json, string error)
    {
        var (slack, url) = await OfCommand();
        await using var _ = slack;
        (await slack.Responds(url, json)).ShouldBe((400, error));
        slack.As("grace").Sees.ShouldBeEmpty();
    }
}
