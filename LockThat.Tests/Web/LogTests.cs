using LockThat.Tests.Slack;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LockThat.Tests.Web;

/// <summary>The logs hold enough to understand the app, and nothing private.</summary>
public sealed class LogTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);

    // Tokens, secrets, addresses to answer to, triggers, and whatever somebody typed.
    private static readonly string[] Secrets =
    [
        "xoxb-",
        Payloads.Secret,
        "hooks.slack.com",
        "1.2.abc",
        "hush-site",
        "hush-reason",
        "hush-filter",
        "v0=",
    ];

    public static TheoryData<string> Troubles => ["fine", "refused", "html", "cut", "throws"];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task No_secret_and_no_word_of_anybody_is_logged(string trouble)
    {
        var log = new KeptLog();
        using var slack = new Wire(
            trouble switch
            {
                "refused" => Wire.Says(
                    """{"ok":false,"error":"invalid_arguments","response_metadata":{"messages":["[ERROR] too long [json-pointer:/view]"]}}"""
                ),
                "html" => Wire.Says("<html>Bad gateway</html>", 502),
                "cut" => Wire.Breaks,
                _ => Wire.Ok,
            }
        );
        await using (
            var app = await RunningApp.Start(
                trouble == "throws" ? (_, _) => throw new InvalidOperationException("A bug") : null,
                slack,
                services =>
                    services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(log))
            )
        )
        {
            await EverythingThatSlackPosts(app);
            app.Time.Advance(TimeSpan.FromHours(3));
            if (trouble != "throws")
                await slack.Reached(2).WaitAsync(Generous, TimeProvider.System, TestContext.Current.CancellationToken);
        }

        log.Lines.ShouldNotBeEmpty();
        log.Lines.Where(line => Secrets.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void In_production_each_line_is_json()
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.Production.json"))
            .Build();
        configuration["Logging:Console:FormatterName"].ShouldBe("json");
    }

    private static async Task EverythingThatSlackPosts(RunningApp app)
    {
        foreach (
            var text in new[]
            {
                "lock hush-site 2 h hush-reason",
                "lock",
                "hush-site hush-reason",
                "list",
                "unlock hush-site",
                "delete hush-site",
                "lock hush-site 99 years",
            }
        )
            await app.Post("/slack/command", Payloads.Command(text));
        foreach (var payload in new[] { Payloads.BlockAction, Payloads.HomeAction, Payloads.Submission, "hush-reason" })
            await app.Post(
                "/slack/action",
                Payloads.Payload(
                    payload
                        .Replace("demo", "hush-reason", StringComparison.Ordinal)
                        .Replace("\"site\"", "\"hush-filter\"", StringComparison.Ordinal)
                )
            );
        await app.Post(
            "/slack/options",
            Payloads.Payload(Payloads.Suggestion.Replace("\"te\"", "\"hush-filter\"", StringComparison.Ordinal))
        );
        await app.Post("/slack/event", Payloads.HomeOpened, Payloads.Json);
        await app.Post("/slack/command", Payloads.Command("lock hush-site"), signedBody: "another");
    }
}
