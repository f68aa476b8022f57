using LockThat.Playground.Workspaces;

namespace LockThat.Tests.Playground.WebApi;

public sealed class ChatTests
{
    private const string Grace = "U0GRACE01";

    [Fact]
    public async Task A_message_to_a_user_id_lands_in_their_direct_messages()
    {
        await using var slack = await RunningWorkspace.Open();
        var answer = await slack.Calls("chat.postMessage", """{"channel":"U0GRACE01","text":"It is free"}""");
        answer.GetProperty("channel").GetString().ShouldBe("D0GRACE01");
        answer.GetProperty("message").GetProperty("ts").GetString().ShouldBe(answer.GetProperty("ts").GetString());
        slack.Workspace.Messages("D0GRACE01", Grace).ShouldHaveSingleItem().Text.ShouldBe("It is free");
        slack.Workspace.Unread(Grace, "D0GRACE01").ShouldBe(1);
    }

    [Fact]
    public async Task Blocks_in_a_form_are_JSON_and_text_that_looks_like_JSON_is_text()
    {
        await using var slack = await RunningWorkspace.Open();
        await slack.CallsWithForm(
            "chat.postMessage",
            ("channel", "C0GENERAL"),
            ("text", "[1]"),
            ("blocks", $"[{Sample.Section("Hello")}]")
        );
        slack.Workspace.Messages(Team.General, Grace).ShouldHaveSingleItem().Text.ShouldBe("[1]");
        slack.As("grace").Sees.ShouldBe("LockThat:\nHello");
    }

    [Fact]
    public async Task Generated_ids_and_defaults_come_back()
    {
        await using var slack = await RunningWorkspace.Open();
        var answer = await slack.Calls(
            "chat.postMessage",
            $$"""{"channel":"C0GENERAL","text":"x","blocks":[{{Sample.Section("Hello")}}]}"""
        );
        var block = answer.GetProperty("message").GetProperty("blocks")[0];
        block.GetProperty("block_id").GetString().ShouldNotBeNullOrEmpty();
        block.GetProperty("text").GetProperty("verbatim").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData("chat.postMessage", """{"text":"x"}""", "invalid_arguments")]
    [InlineData("chat.postMessage", """{"channel":"C0NOWHERE","text":"x"}""", "channel_not_found")]
    [InlineData("chat.postMessage", """{"channel":"U0NOBODY","text":"x"}""", "channel_not_found")]
    [InlineData("chat.postMessage", """{"channel":"C0RELEASES","text":"x"}""", "not_in_channel")]
    [InlineData("chat.postMessage", """{"channel":"C0GENERAL"}""", "no_text")]
    [InlineData("chat.postMessage", """{"channel":"C0GENERAL","text":"x","blocks":"[]"}""", "invalid_blocks_format")]
    [InlineData(
        "chat.postMessage",
        """{"channel":"C0GENERAL","text":"x","blocks":[{"type":"carousel"}]}""",
        "invalid_blocks"
    )]
    [InlineData(
        "chat.postMessage",
        """{"channel":"C0GENERAL","text":"x","thread_ts":"1.000001"}""",
        "thread_not_found"
    )]
    [InlineData(
        "chat.postEphemeral",
        """{"channel":"D0ADA0001","user":"U0GRACE01","text":"x"}""",
        "user_not_in_channel"
    )]
    [InlineData("chat.update", """{"channel":"C0GENERAL","ts":"1.000001","text":"x"}""", "message_not_found")]
    [InlineData("chat.update", """{"channel":"U0GRACE01","ts":"1.000001","text":"x"}""", "channel_not_found")]
    [InlineData("chat.delete", """{"channel":"C0GENERAL","ts":"1.000001"}""", "message_not_found")]
    public async Task What_Slack_refuses_is_refused_with_its_word(string method, string json, string error)
    {
        await using var slack = await RunningWorkspace.Open();
        (await slack.Calls(method, json)).GetProperty("error").GetString().ShouldBe(error);
        slack.Workspace.Messages(Team.General, Grace).ShouldBeEmpty();
    }

    [Fact]
    public async Task Invalid_blocks_are_explained_with_pointers()
    {
        await using var slack = await RunningWorkspace.Open();
        var answer = await slack.Calls(
            "chat.postMessage",
            """{"channel":"C0GENERAL","text":"x","blocks":[{"type":"divider","colour":"red"}]}"""
        );
        answer
            .GetProperty("errors")[0]
            .GetString()
            .ShouldBe("invalid additional property: colour [json-pointer:/blocks/0]");
        answer
            .GetProperty("response_metadata")
            .GetProperty("messages")[0]
            .GetString()
            .ShouldBe("[ERROR] invalid additional property: colour [json-pointer:/blocks/0]");
        slack.Workspace.Journal.AppErrors.ShouldHaveSingleItem().ShouldContain("chat.postMessage: invalid_blocks");
    }

    [Fact]
    public async Task An_ephemeral_message_can_be_neither_updated_nor_found_in_the_history()
    {
        await using var slack = await RunningWorkspace.Open();
        var posted = await slack.Calls(
            "chat.postEphemeral",
            """{"channel":"C0GENERAL","user":"U0GRACE01","text":"psst"}"""
        );
        slack.As("grace").Sees.ShouldBe("LockThat (Only visible to you):\npsst");
        slack.As("ada").Sees.ShouldBeEmpty();
        (
            await slack.Calls(
                "chat.update",
                $$"""{"channel":"C0GENERAL","ts":"{{posted.GetProperty("message_ts").GetString()}}","text":"x"}"""
            )
        )
            .GetProperty("error")
            .GetString()
            .ShouldBe("cant_update_message");
        (await slack.Calls("conversations.history", """{"channel":"C0GENERAL"}"""))
            .GetProperty("messages")
            .GetArrayLength()
            .ShouldBe(0);
    }

    [Fact]
    public async Task An_update_with_text_alone_drops_the_blocks()
    {
        await using var slack = await RunningWorkspace.Open();
        var ts = (
            await slack.Calls(
                "chat.postMessage",
                $$"""{"channel":"C0GENERAL","text":"x","blocks":[{{Sample.Section("Old")}}]}"""
            )
        )
            .GetProperty("ts")
            .GetString();
        (await slack.Calls("chat.update", $$"""{"channel":"C0GENERAL","ts":"{{ts}}","text":"New"}"""))
            .GetProperty("ok")
            .GetBoolean()
            .ShouldBeTrue();
        slack.As("grace").Sees.ShouldBe("LockThat:\nNew");
    }

    [Fact]
    public async Task A_deleted_message_is_gone()
    {
        await using var slack = await RunningWorkspace.Open();
        var ts = (await slack.Calls("chat.postMessage", """{"channel":"C0GENERAL","text":"x"}"""))
            .GetProperty("ts")
            .GetString();
        await slack.Calls("chat.delete", $$"""{"channel":"C0GENERAL","ts":"{{ts}}"}""");
        slack.As("grace").Sees.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_person_said_the_app_can_neither_change_nor_delete()
    {
        await using var slack = await RunningWorkspace.Open();
        await slack.As("grace").Types("hello");
        var ts = slack.Workspace.Messages(Team.General, Grace)[0].Ts;
        (await slack.Calls("chat.update", $$"""{"channel":"C0GENERAL","ts":"{{ts}}","text":"x"}"""))
            .GetProperty("error")
            .GetString()
            .ShouldBe("cant_update_message");
        (await slack.Calls("chat.delete", $$"""{"channel":"C0GENERAL","ts":"{{ts}}"}"""))
            .GetProperty("error")
            .GetString()
            .ShouldBe("cant_delete_message");
    }
}
