using System.Net;

namespace LockThat.Tests.Installs;

/// <summary>News of a departure that seems older than the installation: a clock may be wrong, and Slack knows what is
/// true.</summary>
public sealed class LateNewsTests : HostedTest
{
    private const string Uninstalled = """{"type":"app_uninstalled"}""";
    private const string Revoked = """{"type":"tokens_revoked","tokens":{"bot":["U0LOCKTHAT"]}}""";
    private static readonly TimeSpan TwoMinutes = TimeSpan.FromMinutes(2);

    public static MatrixTheoryData<string, string, string> TrueNews =>
        new(["T0ACME001", "E0GRID"], [Uninstalled, Revoked], ["token_revoked", "account_inactive", "invalid_auth"]);

    private DateTimeOffset Now => Hosted.App.Time.GetUtcNow();

    private protected override async Task Begin()
    {
        foreach (var person in (Grant[])[Grant.Acme, Grant.OrgWide])
            await Hosted.Installs(person);
        await Hosted.Until(
            () => Slack.Calls.Count(call => call.Method == "chat.postMessage") == 2,
            "everybody is welcomed"
        );
    }

    [Theory]
    [MemberData(nameof(TrueNews))]
    public async Task A_departure_is_believed_when_Slack_takes_the_token_no_more_however_far_ahead_the_clock_is(
        string owner,
        string news,
        string error
    )
    {
        Slack.Instead["auth.test"] = SlackStandIn.Says($$"""{"ok":false,"error":"{{error}}"}""");

        (await Tells(owner, news, Now - TwoMinutes)).ShouldBe(HttpStatusCode.OK);

        var gone = await Hosted.Installed(owner);
        (gone.IsInstalled, gone.Token, gone.LeftAt).ShouldBe((false, null, Now));
        (await IsInstalled(owner == "E0GRID" ? "T0ACME001" : "E0GRID")).ShouldBeTrue("nobody else has left");
    }

    [Theory]
    [InlineData("T0ACME001", Uninstalled)]
    [InlineData("T0ACME001", Revoked)]
    [InlineData("E0GRID", Uninstalled)]
    [InlineData("E0GRID", Revoked)]
    public async Task A_departure_is_old_news_when_Slack_still_takes_the_token(string owner, string news)
    {
        (await Tells(owner, news, Now - TwoMinutes)).ShouldBe(HttpStatusCode.OK);

        (await IsInstalled(owner)).ShouldBeTrue();
        Slack.CallsOf("auth.test", owner).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"ratelimited"}""", 429)]
    [InlineData("""{"ok":false,"error":"internal_error"}""", 200)]
    [InlineData("""{"ok":false,"error":"token_expired"}""", 200)]
    [InlineData("<html>Bad gateway</html>", 502)]
    public async Task Slack_is_asked_again_with_the_next_news_when_it_did_not_say(string answer, int status)
    {
        Slack.Instead["auth.test"] = SlackStandIn.Says(answer, status, ("Retry-After", "1"));
        (await Tells("T0ACME001", Uninstalled, Now - TwoMinutes)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await IsInstalled("T0ACME001")).ShouldBeTrue();

        Slack.Instead.Clear();
        Slack.Revoke("T0ACME001");
        (await Tells("T0ACME001", Uninstalled, Now - TwoMinutes)).ShouldBe(HttpStatusCode.OK);
        (await IsInstalled("T0ACME001")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_Slack_that_is_silent_keeps_no_answer_waiting()
    {
        Slack.Instead["auth.test"] = SlackStandIn.Hangs;
        var told = Tells("T0ACME001", Uninstalled, Now - TwoMinutes);
        await Hosted.Until(() => Slack.CallsOf("auth.test", "T0ACME001").Any(), "Slack is asked");

        Hosted.App.Time.Advance(TimeSpan.FromSeconds(2.5));

        (await told).ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task An_installation_that_comes_back_while_Slack_is_asked_stays_and_does_not_wait()
    {
        var answered = new TaskCompletionSource();
        Slack.Instead["auth.test"] = async http =>
        {
            await answered.Task;
            await SlackStandIn.Says("""{"ok":false,"error":"token_revoked"}""")(http);
        };
        var told = Tells("T0ACME001", Uninstalled, Now - TwoMinutes);
        await Hosted.Until(() => Slack.CallsOf("auth.test", "T0ACME001").Any(), "Slack is asked");

        await Hosted.Installs(Grant.Acme);
        answered.SetResult();

        (await told).ShouldBe(HttpStatusCode.OK);
        (await IsInstalled("T0ACME001")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_clock_that_is_behind_makes_no_new_departure_of_an_old_one()
    {
        var departure = Now + TwoMinutes;
        await Tells("T0ACME001", Uninstalled, departure);
        (await IsInstalled("T0ACME001")).ShouldBeFalse();
        Hosted.App.Time.Advance(TimeSpan.FromSeconds(30));
        await Hosted.Installs(Grant.Acme);

        await Tells("T0ACME001", Uninstalled, departure);
        await Tells("T0ACME001", Revoked, departure.AddSeconds(1));

        (await IsInstalled("T0ACME001")).ShouldBeTrue();
        Slack.Revoke("T0ACME001");
        await Tells("T0ACME001", Uninstalled, departure.AddSeconds(40));
        (await IsInstalled("T0ACME001")).ShouldBeFalse("they have left a second time");
    }

    [Fact]
    public async Task A_departure_without_any_news_is_found_within_the_day()
    {
        Slack.Revoke("T0ACME001");

        await Hosted.Until(() => !IsInstalled("T0ACME001").Result, "Acme has left", TimeSpan.FromMinutes(1));

        Slack.Instead["auth.test"] = SlackStandIn.Says("""{"ok":false,"error":"invalid_auth"}""");
        var asked = Slack.Calls.Count(call => call.Method == "auth.test");
        await Hosted.Until(
            () => Slack.Calls.Count(call => call.Method == "auth.test") > asked,
            "the organisation is asked",
            TimeSpan.FromHours(1)
        );
        await Hosted.App.Stop();
        (await IsInstalled("E0GRID")).ShouldBeTrue("without news that is no proof");
    }

    private Task<HttpStatusCode> Tells(string owner, string news, DateTimeOffset at) =>
        Hosted.Tells(owner, news, owner.StartsWith('E') ? owner : null, at);

    private async Task<bool> IsInstalled(string key) => (await Hosted.Installed(key)).IsInstalled;
}
