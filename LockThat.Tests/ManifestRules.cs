using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace LockThat.Tests;

/// <summary>Slack's checks of a manifest from which an app is made, as far as ours need them.
/// <see href="https://docs.slack.dev/reference/app-manifest"/></summary>
internal static partial class ManifestRules
{
    private static readonly Rule Flag = new(text => text is "true" or "false", "is neither true nor false");

    // A number in a path stands for any; what is not here, Slack does not know, and refuses.
    private static readonly Dictionary<string, Rule> Known = new(StringComparer.Ordinal)
    {
        ["_metadata/major_version"] = OneOf("1", "2"),
        ["_metadata/minor_version"] = OneOf("1"),
        ["display_information/name"] = Length(1, 35),
        ["display_information/description"] = Length(1, 140),
        ["display_information/long_description"] = Length(175, 4000),
        ["display_information/background_color"] = new(text => Colour().IsMatch(text), "is no colour"),
        ["features/app_home/home_tab_enabled"] = Flag,
        ["features/app_home/messages_tab_enabled"] = Flag,
        ["features/app_home/messages_tab_read_only_enabled"] = Flag,
        ["features/bot_user/display_name"] = Length(1, 80),
        ["features/bot_user/always_online"] = Flag,
        ["features/slash_commands/#/command"] = new(
            text => Command().IsMatch(text),
            "is no command of at most 32 characters"
        ),
        ["features/slash_commands/#/url"] = Url(3000),
        ["features/slash_commands/#/description"] = Length(1, 2000),
        ["features/slash_commands/#/usage_hint"] = Length(1, 1000),
        ["features/slash_commands/#/should_escape"] = Flag,
        ["features/shortcuts/#/name"] = Length(1, 24),
        ["features/shortcuts/#/type"] = OneOf("global", "message"),
        ["features/shortcuts/#/callback_id"] = Length(1, 255),
        ["features/shortcuts/#/description"] = Length(1, 150),
        ["oauth_config/redirect_urls/#"] = Url(3000),
        ["oauth_config/scopes/bot/#"] = OneOf("commands", "chat:write", "users:read"),
        ["settings/event_subscriptions/request_url"] = Url(3500),
        ["settings/event_subscriptions/bot_events/#"] = Length(1, 255),
        ["settings/interactivity/is_enabled"] = Flag,
        ["settings/interactivity/request_url"] = Url(3000),
        ["settings/interactivity/message_menu_options_url"] = Url(3000),
        ["settings/org_deploy_enabled"] = Flag,
        ["settings/socket_mode_enabled"] = Flag,
        ["settings/token_rotation_enabled"] = Flag,
    };

    // Null for those that ask for none.
    private static readonly Dictionary<string, string?> ScopeOfEvent = new(StringComparer.Ordinal)
    {
        ["app_home_opened"] = null,
        ["app_uninstalled"] = null,
        ["tokens_revoked"] = null,
        ["team_access_granted"] = null,
        ["team_access_revoked"] = null,
        ["user_change"] = "users:read",
    };

    /// <summary>Every value of a manifest by its path, <c>features/slash_commands/0/command</c>.</summary>
    public static IReadOnlyDictionary<string, string> Read(string yaml)
    {
        var stream = new YamlStream();
        using var reader = new StringReader(yaml);
        stream.Load(reader);
        return Values(stream.Documents.Single().RootNode, "")
            .ToDictionary(value => value.Path, value => value.Text, StringComparer.Ordinal);
    }

    /// <summary>Slack's objections.</summary>
    public static IEnumerable<string> Faults(IReadOnlyDictionary<string, string> manifest) =>
        [
            .. manifest.SelectMany(value =>
                Known.TryGetValue(Number().Replace(value.Key, "/#"), out var rule)
                    ? rule.Allows(value.Value)
                        ? Array.Empty<string>()
                        : [$"{value.Key} {rule.Otherwise}"]
                    : [$"{value.Key} is unknown"]
            ),
            .. Missing(manifest),
            .. Scopes(manifest),
        ];

    public static IEnumerable<string> Under(this IReadOnlyDictionary<string, string> manifest, string path) =>
        manifest
            .Where(value => value.Key.StartsWith(path + "/", StringComparison.Ordinal))
            .Select(value => value.Value);

    public static bool IsOn(this IReadOnlyDictionary<string, string> manifest, string path) =>
        manifest.GetValueOrDefault(path) == "true";

    private static IEnumerable<string> Missing(IReadOnlyDictionary<string, string> manifest)
    {
        var isHttp = !manifest.IsOn("settings/socket_mode_enabled");
        if (!manifest.ContainsKey("display_information/name"))
            yield return "The app has no name";
        if (
            isHttp
            && manifest.Under("settings/event_subscriptions/bot_events").Any()
            && !manifest.ContainsKey("settings/event_subscriptions/request_url")
        )
            yield return "Event Subscription requires either Request URL or Socket Mode Enabled";
        if (
            isHttp
            && manifest.IsOn("settings/interactivity/is_enabled")
            && !manifest.ContainsKey("settings/interactivity/request_url")
        )
            yield return "Interactivity requires a Request URL";
        if (
            isHttp
            && manifest.ContainsKey("features/slash_commands/0/command")
            && !manifest.ContainsKey("features/slash_commands/0/url")
        )
            yield return "A slash command requires a URL";
        if (manifest.Under("features/shortcuts").Any() && !manifest.IsOn("settings/interactivity/is_enabled"))
            yield return "Shortcuts require interactivity";
        if (!manifest.ContainsKey("features/bot_user/display_name"))
            yield return "Home, commands and messages require a bot user";
    }

    private static IEnumerable<string> Scopes(IReadOnlyDictionary<string, string> manifest)
    {
        var granted = manifest.Under("oauth_config/scopes/bot").ToHashSet(StringComparer.Ordinal);
        if (
            manifest.Under("features/slash_commands").Concat(manifest.Under("features/shortcuts")).Any()
            && !granted.Contains("commands")
        )
            yield return "Commands and shortcuts require the scope commands";
        foreach (var name in manifest.Under("settings/event_subscriptions/bot_events"))
        {
            if (!ScopeOfEvent.TryGetValue(name, out var scope))
                yield return $"{name} is no event that we know";
            else if (scope is not null && !granted.Contains(scope))
                yield return $"{name} requires the scope {scope}";
        }
    }

    private static IEnumerable<(string Path, string Text)> Values(YamlNode node, string path) =>
        node switch
        {
            YamlMappingNode { Children.Count: > 0 } mapping => mapping.Children.SelectMany(child =>
                Values(child.Value, Join(path, $"{child.Key}"))
            ),
            YamlSequenceNode { Children.Count: > 0 } sequence => sequence
                .Index()
                .SelectMany(item => Values(item.Item, Join(path, $"{item.Index}"))),
            YamlScalarNode scalar => [(path, scalar.Value ?? "")],
            _ => [(path, "")],
        };

    private static string Join(string path, string step) => path.Length == 0 ? step : $"{path}/{step}";

    private static Rule Length(int least, int most) =>
        new(text => text.Length >= least && text.Length <= most, $"is not {least} to {most} characters long");

    private static Rule OneOf(params string[] allowed) =>
        new(text => allowed.Contains(text), $"is none of {string.Join(", ", allowed)}");

    private static Rule Url(int most) =>
        new(
            text =>
                text.Length <= most
                && Uri.TryCreate(text, UriKind.Absolute, out var url)
                && url is { Scheme: "https", Fragment: "" },
            $"is no https:// address of at most {most} characters"
        );

    [GeneratedRegex("/[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    [GeneratedRegex("^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colour();

    [GeneratedRegex("^/[a-z0-9_-]{1,31}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();

    private sealed record Rule(Func<string, bool> Allows, string Otherwise);
}
