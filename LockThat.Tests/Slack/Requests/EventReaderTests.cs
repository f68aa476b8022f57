using LockThat.App.Identifiers;
using LockThat.App.Slack.Requests;

namespace LockThat.Tests.Slack.Requests;

public sealed class EventReaderTests
{
    [Fact]
    public void Home_was_opened_and_shows_a_view()
    {
        var opened = Read<SlackRequest.AppHomeOpened>(Payloads.HomeOpened);
        (opened.Workspace, opened.User, opened.Tab).ShouldBe((Payloads.Acme, Payloads.Alice, "home"));
        opened.View.ShouldNotBeNull().Hash.ShouldBe("1.x");
    }

    [Fact]
    public void Home_was_opened_for_the_first_time() =>
        Read<SlackRequest.AppHomeOpened>(Payloads.HomeOpened.Replace("\"view\":", "\"was\":", StringComparison.Ordinal))
            .View.ShouldBeNull();

    [Fact]
    public void The_app_was_uninstalled() =>
        Read<SlackRequest.AppUninstalled>(Event("""{"type":"app_uninstalled"}"""))
            .ShouldBe(new SlackRequest.AppUninstalled(Payloads.Acme, DateTimeOffset.FromUnixTimeSeconds(1700000001)));

    [Fact]
    public void Tokens_were_revoked()
    {
        var revoked = Read<SlackRequest.TokensRevoked>(
            Event("""{"type":"tokens_revoked","tokens":{"oauth":["U1"],"bot":["U0BOT",7]}}""")
        );
        revoked.Bots.ShouldBe([new UserId("U0BOT")]);
        Read<SlackRequest.TokensRevoked>(Event("""{"type":"tokens_revoked","tokens":{"oauth":["U1"]}}"""))
            .Bots.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Somebodys_account_changed(string deleted, bool isDeleted) =>
        Read<SlackRequest.UserChange>(
                Event($$$"""{"type":"user_change","user":{"id":"U0ALICE01","deleted":{{{deleted}}}}}""")
            )
            .ShouldBe(
                new SlackRequest.UserChange(Payloads.Acme, Payloads.Alice, isDeleted)
                {
                    At = DateTimeOffset.FromUnixTimeSeconds(1_700_000_001),
                }
            );

    [Theory]
    [InlineData("""{"id":"U0ALICE01","tz":"Europe/Berlin","tz_offset":3600}""", "Europe/Berlin")]
    [InlineData("""{"id":"U0ALICE01","tz":7}""", null)]
    [InlineData("""{"id":"U0ALICE01","tz":null}""", null)]
    public void Somebody_lives_by_other_clocks_from_a_moment_on(string user, string? zone)
    {
        var change = Read<SlackRequest.UserChange>(Event($$"""{"type":"user_change","user":{{user}}}"""));
        (change.TimeZone, change.At).ShouldBe((zone, DateTimeOffset.FromUnixTimeSeconds(1_700_000_001)));
    }

    [Fact]
    public void An_event_of_an_organisations_install_names_both()
    {
        const string Json = """
            {"type":"event_callback","team_id":null,"context_team_id":"T0ACME001","event":{"type":"app_uninstalled"},
             "authorizations":[{"team_id":null,"enterprise_id":"E0ORG","is_enterprise_install":true}]}
            """;
        Read<SlackRequest.AppUninstalled>(Json)
            .Workspace.ShouldBe(new Workspace(new("T0ACME001"), new EnterpriseId("E0ORG")));
    }

    [Fact]
    public void An_organisation_stands_for_itself_where_no_workspace_is_named() =>
        Read<SlackRequest.AppUninstalled>(
            """{"type":"event_callback","event":{"type":"app_uninstalled"},"authorizations":[{"enterprise_id":"E0ORG","is_enterprise_install":true}]}"""
        )
            .Workspace.ShouldBe(new Workspace(new("E0ORG"), new EnterpriseId("E0ORG")));

    [Theory]
    [InlineData(
        """{"type":"event_callback","team_id":null,"enterprise_id":"E0ORG","event":{"type":"app_uninstalled"},"authorizations":[]}"""
    )]
    [InlineData("""{"type":"event_callback","context_enterprise_id":"E0ORG","event":{"type":"app_uninstalled"}}""")]
    public void An_organisation_that_authorizes_nothing_any_more_is_known_by_its_name(string json) =>
        Read<SlackRequest.AppUninstalled>(json)
            .Workspace.ShouldBe(new Workspace(new("E0ORG"), new EnterpriseId("E0ORG")));

    [Theory]
    [InlineData("team_access_granted", true)]
    [InlineData("team_access_revoked", false)]
    public void Workspaces_of_an_organisation_got_the_app_or_lost_it(string type, bool isGranted)
    {
        var changed = Read<SlackRequest.TeamAccessChanged>(
            $$$"""{"type":"event_callback","enterprise_id":"E0ORG","event_time":7,"event":{"type":"{{{type}}}","team_ids":["T1","",8,"T2"]}}"""
        );
        (changed.IsGranted, changed.At).ShouldBe((isGranted, DateTimeOffset.FromUnixTimeSeconds(7)));
        changed.Teams.ShouldBe([new("T1"), new("T2")]);
        changed.Workspace.OrgInstall.ShouldBe(new EnterpriseId("E0ORG"));
    }

    [Theory]
    [InlineData("""{"type":"app_rate_limited","team_id":"T1"}""", "app_rate_limited")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event":{"type":"message"}}""", "message")]
    public void What_is_not_for_us_is_ignored(string json, string kind) =>
        Read<SlackRequest.Ignored>(json).Kind.ShouldBe(kind);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"type":"url_verification"}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1"}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event":{}}""")]
    [InlineData("""{"type":"event_callback","event":{"type":"app_uninstalled"}}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event":{"type":"app_home_opened"}}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event":{"type":"user_change","user":"U1"}}""")]
    public void A_broken_event_is_malformed(string json) =>
        Payloads.Read(SlackRoute.Event, json).ShouldBeOfType<RequestReading.Malformed>();

    [Theory]
    [InlineData("-5", 0L)]
    [InlineData("1e300", 0L)]
    [InlineData("9223372036854775807", 253402300799L)]
    [InlineData("\"soon\"", 0L)]
    public void An_odd_time_is_some_time(string time, long seconds) =>
        Read<SlackRequest.AppUninstalled>(
            $$$"""{"type":"event_callback","team_id":"T1","event_time":{{{time}}},"event":{"type":"app_uninstalled"}}"""
        )
            .At.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(seconds));

    private static string Event(string json) =>
        $$"""{"type":"event_callback","team_id":"T0ACME001","event_time":1700000001,"event":{{json}}}""";

    private static T Read<T>(string json)
        where T : SlackRequest => Payloads.Understood(SlackRoute.Event, json).ShouldBeOfType<T>();
}
