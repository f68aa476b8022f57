using System.Net;
using LockThat.App.Identifiers;
using LockThat.App.Installs;
using LockThat.Tests.Slack;

namespace LockThat.Tests.Installs;

/// <summary>"Add to Slack", there and back, against a stand-in for Slack.</summary>
public sealed class InstallTests : HostedTest
{
    [Fact]
    public async Task Whoever_installs_it_is_told_where_and_led_back()
    {
        var page = await Hosted.Installs(Grant.Acme);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("LockThat is installed in Acme");
        page.Text.ShouldContain("https://slack.com/app_redirect?app=A0LOCKTHAT&team=T0ACME001");
        page.Response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        page.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.Response.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
    }

    [Fact]
    public async Task Whoever_installs_it_is_welcomed_by_direct_message()
    {
        await Hosted.Installs(Grant.Acme);

        await Hosted.Until(() => Slack.CallsOf("chat.postMessage", "T0ACME001").Any(), "a welcome");
        var welcome = Slack.CallsOf("chat.postMessage", "T0ACME001").Single().Json;
        welcome.GetProperty("channel").GetString().ShouldBe("U0ADA");
        welcome.GetProperty("text").GetString()!.ShouldContain("/lockthat lock test-site");
    }

    [Fact]
    public async Task What_Slack_told_of_the_installation_is_stored()
    {
        await Hosted.Installs(Grant.InGrid);

        var stored = await Hosted.Installed("T0INGRID1");
        stored.ShouldBe(
            new Installation(new("T0INGRID1"))
            {
                Name = "Inside",
                Enterprise = new EnterpriseId("E0GRID"),
                Bot = new UserId("U0LOCKTHAT"),
                InstalledBy = new UserId("U0CLEO"),
                Scopes = "commands,chat:write,users:read",
                Token = stored.Token,
                InstalledAt = Hosted.App.Time.GetUtcNow(),
            }
        );
    }

    [Fact]
    public async Task An_organisation_is_led_to_where_it_adds_workspaces()
    {
        var page = await Hosted.Installs(Grant.OrgWide);

        page.Text.ShouldContain("LockThat is installed in Grid Inc");
        page.Text.ShouldContain("https://app.slack.com/manage/E0GRID/integrations/profile/A0LOCKTHAT/workspaces/add");
        (await Hosted.Installed("E0GRID")).IsOrgWide.ShouldBeTrue();
        await Hosted.Until(() => Slack.CallsOf("chat.postMessage", "E0GRID").Any(), "a welcome");
    }

    [Fact]
    public async Task Installing_again_takes_the_new_token_and_leaves_one_installation()
    {
        await Hosted.Installs(Grant.Acme);
        var first = await Hosted.Installed("T0ACME001");
        await Hosted.Store.Change(first.Key, (found, now) => found?.Leave(now), Cancel);

        await Hosted.Installs(Grant.Acme);

        var second = (await Hosted.Store.List(Cancel)).ShouldHaveSingleItem();
        second.IsInstalled.ShouldBeTrue();
        second.Token!.Access.ShouldNotBe(first.Token!.Access);
        second.LastLeftAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_workspace_is_offered_when_the_link_names_one()
    {
        using var browser = Hosted.Browser();

        var away = await browser.Get("/slack/install?team=T0ACME001");

        away.Status.ShouldBe(HttpStatusCode.Redirect);
        away.Location.ShouldNotBeNull().ShouldStartWith(Slack.AuthorizeUrl.AbsoluteUri + "&");
        away.Location.ShouldContain("&team=T0ACME001");
        away.Location.ShouldContain(
            $"&redirect_uri={Uri.EscapeDataString("https://locks.example.com/slack/oauth_redirect")}"
        );
        (await browser.Get("/slack/install?team=%22%3E%20x")).Location.ShouldNotBeNull().ShouldNotContain("team");
    }

    [Fact]
    public async Task The_cookie_is_for_the_install_flow_of_this_site_alone()
    {
        using var browser = Hosted.Browser();

        var cookie = (await browser.Get("/slack/install")).Response.Headers.GetValues("Set-Cookie").Single();

        cookie.ShouldEndWith("; max-age=600; path=/slack; secure; samesite=lax; httponly");
    }

    [Theory]
    [InlineData("https://example.com/locks", "path=/locks/slack; secure")]
    [InlineData("http://localhost:5000", "path=/slack; samesite")]
    public async Task The_public_address_may_have_a_path_or_be_this_machines(string address, string cookie)
    {
        await using var elsewhere = await HostedApp.Start(address);
        using var browser = elsewhere.Browser();

        var away = await browser.Get("/slack/install");

        away.Location.ShouldNotBeNull()
            .ShouldContain($"&redirect_uri={Uri.EscapeDataString(address + "/slack/oauth_redirect")}&");
        away.Response.Headers.GetValues("Set-Cookie").Single().ShouldContain(cookie);
    }

    [Fact]
    public async Task Two_tabs_of_one_browser_both_arrive()
    {
        using var browser = Hosted.Browser();
        var first = await browser.GoesToSlack();
        Slack.Person = Grant.Globex;
        var second = await browser.GoesToSlack();

        (await browser.Get(second)).Text.ShouldContain("Globex");
        (await browser.Get(first)).Text.ShouldContain("Acme");
    }

    [Fact]
    public async Task A_workspace_with_a_strange_name_does_no_harm_to_the_page()
    {
        var page = await Hosted.Installs(Grant.Acme with { Name = "<script>alert(1)</script>" });

        var raw = await page.Response.Content.ReadAsStringAsync(Cancel);
        raw.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;");
        raw.ShouldNotContain("<script");
    }

    [Fact]
    public async Task A_welcome_that_Slack_did_not_answer_is_tried_again()
    {
        Slack.Instead["chat.postMessage"] = SlackStandIn.Says("""{"ok":false,"error":"fatal_error"}""");
        await Hosted.Installs(Grant.Acme);
        await Hosted.Until(() => Slack.CallsOf("chat.postMessage", "T0ACME001").Any(), "a welcome");
        Slack.Instead.Clear();
        var again = Hosted.Until(() => Slack.CallsOf("chat.postMessage", "T0ACME001").Count() > 1, "another");
        await Hosted.App.Time.AdvanceUntil(again, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_welcome_that_fails_does_not_fail_the_installation()
    {
        Slack.Instead["chat.postMessage"] = SlackStandIn.Says("""{"ok":false,"error":"messages_tab_disabled"}""");

        (await Hosted.Installs(Grant.Acme)).Status.ShouldBe(HttpStatusCode.OK);

        await Hosted.Until(() => Slack.Calls.Any(call => call.Method == "chat.postMessage"), "a welcome");
        (await Hosted.Installed("T0ACME001")).IsInstalled.ShouldBeTrue();
    }

    [Fact]
    public async Task Asking_for_the_way_a_thousand_times_leaves_nothing_behind()
    {
        var before = Hosted.App.Folder.GetFiles().Sum(file => file.Length);

        for (var asked = 0; asked < 1000; asked++)
            (await Hosted.App.Http.GetAsync(new Uri("/slack/install", UriKind.Relative), Cancel)).StatusCode.ShouldBe(
                HttpStatusCode.Redirect
            );

        Hosted
            .App.Folder.GetFiles()
            .Sum(file =>
            {
                file.Refresh();
                return file.Length;
            })
            .ShouldBe(before);
        (await Hosted.Store.List(Cancel)).ShouldBeEmpty();
    }
}
