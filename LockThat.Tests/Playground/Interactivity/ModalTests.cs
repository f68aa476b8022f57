using LockThat.Playground.People;

namespace LockThat.Tests.Playground.Interactivity;

public sealed class ModalTests
{
    private const string External =
        """{"type":"input","block_id":"resource","label":{"type":"plain_text","text":"Resource"},"element":{"type":"external_select","action_id":"v","min_query_length":0}}""";

    private static async Task<(RunningWorkspace Slack, Person Grace)> WithModal(string view)
    {
        var slack = await RunningWorkspace.Open();
        var grace = slack.As("grace");
        (await slack.OpensModal(grace, view)).GetRawText().ShouldStartWith("""{"ok":true""");
        return (slack, grace);
    }

    [Fact]
    public async Task A_submission_carries_what_was_chosen_and_typed()
    {
        var (slack, grace) = await WithModal(Sample.Modal(Sample.Resource, Sample.Reason));
        await using var _ = slack;
        await grace.Chooses("Resource", "printer");
        await grace.Fills("Reason", "demo");
        await grace.Submits();
        var payload = slack.App.Last.Payload;
        payload.GetProperty("type").GetString().ShouldBe("view_submission");
        payload.GetProperty("response_urls").GetArrayLength().ShouldBe(0);
        var values = payload.GetProperty("view").GetProperty("state").GetProperty("values");
        values
            .GetProperty("resource")
            .GetProperty("v")
            .GetRawText()
            .ShouldBe(
                """{"type":"static_select","selected_option":{"text":{"type":"plain_text","text":"printer","emoji":true},"value":"r2"}}"""
            );
        values
            .GetProperty("reason")
            .GetProperty("v")
            .GetRawText()
            .ShouldBe("""{"type":"plain_text_input","value":"demo"}""");
    }

    [Fact]
    public async Task An_untouched_field_is_null()
    {
        var (slack, grace) = await WithModal(Sample.Modal(Sample.Reason));
        await using var _ = slack;
        await grace.Submits();
        slack
            .App.Last.Payload.GetProperty("view")
            .GetProperty("state")
            .GetProperty("values")
            .GetProperty("reason")
            .GetProperty("v")
            .GetRawText()
            .ShouldBe("""{"type":"plain_text_input","value":null}""");
    }

    [Theory]
    [InlineData("", "Please complete this required field.")]
    [InlineData("much longer than five", "Please enter no more than 5 characters.")]
    public async Task The_client_checks_before_anything_is_sent(string typed, string error)
    {
        const string name =
            """{"type":"input","block_id":"name","label":{"type":"plain_text","text":"Name"},"element":{"type":"plain_text_input","action_id":"v","max_length":5}}""";
        var (slack, grace) = await WithModal(Sample.Modal(name));
        await using var _ = slack;
        await grace.Fills("Name", typed);
        await grace.Clicks("Send");
        grace.Sees.ShouldContain($"! {error}");
        slack.App.Received.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_answer_closes_the_view()
    {
        var (slack, grace) = await WithModal(Sample.Modal(Sample.Reason));
        await using var _ = slack;
        await grace.Submits();
        grace.Modal.ShouldBeNull();
    }

    [Fact]
    public async Task Errors_stay_at_their_fields_and_nothing_typed_is_lost()
    {
        var (slack, grace) = await WithModal(Sample.Modal(Sample.Reason));
        await using var _ = slack;
        await grace.Fills("Reason", "demo");
        slack.App.Answers("""{"response_action":"errors","errors":{"reason":"Too dull"}}""");
        await grace.Submits();
        grace.Sees.ShouldBe("# Lock\nReason: demo\n! Too dull\n[Close] [Send]");
    }

    [Theory]
    [InlineData("""{"response_action":"errors","errors":{"v":"an action id"}}""")]
    [InlineData("""{"response_action":"errors","errors":{}}""")]
    [InlineData("""{"response_action":"vanish"}""")]
    [InlineData("""{"response_action":"update","view":{"type":"modal"}}""")]
    [InlineData("""{"response_action":"push","view":{"type":"home","blocks":[]}}""")]
    [InlineData("ok")]
    public async Task An_answer_that_Slack_does_not_understand_keeps_the_modal_open_with_trouble(string answer)
    {
        var (slack, grace) = await WithModal(Sample.Modal(Sample.Reason));
        await using var _ = slack;
        slack.App.Answers(answer);
        await grace.Submits();
        grace.Sees.ShouldContain("! We had some trouble connecting. Try again?");
        slack.Workspace.Journal.AppErrors.ShouldHaveSingleItem().ShouldStartWith("view_submission: ");
    }

    [Fact]
    public async Task An_update_replaces_the_view_and_keeps_input_of_unchanged_ids()
    {
        var (slack, grace) = await WithModal(Sample.Modal(Sample.Reason));
        await using var _ = slack;
        await grace.Fills("Reason", "demo");
        slack.App.Answers(
            $$$"""{"response_action":"update","view":{{{Sample.Titled("Changed", "", Sample.Section("News"), Sample.Reason)}}}}"""
        );
        await grace.Submits();
        grace.Sees.ShouldBe("# Changed\nNews\nReason: demo\n[Close] [Send]");
    }

    [Fact]
    public async Task A_pushed_view_lies_on_top_and_closing_it_uncovers_the_one_below()
    {
        var (slack, grace) = await WithModal(Sample.Modal(Sample.Reason));
        await using var _ = slack;
        slack.App.Answers($$$"""{"response_action":"push","view":{{{Sample.Titled("Second", "")}}}}""");
        await grace.Submits();
        grace.Sees.ShouldStartWith("# Second");
        grace.Modal?.PreviousId.ShouldBe(grace.Modal.RootId);
        await grace.Closes();
        grace.Sees.ShouldStartWith("# Lock");
    }

    [Fact]
    public async Task Clear_closes_the_whole_stack()
    {
        var (slack, grace) = await WithModal(Sample.Modal(Sample.Reason));
        await using var _ = slack;
        slack.App.Answers($$$"""{"response_action":"push","view":{{{Sample.Titled("Second", "")}}}}""");
        await grace.Submits();
        slack.App.Answers("""{"response_action":"clear"}""");
        await grace.Submits();
        slack.Workspace.Modals("U0GRACE01").ShouldBeEmpty();
    }

    [Fact]
    public async Task Closing_is_told_only_where_the_view_asked_for_it()
    {
        var (slack, grace) = await WithModal(Sample.Titled("Lock", "\"notify_on_close\":true,", Sample.Reason));
        await using var _ = slack;
        await grace.Clicks("Close");
        var payload = slack.App.Last.Payload;
        (payload.GetProperty("type").GetString(), payload.GetProperty("is_cleared").GetBoolean()).ShouldBe(
            ("view_closed", false)
        );
        payload.TryGetProperty("trigger_id", out var _).ShouldBeFalse();
        await slack.OpensModal(grace, Sample.Modal(Sample.Reason));
        var before = slack.App.Received.Count;
        await grace.Closes();
        slack.App.Received.Count.ShouldBe(before);
    }

    [Fact]
    public async Task The_cross_dismisses_the_stack_and_tells_of_the_root()
    {
        var (slack, grace) = await WithModal(Sample.Titled("Root", "\"notify_on_close\":true,", Sample.Reason));
        await using var _ = slack;
        slack.App.Answers($$$"""{"response_action":"push","view":{{{Sample.Titled("Second", "")}}}}""");
        await grace.Submits();
        slack.App.Answers("");
        await grace.Dismisses();
        grace.Modal.ShouldBeNull();
        slack.App.Last.Payload.GetProperty("is_cleared").GetBoolean().ShouldBeTrue();
        slack
            .App.Last.Payload.GetProperty("view")
            .GetProperty("title")
            .GetProperty("text")
            .GetString()
            .ShouldBe("Root");
    }

    [Fact]
    public async Task A_field_with_dispatch_action_tells_of_its_changes()
    {
        var dispatching = Sample.Resource.Replace(
            "\"label\"",
            "\"dispatch_action\":true,\"label\"",
            StringComparison.Ordinal
        );
        var (slack, grace) = await WithModal(Sample.Modal(dispatching));
        await using var _ = slack;
        await grace.Chooses("Resource", "printer");
        var payload = slack.App.Last.Payload;
        payload.GetProperty("type").GetString().ShouldBe("block_actions");
        payload
            .GetProperty("view")
            .GetProperty("state")
            .GetProperty("values")
            .GetProperty("resource")
            .GetProperty("v")
            .GetProperty("selected_option")
            .GetProperty("value")
            .GetString()
            .ShouldBe("r2");
    }

    [Fact]
    public async Task An_external_select_asks_the_app_for_its_options()
    {
        var (slack, grace) = await WithModal(Sample.Modal(External));
        await using var _ = slack;
        slack.App.Answer = (request, _) =>
            Task.FromResult(
                new Reply(
                    request.Path == "/slack/options"
                        ? """{"options":[{"text":{"type":"plain_text","text":"printer (held)"},"value":"r2"}]}"""
                        : ""
                )
            );
        await grace.Chooses("Resource", "printer");
        var asked = slack.App.Last;
        (asked.Path, asked.Payload.GetProperty("value").GetString()).ShouldBe(("/slack/options", "printer"));
        await grace.Submits();
        slack
            .App.Last.Payload.GetProperty("view")
            .GetProperty("state")
            .GetProperty("values")
            .GetProperty("resource")
            .GetProperty("v")
            .GetProperty("selected_option")
            .GetProperty("value")
            .GetString()
            .ShouldBe("r2");
    }

    [Theory]
    [InlineData("""{"options":[{"text":{"type":"mrkdwn","text":"printer"},"value":"r2"}]}""")]
    [InlineData("""{}""")]
    [InlineData("none")]
    public async Task Options_that_Slack_would_not_offer_are_not_offered(string answer)
    {
        var (slack, grace) = await WithModal(Sample.Modal(External));
        await using var _ = slack;
        slack.App.Answers(answer);
        await Should.ThrowAsync<InvalidOperationException>(() => grace.Chooses("Resource", "printer"));
        slack.Workspace.Journal.AppErrors.ShouldHaveSingleItem().ShouldStartWith("block_suggestion: invalid_options");
    }

    [Fact]
    public async Task A_date_and_time_is_meant_in_the_zone_of_who_enters_it()
    {
        const string until =
            """{"type":"input","block_id":"until","label":{"type":"plain_text","text":"Until"},"element":{"type":"datetimepicker","action_id":"v"}}""";
        var (slack, grace) = await WithModal(Sample.Modal(until));
        await using var _ = slack;
        await grace.Fills("Until", "2026-03-02 18:00");
        grace
            .Modal?.State.Values.ShouldHaveSingleItem()
            .GetRawText()
            .ShouldBe("""{"type":"datetimepicker","selected_date_time":1772492400}""");
    }
}
