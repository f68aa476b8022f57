using LockThat.App.Operator;
using LockThat.App.Settings;
using LockThat.App.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LockThat.Tests;

public sealed class CheckTests : IAsyncLifetime
{
    private WebApplication? _slack;
    private string _scopes = "commands,chat:write,users:read,im:write";
    private string _reply = """{"ok":true,"user":"lockthat","team":"Acme"}""";

    private Uri ApiUrl =>
        new(new Uri((_slack ?? throw new InvalidOperationException("not started")).Urls.Single()), "/api/");

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        _slack = builder.Build();
        _slack.MapPost(
            "/api/auth.test",
            http =>
            {
                http.Response.Headers["x-oauth-scopes"] = _scopes;
                var isOurs = http.Request.Headers.Authorization == "Bearer xoxb-x";
                return http.Response.WriteAsync(
                    isOurs ? _reply : """{"ok":false,"error":"invalid_auth"}""",
                    TestContext.Current.CancellationToken
                );
            }
        );
        await _slack.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_slack is not null)
            await _slack.DisposeAsync();
    }

    [Fact]
    public async Task All_is_right() =>
        (await Run()).ShouldBe(
            (
                0,
                [
                    "settings: right.",
                    "token: right, lockthat in Acme.",
                    "scopes: right, commands, chat:write, users:read.",
                    "storage: right, LiteDb at data/lockthat.db.",
                ]
            ),
            Same
        );

    [Fact]
    public async Task A_token_that_Slack_does_not_know_is_wrong()
    {
        var (exit, lines) = await Run(token: "xoxb-other");
        exit.ShouldBe(1);
        lines[1].ShouldBe("token: wrong, Slack says invalid_auth. Set Slack:BotToken anew.");
    }

    [Fact]
    public async Task A_missing_scope_is_named()
    {
        _scopes = "commands, users:read";
        var (exit, lines) = await Run();
        (exit, lines[2]).ShouldBe((1, "scopes: missing chat:write. Install the app anew with manifest.yaml."));
    }

    [Fact]
    public async Task A_Slack_that_cannot_be_reached_leaves_it_unknown()
    {
        _reply = "<html>";
        var (exit, lines) = await Run();
        exit.ShouldBe(1);
        lines[1].ShouldStartWith("token: unknown, no answer from http://127.0.0.1:");
    }

    [Fact]
    public async Task A_storage_that_cannot_be_written_is_wrong()
    {
        var (exit, lines) = await Run(storageTrouble: "The disk is full.");
        (exit, lines[3]).ShouldBe((1, "storage: wrong. The disk is full."));
    }

    [Fact]
    public async Task A_store_that_the_next_start_would_change_is_right_and_says_so()
    {
        var (exit, lines) = await Run(storageComing: "something comes");
        (exit, lines[3]).ShouldBe((0, "storage: right, LiteDb at data/lockthat.db; something comes."));
    }

    [Fact]
    public async Task Wrong_settings_are_said_in_one_line_and_nothing_else_is_looked_at()
    {
        var (exit, lines) = await Run(token: "nonsense");
        (exit, lines.Length).ShouldBe((1, 4));
        lines[0].ShouldStartWith("settings: wrong. Slack:BotToken has the wrong form");
    }

    private static IEqualityComparer<(int Exit, string[] Lines)> Same { get; } =
        EqualityComparer<(int Exit, string[] Lines)>.Create(
            (one, other) => one.Exit == other.Exit && one.Lines.SequenceEqual(other.Lines)
        );

    private async Task<(int Exit, string[] Lines)> Run(
        string token = "xoxb-x",
        string? storageTrouble = null,
        string? storageComing = null
    )
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Slack:SigningSecret", "s"),
                new("Slack:BotToken", token),
                new("Slack:ApiUrl", ApiUrl.AbsoluteUri),
            ])
            .Build();
        await using var output = new StringWriter();
        var exit = await Check.Run(
            LockThatSettings.Read(configuration),
            _ => Task.FromResult(new StorageProbe(storageTrouble, storageComing)),
            output,
            TestContext.Current.CancellationToken
        );
        return (exit, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}
