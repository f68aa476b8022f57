using System.Text.Json;

namespace LockThat.Tests.Playground.WebApi;

public sealed class ViewMethodTests
{
    private static async Task<(RunningWorkspace Slack, string Trigger)> WithTrigger()
    {
        var slack = await RunningWorkspace.Open();
        await slack.As("grace").Types("/lockthat lock");
        return (slack, slack.App.Last.Fields["trigger_id"]);
    }

    private static Task<JsonElement> Opens(
        RunningWorkspace slack,
        string trigger,
        string method = "views.open",
        string? view = null
    ) => slack.Calls(method, $$"""{"trigger_id":"{{trigger}}","view":{{view ?? Sample.Modal(Sample.Reason)}}}""");

    [Fact]
    public async Task A_modal_opens_for_who_caused_the_trigger()
    {
        var (slack, trigger) = await WithTrigger();
        await using var _ = slack;
        var view = (await Opens(slack, trigger)).GetProperty("view");
        slack.As("grace").Sees.ShouldBe("# Lock\nReason: ()\n[Close] [Send]");
        slack.As("ada").Modal.ShouldBeNull();
        view.GetProperty("id").GetString().ShouldBe(slack.As("grace").Modal?.Id);
        view.GetProperty("root_view_id").GetString().ShouldBe(view.GetProperty("id").GetString());
        view.GetProperty("private_metadata").GetString().ShouldBe("");
        view.GetProperty("previous_view_id").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_trigger_works_once()
    {
        var (slack, trigger) = await WithTrigger();
        await using var _ = slack;
        await Opens(slack, trigger);
        (await Opens(slack, trigger)).GetProperty("error").GetString().ShouldBe("exchanged_trigger_id");
    }

    [Fact]
    public async Task A_trigger_lives_three_seconds()
    {
        var (slack, trigger) = await WithTrigger();
        await using var _ = slack;
        slack.Time.Advance(TimeSpan.FromSeconds(3.1));
        (await Opens(slack, trigger)).GetProperty("error").GetString().ShouldBe("expired_trigger_id");
        (await Opens(slack, "1.2.3")).GetProperty("error").GetString().ShouldBe("invalid_trigger_id");
    }

    [Fact]
    public async Task A_view_that_is_refused_does_not_use_the_trigger_up()
    {
        var (slack, trigger) = await WithTrigger();
        await using var _ = slack;
        var refused = await Opens(slack, trigger, view: """{"type":"modal","blocks":[]}""");
        refused.GetProperty("error").GetString().ShouldBe("invalid_arguments");
        refused
            .GetProperty("response_metadata")
            .GetProperty("messages")[0]
            .GetString()
            .ShouldBe("[ERROR] missing required field: title [json-pointer:/view]");
        (await Opens(slack, trigger)).GetProperty("ok").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Three_views_lie_on_each_other_and_no_fourth()
    {
        await using var slack = await RunningWorkspace.Open();
        var grace = slack.As("grace");
        async Task<string> Trigger()
        {
            await grace.Types("/lockthat lock");
            return slack.App.Last.Fields["trigger_id"];
        }

        (await Opens(slack, await Trigger(), "views.push")).GetProperty("error").GetString().ShouldBe("not_found");
        await Opens(slack, await Trigger());
        await Opens(slack, await Trigger(), "views.push");
        await Opens(slack, await Trigger(), "views.push");
        (await Opens(slack, await Trigger(), "views.push"))
            .GetProperty("error")
            .GetString()
            .ShouldBe("push_limit_reached");
        slack.Workspace.Modals("U0GRACE01").Length.ShouldBe(3);
    }

    [Fact]
    public async Task An_update_insists_on_the_hash_when_it_names_one()
    {
        var (slack, trigger) = await WithTrigger();
        await using var _ = slack;
        var view = (await Opens(slack, trigger)).GetProperty("view");
        var (id, hash) = (view.GetProperty("id").GetString(), view.GetProperty("hash").GetString());
        var update = $$"""{"view_id":"{{id}}","hash":"{{hash}}","view":{{Sample.Titled("News", "", Sample.Reason)}}}""";
        (await slack.Calls("views.update", update)).GetProperty("ok").GetBoolean().ShouldBeTrue();
        (await slack.Calls("views.update", update)).GetProperty("error").GetString().ShouldBe("hash_conflict");
        slack.As("grace").Sees.ShouldStartWith("# News");
    }

    [Fact]
    public async Task A_closed_view_cannot_be_updated()
    {
        var (slack, trigger) = await WithTrigger();
        await using var _ = slack;
        var id = (await Opens(slack, trigger)).GetProperty("view").GetProperty("id").GetString();
        await slack.As("grace").Closes();
        (await slack.Calls("views.update", $$"""{"view_id":"{{id}}","view":{{Sample.Modal(Sample.Reason)}}}"""))
            .GetProperty("error")
            .GetString()
            .ShouldBe("not_found");
    }

    [Fact]
    public async Task An_external_id_names_one_open_view()
    {
        var (slack, trigger) = await WithTrigger();
        await using var _ = slack;
        var named = Sample.Titled("Lock", "\"external_id\":\"e1\",", Sample.Reason);
        await Opens(slack, trigger, view: named);
        await slack.As("ada").Types("/lockthat lock");
        (await Opens(slack, slack.App.Last.Fields["trigger_id"], view: named))
            .GetProperty("error")
            .GetString()
            .ShouldBe("duplicate_external_id");
        (await slack.Calls("views.update", $$"""{"external_id":"e1","view":{{Sample.Titled("News", "")}}}"""))
            .GetProperty("ok")
            .GetBoolean()
            .ShouldBeTrue();
        slack.As("grace").Sees.ShouldStartWith("# News");
    }

    [Fact]
    public async Task Of_two_publications_with_one_hash_the_second_conflicts()
    {
        await using var slack = await RunningWorkspace.Open();
        Task<JsonElement> Publish(string text, string more) =>
            slack.Calls(
                "views.publish",
                $$"""{"user_id":"U0GRACE01",{{more}}"view":{{Sample.Home(Sample.Section(text))}}}"""
            );
        var hash = (await Publish("one", "")).GetProperty("view").GetProperty("hash").GetString();
        (await Publish("two", $"\"hash\":\"{hash}\",")).GetProperty("ok").GetBoolean().ShouldBeTrue();
        (await Publish("three", $"\"hash\":\"{hash}\",")).GetProperty("error").GetString().ShouldBe("hash_conflict");
        (await Publish("four", "")).GetProperty("ok").GetBoolean().ShouldBeTrue();
        PlainHome(slack).ShouldBe("four");
    }

    [Theory]
    [InlineData("""{"user_id":"U0NOBODY","view":{"type":"home","blocks":[]}}""")]
    [InlineData("""{"user_id":"U0GRACE01","view":{"type":"modal","blocks":[]}}""")]
    [InlineData("""{"user_id":"U0GRACE01","view":"{}"}""")]
    [InlineData("""{"user_id":"U0GRACE01"}""")]
    [InlineData("""{"view":{"type":"home","blocks":[]}}""")]
    public async Task A_Home_that_cannot_be_published_is_refused(string json)
    {
        await using var slack = await RunningWorkspace.Open();
        (await slack.Calls("views.publish", json)).GetProperty("error").GetString().ShouldBe("invalid_arguments");
        slack.Workspace.Home("U0GRACE01").ShouldBeNull();
    }

    [Fact]
    public async Task More_than_250_KB_is_too_large()
    {
        await using var slack = await RunningWorkspace.Open();
        var blocks = Enumerable.Repeat(Sample.Section(new('x', 2900)), 90).ToArray();
        (await slack.Calls("views.publish", $$"""{"user_id":"U0GRACE01","view":{{Sample.Home(blocks)}}}"""))
            .GetProperty("error")
            .GetString()
            .ShouldBe("view_too_large");
    }

    private static string PlainHome(RunningWorkspace slack) =>
        slack.Workspace.Home("U0GRACE01")?.Blocks[0].GetProperty("text").GetProperty("text").GetString() ?? "";
}
