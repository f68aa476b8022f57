using System.Runtime.CompilerServices;
using LockThat.App;
using LockThat.App.Slack;
using LockThat.Blocks;
using YamlDotNet.RepresentationModel;

namespace LockThat.Tests;

public sealed class ManifestTests
{
    // Slack refuses keys that it does not know; these are those that it knows and we use.
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        [""] = ["_metadata", "display_information", "features", "oauth_config", "settings"],
        ["_metadata"] = ["major_version", "minor_version"],
        ["display_information"] = ["name", "description", "long_description", "background_color"],
        ["features"] = ["app_home", "bot_user", "slash_commands", "shortcuts"],
        ["features/app_home"] = ["home_tab_enabled", "messages_tab_enabled", "messages_tab_read_only_enabled"],
        ["features/bot_user"] = ["display_name", "always_online"],
        ["features/slash_commands"] = ["command", "url", "description", "usage_hint", "should_escape"],
        ["features/shortcuts"] = ["name", "type", "callback_id", "description"],
        ["oauth_config"] = ["redirect_urls", "scopes"],
        ["oauth_config/scopes"] = ["bot"],
        ["settings"] =
            ["event_subscriptions", "interactivity", "org_deploy_enabled", "socket_mode_enabled", "token_rotation_enabled"],
        ["settings/event_subscriptions"] = ["request_url", "bot_events"],
        ["settings/interactivity"] = ["is_enabled", "request_url", "message_menu_options_url"],
    };

    private static readonly YamlNode Manifest = Load();

    public static TheoryData<string, int, int> Lengths => new()
    {
        { "display_information/name", 1, 35 },
        { "display_information/description", 1, 140 },
        { "display_information/long_description", 175, 4000 },
        { "features/bot_user/display_name", 1, 80 },
        { "features/slash_commands/0/command", 2, 32 },
        { "features/slash_commands/0/url", 1, 3000 },
        { "features/slash_commands/0/description", 1, 2000 },
        { "features/slash_commands/0/usage_hint", 1, 1000 },
        { "features/shortcuts/0/name", 1, 24 },
        { "features/shortcuts/0/callback_id", 1, 255 },
        { "features/shortcuts/0/description", 1, 150 },
        { "settings/event_subscriptions/request_url", 1, 3500 },
    };

    [Fact]
    public void It_holds_no_key_that_Slack_does_not_know() => UnknownKeys(Manifest, "").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Every_text_is_as_long_as_Slack_allows(string path, int least, int most) => Text(path).Length.ShouldBeInRange(least, most);

    [Theory]
    [InlineData("features/slash_commands/0/url", SlackEndpoints.Command)]
    [InlineData("settings/interactivity/request_url", SlackEndpoints.Action)]
    [InlineData("settings/interactivity/message_menu_options_url", SlackEndpoints.Options)]
    [InlineData("settings/event_subscriptions/request_url", SlackEndpoints.Event)]
    [InlineData("oauth_config/redirect_urls/0", "/slack/oauth_redirect")]
    public void Every_address_is_one_of_the_apps_routes(string path, string route) => Text(path).ShouldBe("https://lockthat.example.com" + route);

    [Theory]
    [InlineData("features/slash_commands/0/command", "/lockthat")]
    [InlineData("features/slash_commands/0/should_escape", "false")]
    [InlineData("features/app_home/home_tab_enabled", "true")]
    [InlineData("features/app_home/messages_tab_enabled", "true")]
    [InlineData("features/app_home/messages_tab_read_only_enabled", "true")]
    [InlineData("features/shortcuts/0/type", "global")]
    [InlineData("features/shortcuts/0/name", "Lock a resource")]
    [InlineData("features/shortcuts/0/callback_id", Ids.Callbacks.LockShortcut)]
    [InlineData("settings/interactivity/is_enabled", "true")]
    [InlineData("settings/socket_mode_enabled", "false")]
    public void It_says_what_the_app_does(string path, string value) => Text(path).ShouldBe(value);

    [Fact]
    public void It_asks_for_the_scopes_that_check_looks_for() => Texts("oauth_config/scopes/bot").ShouldBe(Check.Scopes);

    [Fact]
    public void It_subscribes_to_the_events_that_are_read() =>
        Texts("settings/event_subscriptions/bot_events").ShouldBe(EventReader.Handled, ignoreOrder: true);

    [Fact]
    public void Its_colour_is_one() => Text("display_information/background_color").ShouldMatch("^#([0-9a-f]{3}|[0-9a-f]{6})$");

    private static YamlNode Load([CallerFilePath] string here = "")
    {
        using var file = File.OpenText(Path.Combine(Path.GetDirectoryName(here) ?? "", "..", "manifest.yaml"));
        var stream = new YamlStream();
        stream.Load(file);
        return stream.Documents.Single().RootNode;
    }

    private static YamlNode At(string path) => path.Split('/').Aggregate(
        Manifest, (node, step) => int.TryParse(step, System.Globalization.CultureInfo.InvariantCulture, out var index) ? node[index] : node[step]);

    private static string Text(string path) => ((YamlScalarNode)At(path)).Value ?? "";

    private static string[] Texts(string path) => [.. ((YamlSequenceNode)At(path)).Select(item => ((YamlScalarNode)item).Value ?? "")];

    private static IEnumerable<string> UnknownKeys(YamlNode node, string path) => node switch
    {
        YamlMappingNode mapping => mapping.Children.SelectMany(child => UnknownIn(path, $"{child.Key}", child.Value)),
        YamlSequenceNode sequence => sequence.SelectMany(item => UnknownKeys(item, path)),
        _ => [],
    };

    private static IEnumerable<string> UnknownIn(string path, string key, YamlNode value) =>
        Known[path].Contains(key) ? UnknownKeys(value, path.Length == 0 ? key : $"{path}/{key}") : [$"{path}/{key}"];
}
