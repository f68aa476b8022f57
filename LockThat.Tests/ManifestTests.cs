using System.Runtime.CompilerServices;
using LockThat.App.Installs.Pages;
using LockThat.App.Operator;
using LockThat.App.Slack.Http;
using LockThat.App.Slack.Requests;
using LockThat.Blocks;

namespace LockThat.Tests;

/// <summary>The manifests describe the app as it is.</summary>
public sealed class ManifestTests
{
    private const string Http = "manifest.yaml";
    private const string Socket = "manifest.socket.yaml";

    public static TheoryData<string> Both => [Http, Socket];

    [Theory]
    [MemberData(nameof(Both))]
    public void Slack_takes_it(string file) => ManifestRules.Faults(Read(file)).ShouldBeEmpty();

    [Theory]
    [InlineData("features/slash_commands/0/url", SlackEndpoints.Command)]
    [InlineData("settings/interactivity/request_url", SlackEndpoints.Action)]
    [InlineData("settings/interactivity/message_menu_options_url", SlackEndpoints.Options)]
    [InlineData("settings/event_subscriptions/request_url", SlackEndpoints.Event)]
    [InlineData("oauth_config/redirect_urls/0", InstallEndpoints.OAuthRedirect)]
    public void Every_address_is_one_of_the_apps_routes(string path, string route) =>
        Read(Http)[path].ShouldBe("https://lockthat.example.com" + route);

    [Theory]
    [InlineData("features/slash_commands/0/command", "/lockthat")]
    [InlineData("features/slash_commands/0/should_escape", "true")]
    [InlineData("features/app_home/home_tab_enabled", "true")]
    [InlineData("features/app_home/messages_tab_enabled", "true")]
    [InlineData("features/app_home/messages_tab_read_only_enabled", "true")]
    [InlineData("features/shortcuts/0/type", "global")]
    [InlineData("features/shortcuts/0/name", "Lock a resource")]
    [InlineData("features/shortcuts/0/callback_id", Ids.Callbacks.LockShortcut)]
    [InlineData("settings/interactivity/is_enabled", "true")]
    [InlineData("settings/org_deploy_enabled", "true")]
    [InlineData("settings/socket_mode_enabled", "false")]
    public void It_says_what_the_app_does(string path, string value) => Read(Http)[path].ShouldBe(value);

    [Theory]
    [MemberData(nameof(Both))]
    public void It_asks_for_the_scopes_that_check_looks_for(string file) =>
        Read(file).Under("oauth_config/scopes/bot").ShouldBe(Check.Scopes);

    [Theory]
    [MemberData(nameof(Both))]
    public void It_subscribes_to_the_events_that_are_read(string file) =>
        Read(file).Under("settings/event_subscriptions/bot_events").ShouldBe(EventReader.Handled, ignoreOrder: true);

    [Fact]
    public void That_of_Socket_Mode_differs_by_having_no_address() =>
        Read(Socket)
            .OrderBy(value => value.Key, StringComparer.Ordinal)
            .ShouldBe(
                Read(Http)
                    .Where(value => !value.Key.Contains("url", StringComparison.Ordinal))
                    .Select(value => value.Key == "settings/socket_mode_enabled" ? new(value.Key, "true") : value)
                    .OrderBy(value => value.Key, StringComparer.Ordinal)
            );

    [Theory]
    [InlineData("  name: LockThat", "  name: LockThat\n  nickname: Lock", "display_information/nickname is unknown")]
    [InlineData(
        "  name: LockThat",
        "  name: LockThat, the app that keeps teams apart",
        "display_information/name is not 1 to 35"
    )]
    [InlineData("#1f4e79", "navy", "background_color is no colour")]
    [InlineData("command: /lockthat", "command: /Lock That", "command is no command")]
    [InlineData(
        "https://lockthat.example.com/slack/action",
        "http://lockthat.example.com/slack/action",
        "request_url is no https"
    )]
    [InlineData("always_online: true", "always_online: perhaps", "always_online is neither")]
    [InlineData("      url: https://lockthat.example.com/slack/command\n", "", "A slash command requires a URL")]
    [InlineData("    request_url: https://lockthat.example.com/slack/event\n", "", "Event Subscription requires")]
    [InlineData("    request_url: https://lockthat.example.com/slack/action\n", "", "Interactivity requires")]
    [InlineData("    is_enabled: true", "    is_enabled: false", "Shortcuts require")]
    [InlineData("      - users:read\n", "", "user_change requires the scope users:read")]
    [InlineData("      - commands\n", "", "require the scope commands")]
    [InlineData("      - user_change", "      - reaction_added", "reaction_added is no event")]
    [InlineData("    display_name: LockThat\n", "", "require a bot user")]
    public void What_Slack_would_refuse_is_found(string written, string planted, string fault)
    {
        var yaml = Text(Http);
        yaml.ShouldContain(written);
        ManifestRules
            .Faults(ManifestRules.Read(yaml.Replace(written, planted, StringComparison.Ordinal)))
            .ShouldHaveSingleItem()
            .ShouldContain(fault);
    }

    private static IReadOnlyDictionary<string, string> Read(string file) => ManifestRules.Read(Text(file));

    private static string Text(string file, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here) ?? "", "..", file));
}
