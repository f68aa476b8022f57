using System.Net;
using LockThat.App.Storage.LiteDb;
using LockThat.Tests.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace LockThat.Tests.Installs;

/// <summary>Every failure on the way gets a friendly page, and stores nothing.</summary>
public sealed class RefusedInstallTests : HostedTest
{
    [Fact]
    public async Task Who_cancels_is_told_that_nothing_has_changed_and_may_start_again()
    {
        using var browser = Hosted.Browser();
        Slack.Person = null;

        await ShouldComeToNothing(await browser.Installs(), HttpStatusCode.OK, "You cancelled");

        Slack.Person = Grant.Acme;
        (await browser.Installs()).Text.ShouldContain("LockThat is installed in Acme");
    }

    [Fact]
    public async Task Every_flipped_bit_of_a_state_is_noticed()
    {
        using var browser = Hosted.Browser();
        var back = await browser.GoesToSlack();
        var state = back[(back.IndexOf("state=", StringComparison.Ordinal) + 6)..];

        for (var place = 0; place < state.Length; place++)
            foreach (var other in "AZaz09-_".Where(other => other != state[place]))
                await ShouldComeToNothing(
                    await browser.Get(
                        back.Replace(state, state[..place] + other + state[(place + 1)..], StringComparison.Ordinal)
                    ),
                    HttpStatusCode.BadRequest,
                    "That did not begin here"
                );

        (await browser.Get(back)).Status.ShouldBe(HttpStatusCode.OK, "the true one is still good");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?code=code-1")]
    [InlineData("?code=code-1&state=")]
    [InlineData("?code=code-1&state=AQ")]
    [InlineData("?code=code-1&state=%00%FF%D8%00")]
    [InlineData("?code=code-1&state=<script>alert(1)</script>")]
    [InlineData("?error=access_denied")]
    [InlineData("?error=access_denied&state=made-up")]
    public async Task A_state_that_is_none_is_refused(string query)
    {
        using var browser = Hosted.Browser();
        await browser.GoesToSlack();

        await ShouldComeToNothing(
            await browser.Get("/slack/oauth_redirect" + query),
            HttpStatusCode.BadRequest,
            "That did not begin here"
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(86)]
    public async Task A_state_that_is_cut_short_or_has_grown_is_refused(int cut)
    {
        using var browser = Hosted.Browser();
        var back = await browser.GoesToSlack();

        await ShouldComeToNothing(
            await browser.Get(back[..^cut]),
            HttpStatusCode.BadRequest,
            "That did not begin here"
        );
        foreach (var more in (string[])["A", "AAAA", "%20", "%3D", "%0A", "&state=x"])
            await ShouldComeToNothing(
                await browser.Get(back + more),
                HttpStatusCode.BadRequest,
                "That did not begin here"
            );
    }

    [Fact]
    public async Task A_state_is_good_in_the_browser_that_has_its_cookie_alone()
    {
        using var browser = Hosted.Browser();
        using var other = Hosted.Browser();
        var back = await browser.GoesToSlack();

        await ShouldComeToNothing(await other.Get(back), HttpStatusCode.BadRequest, "That did not begin here");
        await other.GoesToSlack();
        await ShouldComeToNothing(await other.Get(back), HttpStatusCode.BadRequest, "That did not begin here");
        other.Cookie = "lockthat-install=short";
        await ShouldComeToNothing(await other.Get(back), HttpStatusCode.BadRequest, "That did not begin here");
        other.Cookie = browser.Cookie;
        (await other.Get(back)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_state_is_good_once()
    {
        using var browser = Hosted.Browser();
        var back = await browser.GoesToSlack();
        await browser.Get(back);
        var calls = Slack.Calls.Count(call => call.Method == "oauth.v2.access");
        var stored = await Hosted.Installed("T0ACME001");

        var again = await browser.Get(back);

        (again.Status, again.Text.Contains("This link was used before", StringComparison.Ordinal)).ShouldBe(
            (HttpStatusCode.BadRequest, true)
        );
        await Hosted.Restart(HostedApp.OldKey);
        (await browser.Get(back)).Text.ShouldContain("This link was used before");
        Slack.Calls.Count(call => call.Method == "oauth.v2.access").ShouldBe(calls);
        (await Hosted.Installed("T0ACME001")).ShouldBe(stored);
    }

    [Fact]
    public async Task A_state_is_good_for_ten_minutes()
    {
        using var browser = Hosted.Browser();
        var (late, inTime) = (await browser.GoesToSlack(), await browser.GoesToSlack());

        Hosted.App.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        (await browser.Get(inTime)).Status.ShouldBe(HttpStatusCode.OK);
        await Hosted.Store.Change(new("T0ACME001"), (_, _) => null, Cancel);
        Hosted.App.Time.Advance(TimeSpan.FromMilliseconds(1));

        await ShouldComeToNothing(await browser.Get(late), HttpStatusCode.BadRequest, "That took too long");
    }

    [Fact]
    public async Task A_state_under_another_key_is_refused_and_one_under_a_known_key_is_good()
    {
        using var browser = Hosted.Browser();
        var (first, second) = (await browser.GoesToSlack(), await browser.GoesToSlack());

        await Hosted.Restart(HostedApp.NewKey);
        await ShouldComeToNothing(await browser.Get(first), HttpStatusCode.BadRequest, "That did not begin here");

        await Hosted.Restart(HostedApp.NewKey, HostedApp.OldKey);
        (await browser.Get(second)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&code=")]
    [InlineData("&code=made-up")]
    [InlineData("&error=invalid_scope&error_description=%3Cb%3Eno%3C/b%3E")]
    [InlineData("&code=code-1&error=server_error")]
    public async Task Without_a_code_of_Slacks_there_is_nothing_to_install(string rest)
    {
        using var browser = Hosted.Browser();
        var back = await browser.GoesToSlack();
        var withoutCode =
            $"/slack/oauth_redirect?{back[back.IndexOf("state=", StringComparison.Ordinal)..].Split('&')[0]}";

        var page = await browser.Get(withoutCode + rest);

        await ShouldComeToNothing(page, HttpStatusCode.BadRequest, "Slack did not agree");
        page.Text.ShouldNotContain("<b>");
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"invalid_code"}""", 200, HttpStatusCode.BadRequest, "Slack did not agree")]
    [InlineData("""{"ok":false,"error":"code_already_used"}""", 200, HttpStatusCode.BadRequest, "Slack did not agree")]
    [InlineData("""{"ok":false,"error":"bad_redirect_uri"}""", 200, HttpStatusCode.BadRequest, "Slack did not agree")]
    [InlineData("""{"ok":false,"error":"bad_client_secret"}""", 200, HttpStatusCode.BadRequest, "Slack did not agree")]
    [InlineData("""{"ok":false,"error":"internal_error"}""", 200, HttpStatusCode.BadGateway, "Slack does not answer")]
    [InlineData("<html>Oh no</html>", 503, HttpStatusCode.BadGateway, "Slack does not answer")]
    [InlineData("not JSON", 200, HttpStatusCode.BadGateway, "Slack does not answer")]
    [InlineData("""{"ok":false,"error":"ratelimited"}""", 429, HttpStatusCode.ServiceUnavailable, "Please try again")]
    [InlineData("""{"ok":true}""", 200, HttpStatusCode.BadRequest, "Something is missing")]
    [InlineData("""{"ok":true,"access_token":"xoxb-1"}""", 200, HttpStatusCode.BadRequest, "Something is missing")]
    [InlineData(
        """{"ok":true,"access_token":"xoxb-1","team":null,"enterprise":null,"is_enterprise_install":true}""",
        200,
        HttpStatusCode.BadRequest,
        "Something is missing"
    )]
    [InlineData(
        """{"ok":true,"team":{"id":"T0ACME001"},"authed_user":{"id":"U0ADA","access_token":"xoxp-1"}}""",
        200,
        HttpStatusCode.BadRequest,
        "Something is missing"
    )]
    [InlineData(
        """{"ok":true,"token_type":"user","access_token":"xoxp-1","team":{"id":"T0ACME001"}}""",
        200,
        HttpStatusCode.BadRequest,
        "Something is missing"
    )]
    [InlineData(
        """{"ok":true,"access_token":"xoxb\r\nX-Evil: 1","team":{"id":"T0ACME001"}}""",
        200,
        HttpStatusCode.BadRequest,
        "Something is missing"
    )]
    public async Task Whatever_Slack_says_instead_of_a_bots_token_comes_to_nothing(
        string says,
        int status,
        HttpStatusCode answered,
        string page
    )
    {
        Slack.Instead["oauth.v2.access"] = SlackStandIn.Says(says, status);

        await ShouldComeToNothing(await Hosted.Installs(Grant.Acme), answered, page);
    }

    [Fact]
    public async Task Who_waits_for_a_Slack_that_hangs_is_told_after_ten_seconds()
    {
        Slack.Instead["oauth.v2.access"] = SlackStandIn.Hangs;

        var installing = Hosted.Installs(Grant.Acme);
        await Hosted.App.Time.AdvanceUntil(installing, TimeSpan.FromSeconds(1));

        await ShouldComeToNothing(await installing, HttpStatusCode.BadGateway, "Slack does not answer");
    }

    [Fact]
    public async Task A_Slack_that_hangs_up_is_no_fault_of_the_page()
    {
        Slack.Instead["oauth.v2.access"] = http =>
        {
            http.Abort();
            return Task.CompletedTask;
        };

        await ShouldComeToNothing(
            await Hosted.Installs(Grant.Acme),
            HttpStatusCode.BadGateway,
            "Slack does not answer"
        );
    }

    [Fact]
    public async Task While_nothing_can_be_stored_the_code_is_not_spent()
    {
        using var browser = Hosted.Browser();
        var back = await browser.GoesToSlack();
        await Hosted.App.Services.GetRequiredService<LiteDbStore>().Close(Cancel);

        var page = await browser.Get(back);

        (page.Status, page.Text.Contains("Please try again in a moment", StringComparison.Ordinal)).ShouldBe(
            (HttpStatusCode.ServiceUnavailable, true)
        );
        Slack.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/slack/install")]
    [InlineData("/slack/oauth_redirect?code=1&state=2")]
    public async Task An_app_for_one_workspace_cannot_be_added_to_others(string address)
    {
        await using var app = await RunningApp.Start(null);

        var response = await app.Http.GetAsync(new Uri(address, UriKind.Relative), Cancel);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("This LockThat serves one workspace");
    }

    private async Task ShouldComeToNothing(Page page, HttpStatusCode status, string says)
    {
        page.Status.ShouldBe(status);
        page.Text.ShouldContain(says);
        page.Text.ShouldContain("Start again");
        page.Text.ShouldNotContain("<script");
        (await Hosted.Store.List(Cancel)).ShouldBeEmpty();
    }
}
