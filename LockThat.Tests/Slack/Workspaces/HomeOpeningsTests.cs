using System.Text.Json.Nodes;
using LockThat.Tests.Installs;

namespace LockThat.Tests.Slack.Workspaces;

/// <summary>A person of the workspace who opens their Home sees all of it. A person of another workspace sees only
/// whose it is.</summary>
public sealed class HomeOpeningsTests : HostedTest
{
    private const string Ada = "U0ADA";
    private const string Eve = "U0EVE";

    private protected override async Task Begin()
    {
        await Hosted.Installs(Grant.Acme);
        await Hosted.Installs(Grant.OrgWide);
        await Hosted.Types("T0ACME001", Ada, "lock secret-site 2h launch");
        await Hosted.Types("T0GRID001", "W0DORA", "lock secret-site 2h launch", "E0GRID");
        Slack.People[Ada] = new() { ["team_id"] = "T0ACME001" };
        Slack.People[Eve] = new() { ["team_id"] = "T0HERS001" };
    }

    [Fact]
    public async Task Somebody_of_the_workspace_sees_what_it_shares()
    {
        (await Opens(Ada)).ShouldContain("secret-site");
        (await Opens(Ada, from: "T0HERS001")).ShouldContain("secret-site");
        Slack
            .CallsOf("users.info", "T0ACME001")
            .Count(call => call.Body.Contains(Ada, StringComparison.Ordinal))
            .ShouldBe(2, "Slack is asked once for their workspace, and once whether they are an administrator");
    }

    [Fact]
    public async Task Somebody_of_another_workspace_sees_whose_it_is_and_nothing_else()
    {
        foreach (var from in (string[])["T0HERS001", "T0ACME001"])
        {
            var home = await Opens(Eve, from);
            home.ShouldContain("Acme");
            home.ShouldNotContain("secret-site");
            home.ShouldNotContain("action_id");
        }

        var drawn = Homes(Eve).Count();
        await Hosted.Types("T0ACME001", Ada, "unlock secret-site");
        await Opens(Ada);
        Homes(Eve).Count().ShouldBe(drawn, "nobody keeps it true for them");
    }

    [Fact]
    public async Task Somebody_of_an_organisation_is_of_the_workspaces_that_it_put_them_in()
    {
        Slack.People["W0CARL"] = new()
        {
            ["team_id"] = "T0GRID003",
            ["enterprise_user"] = new JsonObject
            {
                ["id"] = "W0CARL",
                ["teams"] = new JsonArray("T0GRID003", "T0GRID001"),
            },
        };

        (await Opens("W0CARL", "T0GRID003", "T0GRID001", "E0GRID")).ShouldContain("secret-site");
        (await Opens("W0CARL", "T0GRID003", "T0GRID002", "E0GRID")).ShouldContain("Grid Inc");
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"user_not_found"}""")]
    [InlineData("""{"ok":false,"error":"unknown_method"}""")]
    [InlineData("""{"ok":true}""")]
    [InlineData("""{"ok":true,"user":{"team_id":7,"enterprise_user":[]}}""")]
    public async Task Where_Slack_does_not_say_it_a_sign_decides(string answer)
    {
        Slack.Instead["users.info"] = SlackStandIn.Says(answer);

        (await Opens(Eve, from: "T0HERS001")).ShouldContain("open this page again");
        (await Opens("U0NEW", from: "T0ACME001")).ShouldContain("secret-site");
        (await Opens("U0NEW", from: "T0HERS001")).ShouldContain("open this page again");
    }

    [Fact]
    public async Task Somebody_whom_Slack_hides_is_of_another_workspace()
    {
        Slack.Instead["users.info"] = SlackStandIn.Says("""{"ok":false,"error":"user_not_visible"}""");

        (await Opens(Eve, from: "T0ACME001")).ShouldNotContain("secret-site");
    }

    [Fact]
    public async Task A_Slack_that_hangs_keeps_nobody_waiting_for_more_than_a_second()
    {
        Slack.Instead["users.info"] = SlackStandIn.Hangs;
        var start = Hosted.App.Time.GetUtcNow();

        (await Opens("U0NEW", step: TimeSpan.FromMilliseconds(250))).ShouldContain("secret-site");

        (Hosted.App.Time.GetUtcNow() - start).ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task What_Slack_tells_of_a_change_counts_at_once()
    {
        (await Opens(Ada)).ShouldContain("secret-site");

        await Hosted.Happens(
            "T0ACME001",
            $$"""{"type":"user_change","user":{"id":"{{Ada}}","team_id":"T0HERS001"} }"""
        );

        (await Opens(Ada)).ShouldNotContain("secret-site");
    }

    /// <summary>Opens the Home and waits for what is drawn.</summary>
    private async Task<string> Opens(
        string user,
        string from = "T0ACME001",
        string team = "T0ACME001",
        string? organisation = null,
        TimeSpan step = default
    )
    {
        var drawn = Homes(user).Count();
        var of = organisation is null ? "null" : $"\"{organisation}\"";
        var opened = await Hosted.App.Post(
            "/slack/event",
            $$"""
            {"type":"event_callback","team_id":"{{from}}","event":{"type":"app_home_opened","user":"{{user}}","tab":"home"},
             "authorizations":[{"enterprise_id":{{of}},"team_id":"{{team}}","is_bot":true,"is_enterprise_install":{{(
                organisation is null ? "false" : "true"
            )}}}]}
            """,
            Payloads.Json
        );
        opened.EnsureSuccessStatusCode();
        await Hosted.Until(() => Homes(user).Count() > drawn, "a Home", step);
        return Homes(user).Last();
    }

    private IEnumerable<string> Homes(string user) =>
        Slack
            .Calls.Where(call => call.Method == "views.publish" && call.Json.GetProperty("user_id").GetString() == user)
            .Select(call => call.Body);
}
