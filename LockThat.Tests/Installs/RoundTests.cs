namespace LockThat.Tests.Installs;

/// <summary>The whole round of workspaces that come, go, come back and are forgotten, as Slack sees it.</summary>
public sealed class RoundTests : HostedTest
{
    private const string Uninstalled = """{"type":"app_uninstalled"}""";
    private const string Revoked = """{"type":"tokens_revoked","tokens":{"bot":["U0LOCKTHAT"]}}""";
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    private protected override async Task Begin()
    {
        foreach (var person in (Grant[])[Grant.Acme, Grant.Globex, Grant.OrgWide])
            await Hosted.Installs(person);
        await Hosted.Until(
            () => Slack.Calls.Count(call => call.Method == "chat.postMessage") == 3,
            "everybody is welcomed"
        );
        await Hosted.Types("T0ACME001", "U0ADA", "lock site 2h");
        await Hosted.Types("T0GLOBEX1", "U0BOB", "lock site 400d");
        await Hosted.Types("T0GLOBEX1", "U0BOB", "lock site 300d");
        await Hosted.Types("T0GRID001", "W0DORA", "lock site 2h", "E0GRID");
    }

    [Theory]
    [InlineData(Uninstalled, Revoked)]
    [InlineData(Revoked, Uninstalled)]
    public async Task Who_leaves_is_called_no_more_and_who_comes_back_is_told_what_waited(string first, string second)
    {
        await Hosted.Happens("T0ACME001", first);
        var calls = CallsFor("T0ACME001");
        Hosted.App.Time.Advance(TimeSpan.FromHours(3));
        await Hosted.Happens("T0ACME001", second);
        await Hosted.Until(() => CallsFor("E0GRID") > 1, "the others are told as ever", AMinute);
        CallsFor("T0ACME001").ShouldBe(calls);

        Hosted.App.Time.Advance(TimeSpan.FromHours(20));
        await Hosted.Installs(Grant.Acme);

        await Hosted.Until(() => IsTold("T0ACME001", "has ended"), "what waited is delivered", AMinute);
        (await Hosted.Types("T0ACME001", "U0ADA", "list")).ShouldContain("site");
    }

    [Fact]
    public async Task Who_comes_back_after_days_is_not_told_what_waited_for_more_than_one()
    {
        await Hosted.Happens("T0ACME001", Uninstalled);
        Hosted.App.Time.Advance(TimeSpan.FromHours(3));
        await Hosted.Until(() => CallsFor("E0GRID") > 1, "the others are told as ever", AMinute);
        Hosted.App.Time.Advance(TimeSpan.FromDays(7));
        await Hosted.Until(
            () => Hosted.Logged.Any(line => line.Contains("it has waited for a day", StringComparison.Ordinal)),
            "it is given up",
            AMinute
        );

        await Hosted.Installs(Grant.Acme);
        await Hosted.Types("T0ACME001", "U0ADA", "lock other 1m");
        await Hosted.Until(
            () => IsTold("T0ACME001", "`other` has ended"),
            "what happens from then on is told",
            AMinute
        );
        IsTold("T0ACME001", "`site` has ended").ShouldBeFalse();
    }

    [Fact]
    public async Task Old_news_after_the_return_changes_nothing()
    {
        await Hosted.Happens("T0ACME001", Uninstalled);
        var late = Hosted.App.Time.GetUtcNow();
        Hosted.App.Time.Advance(AMinute);
        await Hosted.Installs(Grant.Acme);

        await Hosted.Happens("T0ACME001", Revoked, at: late);
        await Hosted.Happens("T0ACME001", Uninstalled, at: late);

        (await Hosted.Installed("T0ACME001")).IsInstalled.ShouldBeTrue();
    }

    [Theory]
    [InlineData("token_revoked")]
    [InlineData("account_inactive")]
    public async Task A_token_that_Slack_takes_no_more_is_the_end_too(string error)
    {
        Slack.Instead["chat.postMessage"] = SlackStandIn.Says($$"""{"ok":false,"error":"{{error}}"}""");
        Hosted.App.Time.Advance(TimeSpan.FromHours(2));
        await Hosted.Until(() => !IsInstalled("T0ACME001"), "Acme has left", AMinute);
        Slack.Instead.Clear();

        await Hosted.Installs(Grant.Acme);

        await Hosted.Until(() => IsTold("T0ACME001", "has ended"), "what waited is delivered", AMinute);
        IsInstalled("T0GLOBEX1").ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_to_the_token_before_changes_nothing()
    {
        var answered = new TaskCompletionSource();
        Slack.Instead["views.publish"] = async http =>
        {
            await answered.Task;
            await SlackStandIn.Says("""{"ok":false,"error":"token_revoked"}""")(http);
        };
        await Hosted.Happens("T0ACME001", """{"type":"app_home_opened","user":"U0ADA","tab":"home"}""");
        await Hosted.Until(() => Slack.CallsOf("views.publish", "T0ACME001").Any(), "a Home is under way");

        await Hosted.Installs(Grant.Acme);
        answered.SetResult();

        await Hosted.Until(
            () =>
                Hosted.Logged.Any(line =>
                    line.Contains("views.publish", StringComparison.Ordinal)
                    && line.Contains("token_revoked", StringComparison.Ordinal)
                ),
            "the answer was read"
        );
        await Hosted.App.Stop();
        Hosted.Logged.ShouldNotContain(line =>
            line.Contains("takes the token of T0ACME001 no more", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task After_thirty_days_who_left_is_forgotten_and_nobody_else()
    {
        await Hosted.Happens("T0ACME001", Uninstalled);
        await Hosted.Happens("E0GRID", Uninstalled, "E0GRID");

        Hosted.App.Time.Advance(TimeSpan.FromDays(29));
        (await Stored("T0ACME001")).ShouldBe(1);
        Hosted.App.Time.Advance(TimeSpan.FromDays(1));
        await Hosted.Until(() => Purged("T0ACME001") && Purged("E0GRID"), "both are purged", AMinute);

        (await Stored("T0ACME001")).ShouldBe(0);
        (await Stored("T0GRID001")).ShouldBe(0);
        (await Hosted.Types("T0GLOBEX1", "U0BOB", "list")).ShouldContain("site`");
        await Hosted.Installs(Grant.Acme);
        (await Hosted.Types("T0ACME001", "U0ADA", "lock site 1h")).ShouldContain("Locked.");
    }

    [Fact]
    public async Task Somebody_whose_account_is_deactivated_has_no_lock_within_the_day()
    {
        Slack.Instead["users.info"] = SlackStandIn.Says("""{"ok":true,"user":{"deleted":true}}""");

        Hosted.App.Time.Advance(TimeSpan.FromMinutes(5));
        await Hosted.Until(
            () => Slack.CallsOf("users.info", "T0GLOBEX1").Any(),
            "Slack is asked",
            TimeSpan.FromSeconds(1)
        );

        await Hosted.Until(() => IsFree("T0GLOBEX1"), "the lock has ended", TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Somebody_whose_deactivation_Slack_tells_has_no_lock_at_once()
    {
        await Hosted.Happens("T0GLOBEX1", """{"type":"user_change","user":{"id":"U0BOB","deleted":true}}""");

        IsFree("T0GLOBEX1").ShouldBeTrue();
    }

    private int CallsFor(string owner) =>
        Slack.CallsOf("chat.postMessage", owner).Count()
        + Slack.CallsOf("views.publish", owner).Count()
        + Slack.CallsOf("users.info", owner).Count();

    private bool IsTold(string owner, string what) =>
        Slack.CallsOf("chat.postMessage", owner).Any(call => call.Body.Contains(what, StringComparison.Ordinal));

    private bool IsInstalled(string key) => Hosted.Installed(key).Result.IsInstalled;

    private bool Purged(string key) => Hosted.Store.Find(new(key), Cancel).AsTask().Result is null;

    private async Task<int> Stored(string team) => (await Hosted.Locks.List(new(new(team)), Cancel)).Resources.Count;

    private bool IsFree(string team) =>
        Hosted.Locks.Find(new(new(team)), LockThat.App.Locks.Names.ResourceName.Of("site"), Cancel).AsTask().Result
            is { Lease: null };
}
