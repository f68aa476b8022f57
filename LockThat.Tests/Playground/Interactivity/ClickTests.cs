using LockThat.Playground.People;

namespace LockThat.Tests.Playground.Interactivity;

public sealed class ClickTests
{
    private static async Task<(RunningWorkspace Slack, Person Grace)> WithAnswer(string answer)
    {
        var slack = await RunningWorkspace.Open();
        slack.App.Answers(answer);
        var grace = slack.As("grace");
        await grace.Types("/lockthat list");
        slack.App.Answers("");
        return (slack, grace);
    }

    [Fact]
    public async Task A_button_on_an_ephemeral_message_sends_no_message_but_a_response_url()
    {
        var (slack, grace) = await WithAnswer(Sample.Message(Sample.Section("Locked"), Sample.ButtonRow));
        await using var _ = slack;
        await grace.Clicks("Unlock");
        var payload = slack.App.Last.Payload;
        slack.App.Last.Path.ShouldBe("/slack/action");
        payload.GetProperty("type").GetString().ShouldBe("block_actions");
        payload.TryGetProperty("message", out var _).ShouldBeFalse();
        payload.GetProperty("container").GetProperty("is_ephemeral").GetBoolean().ShouldBeTrue();
        payload.GetProperty("channel").GetRawText().ShouldBe("""{"id":"C0GENERAL","name":"general"}""");
        payload.GetProperty("response_url").GetString().ShouldStartWith($"{slack.Host.Address}response/actions/");
        payload.GetProperty("trigger_id").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task What_was_pressed_is_said_with_its_ids_text_and_value()
    {
        var (slack, grace) = await WithAnswer(Sample.Message(Sample.ButtonRow));
        await using var _ = slack;
        await grace.Clicks("Unlock");
        var action = slack.App.Last.Payload.GetProperty("actions").EnumerateArray().ShouldHaveSingleItem();
        action
            .EnumerateObject()
            .Select(member => member.Name)
            .ShouldBe(["type", "block_id", "action_id", "text", "value", "action_ts"]);
        (
            action.GetProperty("block_id").GetString(),
            action.GetProperty("action_id").GetString(),
            action.GetProperty("value").GetString()
        ).ShouldBe(("row", "unlock", "test-site"));
    }

    [Fact]
    public async Task A_button_on_a_posted_message_sends_the_whole_message()
    {
        await using var slack = await RunningWorkspace.Open();
        await slack.Calls(
            "chat.postMessage",
            $$"""{"channel":"U0GRACE01","text":"reminder","blocks":[{{Sample.ButtonRow}}]}"""
        );
        var grace = slack.As("grace");
        await grace.Opens("LockThat");
        await grace.Clicks("Unlock");
        var payload = slack.App.Last.Payload;
        payload.GetProperty("message").GetProperty("text").GetString().ShouldBe("reminder");
        payload.GetProperty("message").GetProperty("bot_id").GetString().ShouldBe("B0LOCKTHAT");
        payload.GetProperty("container").GetProperty("is_ephemeral").GetBoolean().ShouldBeFalse();
        payload.GetProperty("channel").GetProperty("name").GetString().ShouldBe("directmessage");
    }

    [Fact]
    public async Task A_button_on_Home_sends_the_view_and_no_response_url()
    {
        await using var slack = await RunningWorkspace.Open();
        await slack.Calls("views.publish", $$$"""{"user_id":"U0GRACE01","view":{{{Sample.Home(Sample.ButtonRow)}}}}""");
        var grace = slack.As("grace");
        await grace.OpensHome();
        await grace.Clicks("Unlock");
        var payload = slack.App.Last.Payload;
        payload.GetProperty("view").GetProperty("type").GetString().ShouldBe("home");
        payload.GetProperty("view").GetProperty("hash").GetString().ShouldBe(slack.Workspace.Home("U0GRACE01")?.Hash);
        payload
            .GetProperty("container")
            .GetRawText()
            .ShouldBe($$"""{"type":"view","view_id":"{{slack.Workspace.Home("U0GRACE01")?.Id}}"}""");
        payload.TryGetProperty("response_url", out var _).ShouldBeFalse();
        payload.TryGetProperty("channel", out var _).ShouldBeFalse();
    }

    [Fact]
    public async Task The_button_beside_the_named_text_is_the_one_that_is_pressed()
    {
        const string printer =
            """{"type":"section","block_id":"p","text":{"type":"mrkdwn","text":"printer"},"accessory":{"type":"button","action_id":"unlock","value":"printer","text":{"type":"plain_text","text":"Unlock"}}}""";
        var (slack, grace) = await WithAnswer(Sample.Message(Sample.Section("test-site"), Sample.ButtonRow, printer));
        await using var _ = slack;
        await grace.Clicks("Unlock", near: "printer");
        slack.App.Last.Payload.GetProperty("actions")[0].GetProperty("value").GetString().ShouldBe("printer");
    }

    [Fact]
    public async Task An_overflow_menu_says_the_chosen_option()
    {
        const string menu =
            """{"type":"section","text":{"type":"mrkdwn","text":"x"},"accessory":{"type":"overflow","action_id":"more","options":[{"text":{"type":"plain_text","text":"Delete"},"value":"d"}]}}""";
        var (slack, grace) = await WithAnswer(Sample.Message(menu));
        await using var _ = slack;
        await grace.Clicks("Delete");
        slack
            .App.Last.Payload.GetProperty("actions")[0]
            .GetProperty("selected_option")
            .GetProperty("value")
            .GetString()
            .ShouldBe("d");
    }

    [Fact]
    public async Task A_confirm_dialog_comes_first_and_no_means_no()
    {
        const string asks =
            """{"type":"actions","elements":[{"type":"button","action_id":"x","text":{"type":"plain_text","text":"Delete"},"confirm":{"title":{"type":"plain_text","text":"Sure?"},"text":{"type":"plain_text","text":"All is lost"},"confirm":{"type":"plain_text","text":"Yes"},"deny":{"type":"plain_text","text":"No"}}}]}""";
        var (slack, grace) = await WithAnswer(Sample.Message(asks));
        await using var _ = slack;
        await grace.Clicks("Delete");
        grace.Dialog.ShouldNotBeNull();
        grace.Denies();
        slack.App.Received.Count.ShouldBe(1);
        await grace.Clicks("Delete");
        await grace.Confirms();
        slack.App.Received.Count.ShouldBe(2);
        grace.Dialog.ShouldBeNull();
    }

    [Fact]
    public async Task Choices_in_a_message_are_told_at_once_and_kept_in_its_state()
    {
        const string select =
            """{"type":"actions","block_id":"b","elements":[{"type":"static_select","action_id":"s","placeholder":{"type":"plain_text","text":"Which"},"options":[{"text":{"type":"plain_text","text":"One"},"value":"1"}]},{"type":"button","action_id":"go","text":{"type":"plain_text","text":"Go"}}]}""";
        var (slack, grace) = await WithAnswer(Sample.Message(select));
        await using var _ = slack;
        await grace.Chooses("Which", "One");
        slack
            .App.Last.Payload.GetProperty("actions")[0]
            .GetProperty("selected_option")
            .GetProperty("value")
            .GetString()
            .ShouldBe("1");
        await grace.Clicks("Go");
        slack
            .App.Last.Payload.GetProperty("state")
            .GetProperty("values")
            .GetProperty("b")
            .GetProperty("s")
            .GetProperty("selected_option")
            .GetProperty("value")
            .GetString()
            .ShouldBe("1");
    }

    [Fact]
    public async Task A_click_that_fails_is_told_beside_the_message_or_on_the_view()
    {
        var (slack, grace) = await WithAnswer(Sample.Message(Sample.ButtonRow));
        await using var _ = slack;
        await slack.Calls("views.publish", $$$"""{"user_id":"U0GRACE01","view":{{{Sample.Home(Sample.ButtonRow)}}}}""");
        slack.App.Answers("", status: 500);
        await grace.Clicks("Unlock");
        grace.Sees.ShouldContain("LockThat did not answer (http_service_error). Try again?");
        await grace.OpensHome();
        await grace.Clicks("Unlock");
        grace.Sees.ShouldStartWith("! We had some trouble connecting. Try again?");
    }

    [Fact]
    public async Task The_shortcut_has_a_trigger_and_neither_channel_nor_response_url()
    {
        await using var slack = await RunningWorkspace.Open();
        await slack.As("grace").UsesShortcut("Lock a resource");
        var payload = slack.App.Last.Payload;
        (payload.GetProperty("type").GetString(), payload.GetProperty("callback_id").GetString()).ShouldBe(
            ("shortcut", "lock_resource")
        );
        payload.GetProperty("trigger_id").GetString().ShouldNotBeNullOrEmpty();
        payload.TryGetProperty("channel", out var _).ShouldBeFalse();
        payload.TryGetProperty("response_url", out var _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_label_that_is_not_there_cannot_be_clicked()
    {
        var (slack, grace) = await WithAnswer(Sample.Message(Sample.ButtonRow));
        await using var _ = slack;
        (await Should.ThrowAsync<InvalidOperationException>(() => grace.Clicks("Extend"))).Message.ShouldContain(
            "\"Extend\""
        );
    }
}
