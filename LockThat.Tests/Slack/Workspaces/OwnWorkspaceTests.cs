using System.Text.Json.Nodes;
using LockThat.App.Locks;
using LockThat.Tests.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LockThat.Tests.Slack.Workspaces;

/// <summary>With one bot token the app serves the workspace of the token. A request from another workspace changes
/// nothing and is answered politely.</summary>
public sealed class OwnWorkspaceTests
{
    private const string Foreign = "T0HERS001";
    private const string NotInstalled = "not installed in this workspace";

    [Fact]
    public async Task A_command_of_another_workspace_locks_nothing_and_is_told_so()
    {
        await using var app = await RunningApp.Start(answer: null);

        (await Types(app, "lock test-site 2h", Foreign)).ShouldContain(NotInstalled);
        (await Types(app, "lock test-site 2h")).ShouldContain("Locked.");

        (await Board(app, Foreign)).ShouldBeEmpty();
        (await Board(app, "T0ACME001")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_form_a_select_a_click_and_a_shortcut_of_another_workspace_change_nothing_and_are_answered()
    {
        var slack = new Wire(Wire.Ok);
        await using var app = await RunningApp.Start(answer: null, slack);
        var memory = new ModalMemory(ModalOrigin.Shortcut, Name: "test-site", DrawnFor: new(Foreign)).ToString();

        (await Posts(app, "/slack/action", Form("view_submission", memory))).ShouldContain(NotInstalled);
        (await Posts(app, "/slack/options", Form("block_suggestion", memory))).ShouldBe("""{"options":[]}""");
        (
            await Posts(
                app,
                "/slack/action",
                Payloads.BlockAction.Replace("\"b1\"", $"\"one in {Foreign}\"", StringComparison.Ordinal)
            )
        ).ShouldBeEmpty();
        (
            await Posts(
                app,
                "/slack/action",
                $$"""{"type":"shortcut","team":{"id":"{{Foreign}}"},"user":{"id":"U1"},"callback_id":"lock_resource","trigger_id":"1.2.a"}"""
            )
        ).ShouldBeEmpty();

        await slack
            .Reached(2)
            .WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        slack.Sent.ShouldAllBe(sent => sent.Body.Contains(NotInstalled, StringComparison.Ordinal));
        slack.Sent.Select(sent => sent.Url?.Segments[^1]).ShouldBe(["secret", "views.open"], ignoreOrder: true);
        (await Board(app, Foreign)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_Home_that_is_opened_in_another_workspace_is_not_drawn()
    {
        var slack = new Wire(Wire.Ok);
        await using var app = await RunningApp.Start(answer: null, slack);

        (
            await app.Post(
                "/slack/event",
                Payloads.HomeOpened.Replace("T0ACME001", Foreign, StringComparison.Ordinal),
                Payloads.Json
            )
        ).EnsureSuccessStatusCode();
        await app.Stop();

        slack.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        """{"ok":true,"team_id":"T0ACME001","enterprise_id":"E0ORG","is_enterprise_install":true}""",
        "T0OTHER01",
        "E0ORG",
        true
    )]
    [InlineData("""{"ok":true,"team_id":"E0ORG","team":"The Org"}""", "T0OTHER01", "E0ORG", true)]
    [InlineData("""{"ok":true,"team_id":"E0ORG","team":"The Org"}""", "T0OTHER01", null, false)]
    [InlineData("""{"ok":true,"team_id":"E0ORG","team":"The Org"}""", "T0OTHER01", "E0HERS", false)]
    [InlineData(
        """{"ok":true,"team_id":"T0ACME001","enterprise_id":"E0ORG","is_enterprise_install":false}""",
        "T0OTHER01",
        null,
        false
    )]
    [InlineData(
        """{"ok":true,"team_id":"T0ACME001","enterprise_id":"E0ORG","is_enterprise_install":false}""",
        "T0ACME001",
        "E0ORG",
        true
    )]
    public async Task A_token_of_an_organisation_serves_its_workspaces(
        string answer,
        string team,
        string? organisation,
        bool isServed
    )
    {
        await using var app = await Start(() => Wire.Says(answer));

        (await Types(app, "lock test-site", team, organisation))
            .Contains("Locked.", StringComparison.Ordinal)
            .ShouldBe(isServed);
    }

    public static TheoryData<string> NoAnswers =>
        [
            """{"ok":true}""",
            """{"ok":false,"error":"unknown_method"}""",
            """{"ok":true,"team_id":7}""",
            "<html>",
            "[]",
            "429",
            "cut",
        ];

    [Theory]
    [MemberData(nameof(NoAnswers))]
    public async Task While_Slack_does_not_say_whose_the_token_is_everybody_is_served_and_Slack_is_asked_again(
        string answer
    )
    {
        var asked = 0;
        var log = new KeptLog(LogLevel.Information);
        await using var app = await Start(
            () =>
                Interlocked.Increment(ref asked) > 3
                    ? Wire.Says("""{"ok":true,"team_id":"T0ACME001","is_enterprise_install":false}""")
                : answer == "cut" ? Wire.Breaks
                : answer == "429" ? Wire.Says("", 429)
                : Wire.Says(answer),
            log
        );

        (await Types(app, "lock test-site", Foreign)).ShouldContain("Locked.");
        await Known(app, log);
        (await Types(app, "lock test-site", Foreign)).ShouldContain(NotInstalled);
        log.Lines.Count(line => line.Contains("does not say whose", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_waits_long_for_a_Slack_that_hangs()
    {
        await using var app = await Start(() => Wire.Hangs);
        var start = TimeProvider.System.GetTimestamp();

        (await Types(app, "lock test-site")).ShouldContain("Locked.");

        TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }

    private static Task<RunningApp> Start(
        Func<Func<CancellationToken, Task<HttpResponseMessage>>> owner,
        KeptLog? log = null
    ) =>
        RunningApp.Start(
            answer: null,
            services: services =>
                services
                    .AddSingleton(new HttpClient(new Asked(owner)))
                    .AddLogging(logging => logging.AddProvider(log ?? new KeptLog(LogLevel.Error)))
        );

    // Between two steps of the clock everything that the last one set off gets its turn.
    private static async Task Known(RunningApp app, KeptLog log)
    {
        for (
            var turn = 0;
            !log.Lines.Any(line => line.Contains("which alone is served", StringComparison.Ordinal));
            turn++
        )
        {
            turn.ShouldBeLessThan(2000);
            await new TaskCompletionSource()
                .Task.WaitAsync(
                    TimeSpan.FromMilliseconds(10),
                    TimeProvider.System,
                    TestContext.Current.CancellationToken
                )
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            app.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private static async Task<string> Types(
        RunningApp app,
        string text,
        string team = "T0ACME001",
        string? organisation = null
    ) =>
        await Read(
            await app.Post(
                "/slack/command",
                Payloads
                    .Command(text)
                    .Replace("team_id=T0ACME001", $"team_id={team}", StringComparison.Ordinal)
                    .Replace(
                        "is_enterprise_install=false",
                        organisation is null
                            ? "is_enterprise_install=false"
                            : $"is_enterprise_install=true&enterprise_id={organisation}",
                        StringComparison.Ordinal
                    )
            )
        );

    private static async Task<string> Posts(RunningApp app, string path, string payload) =>
        await Read(await app.Post(path, Payloads.Payload(payload)));

    private static async Task<string> Read(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static string Form(string type, string memory) =>
        $$"""
            {"type":"{{type}}","team":{"id":"T0ACME001"},"user":{"id":"U0ALICE01","team_id":"T0ACME001"},"trigger_id":"1.2.abc","action_id":"value","block_id":"resource","value":"",
             "view":{"id":"V0MODAL","type":"modal","callback_id":"lock","private_metadata":{{JsonValue.Create(
                memory
            ).ToJsonString()}},
                     "state":{"values":{"length":{"value":{"type":"static_select","selected_option":{"value":"3600"} } } } } } }
            """;

    private static async Task<ResourceList> Board(RunningApp app, string team) =>
        (
            await app
                .Services.GetRequiredService<LockService>()
                .List(new(new(team)), TestContext.Current.CancellationToken)
        ).Resources;

    /// <summary>A Slack that answers whose the token is as it is told, and takes everything else.</summary>
    private sealed class Asked(Func<Func<CancellationToken, Task<HttpResponseMessage>>> owner) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => (request.RequestUri?.Segments[^1] == "auth.test" ? owner() : Wire.Ok)(cancellationToken);
    }
}
