using LockThat.App.Identifiers;
using LockThat.App.Slack.Requests;

namespace LockThat.Tests.Slack.Workspaces;

/// <summary>An interaction acts in the workspace for which its surface was drawn, and only where no surface says it in
/// one that Slack names.</summary>
public sealed class InteractionWorkspacesTests
{
    private static readonly Workspace Ours = new(new("T0OURS001"));
    private static readonly Workspace InOrganisation = new(new("T0A000001"), new EnterpriseId("E0ORG"));

    [Fact]
    public void Whatever_Slack_says_the_surface_is_right()
    {
        var seed = Environment.TickCount;
        var chance = new Random(seed);
        foreach (
            var workspace in Enumerable
                .Repeat((Workspace[])[Ours, InOrganisation, Payloads.Acme], 200)
                .SelectMany(some => some)
        )
        {
            foreach (var payload in OddPayload.From(workspace, "W0PERSON1"))
            {
                var json = payload.Disguised(chance).ToJsonString();
                var request = Payloads.Understood(SlackRoute.Action, Payloads.Payload(json));

                request.From.ShouldBe(workspace, $"seed {seed}: {json}");
                request.Others.ShouldBeEmpty($"seed {seed}: {json}");
            }
        }
    }

    [Theory]
    [InlineData("one in T0OURS001", "one")]
    [InlineData("list:12 in T0OURS001 E0ORG", "list:12")]
    [InlineData("one", "one")]
    public void A_click_finds_the_block_as_it_was_named(string blockId, string named) =>
        Read<SlackRequest.BlockActionRequest>(
            Payloads.BlockAction.Replace("\"b1\"", $"\"{blockId}\"", StringComparison.Ordinal)
        )
            .Action.BlockId.ShouldBe(named);

    [Theory]
    [InlineData("""{\"drawn_for\":{\"team\":\"\"}}""")]
    [InlineData("""{\"drawn_for\":{\"team\":null}}""")]
    [InlineData("""{\"drawn_for\":{}}""")]
    [InlineData("""{\"drawn_for\":{\"team\":\"T0 SPACED\"}}""")]
    [InlineData("""{\"drawn_for\":[]}""")]
    [InlineData("""{\"origin\":\"home\"}""")]
    [InlineData("{")]
    public void What_is_not_of_our_making_says_nothing(string metadata) =>
        Read<SlackRequest.ViewSubmission>(
            Payloads.Submission.Replace(
                "\"private_metadata\":\"{}\"",
                $"\"private_metadata\":\"{metadata}\"",
                StringComparison.Ordinal
            )
        )
            .Workspace.ShouldBe(Payloads.Acme);

    [Fact]
    public void A_form_of_an_older_version_belongs_to_what_installed_it_first()
    {
        var submission = Read<SlackRequest.ViewSubmission>(
            Old("""{"id":"T0HERS001"}""", "false", "null", "T0HERS001", "T0OURS001", "T0HERS002")
        );

        submission.Workspace.ShouldBe(Ours);
        submission.Others.Select(other => other.Team.Value).ShouldBe(["T0HERS001", "T0HERS002"]);
    }

    [Fact]
    public void A_form_of_an_older_version_that_an_organisation_installed_belongs_to_a_workspace_of_it()
    {
        var submission = Read<SlackRequest.ViewSubmission>(
            Old("null", "true", """{"id":"E0HERS"}""", "T0C000001", "E0ORG", "T0A000001")
        );

        submission.Workspace.ShouldBe(InOrganisation);
        submission.Others.ShouldBe([InOrganisation with { Team = new("T0C000001") }]);
    }

    [Fact]
    public void What_concerns_no_workspace_at_all_is_malformed() =>
        Payloads
            .Read(
                SlackRoute.Action,
                Payloads.Payload(Old("null", "true", """{"id":"E0ORG"}""", "E0ORG", "E0ORG", "E0ORG"))
            )
            .ShouldBeOfType<RequestReading.Malformed>();

    private static string Old(
        string team,
        string isOrgWide,
        string enterprise,
        string home,
        string installed,
        string viewTeam
    ) =>
        $$"""
            {"type":"view_submission","team":{{team}},"enterprise":{{enterprise}},"is_enterprise_install":{{isOrgWide}},"user":{"id":"W0PERSON1","team_id":"{{home}}"},
             "view":{"id":"V0MODAL","type":"modal","callback_id":"lock","private_metadata":"{\"origin\":\"home\"}","team_id":"{{viewTeam}}","app_installed_team_id":"{{installed}}"} }
            """;

    private static T Read<T>(string json)
        where T : SlackRequest => Payloads.Understood(SlackRoute.Action, Payloads.Payload(json)).ShouldBeOfType<T>();
}
