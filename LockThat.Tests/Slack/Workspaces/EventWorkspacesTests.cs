using LockThat.App.Identifiers;
using LockThat.App.Slack.Requests;

namespace LockThat.Tests.Slack.Workspaces;

/// <summary>An event belongs to the installation that is authorized to hear it, and to the workspace that is named
/// there.</summary>
public sealed class EventWorkspacesTests
{
    private const string NoAuthorization = "[]";

    [Fact]
    public void The_authorization_comes_before_the_envelope() =>
        Read(
                "T0HERS001",
                "T0HERS001",
                """[{"enterprise_id":null,"team_id":"T0OURS001","is_enterprise_install":false}]""",
                "E0HERS"
            )
            .ShouldBe((new Workspace(new("T0OURS001")), true));

    [Fact]
    public void An_organisations_authorization_names_both() =>
        Read(
                "T0C000001",
                null,
                """[{"enterprise_id":"E0ORG","team_id":"T0A000001","is_enterprise_install":true}]""",
                "E0HERS"
            )
            .ShouldBe((new Workspace(new("T0A000001"), new EnterpriseId("E0ORG")), true));

    [Theory]
    [InlineData("null")]
    [InlineData("\"E0ORG\"")]
    public void Where_an_organisation_names_no_workspace_the_context_does(string team) =>
        Read(
                "T0HERS001",
                "T0A000001",
                $$"""[{"enterprise_id":"E0ORG","team_id":{{team}},"is_enterprise_install":true}]""",
                null
            )
            .ShouldBe((new Workspace(new("T0A000001"), new EnterpriseId("E0ORG")), false));

    [Fact]
    public void Without_an_authorization_the_envelope_is_believed() =>
        Read("T0OURS001", null, NoAuthorization, null).ShouldBe((new Workspace(new("T0OURS001")), false));

    [Fact]
    public void An_event_from_where_the_app_is_installed_looks_like_home() =>
        Read("T0OURS001", "T0OURS001", """[{"team_id":"T0OURS001","is_enterprise_install":false}]""", null)
            .ShouldBe((new Workspace(new("T0OURS001")), false));

    private static (Workspace Workspace, bool LooksForeign) Read(
        string team,
        string? context,
        string authorizations,
        string? enterprise
    )
    {
        var opened = Payloads
            .Understood(
                SlackRoute.Event,
                $$"""
                {"type":"event_callback","team_id":"{{team}}","context_team_id":{{Json(
                    context
                )}},"enterprise_id":{{Json(enterprise)}},"authorizations":{{authorizations}},
                 "event":{"type":"app_home_opened","user":"W0PERSON1","tab":"home"} }
                """
            )
            .ShouldBeOfType<SlackRequest.AppHomeOpened>();
        return (opened.Workspace, opened.LooksForeign);
    }

    private static string Json(string? id) => id is null ? "null" : $"\"{id}\"";
}
