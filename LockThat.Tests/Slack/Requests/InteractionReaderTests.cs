using LockThat.App.Identifiers;
using LockThat.App.Slack.Requests;

namespace LockThat.Tests.Slack.Requests;

public sealed class InteractionReaderTests
{
    [Fact]
    public void A_click_on_a_message_says_what_and_where()
    {
        var click = Read<SlackRequest.BlockActionRequest>(Payloads.BlockAction);
        (click.Workspace, click.User, click.TriggerId).ShouldBe((Payloads.Acme, Payloads.Alice, "1.2.abc"));
        click.Action.ShouldBe(new BlockAction("unlock", "b1", "42", "1700000005.123456"));
        var message = click.Container.ShouldBeOfType<Container.Message>();
        (message.ChannelId, message.Ts, message.IsEphemeral).ShouldBe(("C0GENERAL", "1700000000.000100", false));
        message.ResponseUrl.ShouldBe("https://hooks.slack.com/actions/T0ACME001/1/secret");
        message.State.Text("why", "v").ShouldBe("demo");
    }

    [Fact]
    public void A_click_on_an_ephemeral_message_has_no_message_in_it()
    {
        var json = Payloads
            .BlockAction.Replace("\"is_ephemeral\":false", "\"is_ephemeral\":true", StringComparison.Ordinal)
            .Replace("\"message\":", "\"was\":", StringComparison.Ordinal);
        Read<SlackRequest.BlockActionRequest>(json)
            .Container.ShouldBeOfType<Container.Message>()
            .IsEphemeral.ShouldBeTrue();
    }

    [Fact]
    public void A_choice_on_Home_comes_with_the_view_and_its_fields()
    {
        var choice = Read<SlackRequest.BlockActionRequest>(Payloads.HomeAction);
        choice.Action.Value.ShouldBe("one");
        var view = choice.Container.ShouldBeOfType<Container.Home>().View;
        (view.Id, view.Hash, view.PrivateMetadata, view.PreviousViewId).ShouldBe(("V0HOME", "1.x", "p=2", null));
        view.State.Text("filter", "v").ShouldBe("site");
    }

    [Fact]
    public void An_action_in_a_modal_is_told_from_one_on_Home() =>
        Read<SlackRequest.BlockActionRequest>(
            Payloads.HomeAction.Replace("\"type\":\"home\"", "\"type\":\"modal\"", StringComparison.Ordinal)
        )
            .Container.ShouldBeOfType<Container.Modal>();

    [Fact]
    public void A_cleared_choice_has_no_value() =>
        Read<SlackRequest.BlockActionRequest>(
            Payloads.HomeAction.Replace("""{"value":"one"}""", "null", StringComparison.Ordinal)
        )
            .Action.Value.ShouldBeNull();

    [Fact]
    public void A_submission_brings_the_form()
    {
        var submission = Read<SlackRequest.ViewSubmission>(Payloads.Submission);
        (submission.View.Id, submission.View.CallbackId, submission.View.PrivateMetadata).ShouldBe(
            ("V0MODAL", "lock", "{}")
        );
        (submission.View.RootViewId, submission.View.PreviousViewId, submission.TriggerId).ShouldBe(
            ("V0ROOT", "V0UNDER", "1.2.abc")
        );
        submission.View.State.Text("why", "v").ShouldBe("demo");
    }

    [Fact]
    public void A_closed_form_says_whether_all_of_them_were_closed()
    {
        var json = Payloads.Submission.Replace("view_submission", "view_closed", StringComparison.Ordinal);
        Read<SlackRequest.ViewClosed>(json).IsCleared.ShouldBeFalse();
        Read<SlackRequest.ViewClosed>(
            json.Replace("\"response_urls\":[]", "\"is_cleared\":true", StringComparison.Ordinal)
        )
            .IsCleared.ShouldBeTrue();
    }

    [Fact]
    public void An_external_select_asks_with_what_was_typed()
    {
        var asked = Payloads
            .Understood(SlackRoute.Options, Payloads.Payload(Payloads.Suggestion))
            .ShouldBeOfType<SlackRequest.BlockOptionsRequest>();
        (asked.ActionId, asked.BlockId, asked.Value, asked.View?.Id).ShouldBe(("resource", "b", "te", "V0MODAL"));
    }

    [Fact]
    public void A_global_shortcut_says_which() =>
        Read<SlackRequest.GlobalShortcut>(
                """{"type":"shortcut","team":{"id":"T0ACME001"},"user":{"id":"U0ALICE01"},"callback_id":"lock_resource","trigger_id":"1.2.abc"}"""
            )
            .ShouldBe(new SlackRequest.GlobalShortcut(Payloads.Acme, Payloads.Alice, "lock_resource", "1.2.abc"));

    [Theory]
    [InlineData("""{"id":"E0ORG"}""", "null")]
    [InlineData("null", """{"id":"T0ACME001","enterprise_id":"E0ORG"}""")]
    public void An_organisations_install_answers_with_its_token(string enterprise, string team)
    {
        var json = Payloads
            .BlockAction.Replace(
                "\"enterprise\":null, \"is_enterprise_install\":false",
                $"\"enterprise\":{enterprise}, \"is_enterprise_install\":true",
                StringComparison.Ordinal
            )
            .Replace("""{"id":"T0ACME001","domain":"acme"}""", team, StringComparison.Ordinal);
        Read<SlackRequest.BlockActionRequest>(json)
            .Workspace.ShouldBe(new Workspace(new("T0ACME001"), new EnterpriseId("E0ORG")));
    }

    [Theory]
    [InlineData("T0OTHER")]
    [InlineData("E0ORG")]
    public void In_an_organisation_the_view_tells_the_workspace(string home) =>
        Read<SlackRequest.ViewSubmission>(
            Payloads
                .Submission.Replace(
                    "\"team\":{\"id\":\"T0ACME001\"}",
                    "\"team\":null,\"enterprise\":{\"id\":\"E0ORG\"},\"is_enterprise_install\":true",
                    StringComparison.Ordinal
                )
                .Replace("\"team_id\":\"T0ACME001\"", $"\"team_id\":\"{home}\"", StringComparison.Ordinal)
                .Replace("\"view\":{", "\"view\":{\"team_id\":\"T0ACME001\",", StringComparison.Ordinal)
        )
            .Workspace.ShouldBe(new Workspace(new("T0ACME001"), new EnterpriseId("E0ORG")));

    [Fact]
    public void A_guest_of_another_workspace_acts_in_this_one() =>
        Read<SlackRequest.BlockActionRequest>(
            Payloads.BlockAction.Replace(
                "\"team_id\":\"T0ACME001\"",
                "\"team_id\":\"T0OTHER\"",
                StringComparison.Ordinal
            )
        )
            .Workspace.ShouldBe(Payloads.Acme);

    [Theory]
    [InlineData("""{"type":"message_action","callback_id":"x"}""", "message_action")]
    [InlineData("""{"type":"something_new"}""", "something_new")]
    [InlineData(
        """{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"container":{"type":"canvas"},"actions":[{"action_id":"a"}]}""",
        "block_actions"
    )]
    public void What_concerns_others_is_ignored(string json, string kind) =>
        Read<SlackRequest.Ignored>(json).Kind.ShouldBe(kind);

    [Theory]
    [InlineData("""{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"actions":[]}""")]
    [InlineData("""{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"actions":[7]}""")]
    [InlineData("""{"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1"},"actions":{"action_id":"a"}}""")]
    [InlineData("""{"type":"block_actions","team":{"id":"T1"},"user":"U1","actions":[{"action_id":"a"}]}""")]
    [InlineData("""{"type":"block_actions","team":null,"user":{"id":"U1"},"actions":[{"action_id":"a"}]}""")]
    [InlineData("""{"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1"}}""")]
    [InlineData("""{"type":"view_closed","team":{"id":"T1"},"user":{"id":"U1"},"view":[]}""")]
    [InlineData("""{"type":"block_suggestion","team":{"id":"T1"},"user":{"id":"U1"}}""")]
    [InlineData("""{"type":"shortcut","team":{"id":"T1"},"user":{"id":"U1"}}""")]
    [InlineData("""{"type":"shortcut","type":"shortcut","team":{"id":"T1"},"user":{"id":"U1"},"callback_id":"c"}""")]
    [InlineData("""{"type":"shortcut","team":{"id":"T1"},"user":{"id":"U1"},"callback_id":"\ud83d"}""")]
    [InlineData("""{"type":"shortcut","team":{"id":"T1"},"user":{"id":"U1"},"callback_id":"\ude00\ud83d"}""")]
    [InlineData("""{"type":"shortcut","team":{"id":"T1"},"user":{"id":"U1"},"callback_id":"\ud83d-\ude00"}""")]
    public void What_lacks_what_its_kind_needs_is_malformed(string json) =>
        Payloads.Read(SlackRoute.Action, Payloads.Payload(json)).ShouldBeOfType<RequestReading.Malformed>();

    [Theory]
    [InlineData("""a\ud83d\ude00b""", "a😀b")]
    [InlineData("""\\ud83d""", "\\ud83d")]
    [InlineData("""\\\ud83d\ude00\n""", "\\😀\n")]
    public void Escaped_text_is_read_as_it_was_typed(string escaped, string typed) =>
        Read<SlackRequest.GlobalShortcut>(
            $$"""{"type":"shortcut","team":{"id":"T1"},"user":{"id":"U1"},"callback_id":"{{escaped}}"}"""
        )
            .CallbackId.ShouldBe(typed);

    private static T Read<T>(string json)
        where T : SlackRequest => Payloads.Understood(SlackRoute.Action, Payloads.Payload(json)).ShouldBeOfType<T>();
}
