using System.Text.RegularExpressions;
using LockThat.App.Locks;
using LockThat.App.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockThat.Tests.House;

/// <summary>The settings in the documentation are those that the app reads.</summary>
public sealed partial class SettingsTableTests
{
    private const string Nothing = "–";

    private static readonly Dictionary<string, string> Defaults = new()
    {
        ["Slack:ApiUrl"] = SlackSettings.DefaultApiUrl,
        ["Slack:AuthorizeUrl"] = SlackSettings.DefaultAuthorizeUrl,
        ["Storage:Provider"] = nameof(StorageSettings.LiteDb),
        ["Storage:LiteDb:Path"] = StorageSettings.DefaultPath,
        ["Locks:DefaultDuration"] = $"{LockRules.Default.DefaultDuration:c}",
        ["Locks:MaxDuration"] = $"{LockRules.Default.MaxDuration:c}",
        ["Locks:RemindBefore"] = $"{LockRules.Default.RemindBefore:c}",
        ["Locks:MaxResources"] = $"{LockRules.Default.MaxResources}",
        ["Locks:ClaimWindow"] = $"{LockRules.Default.ClaimWindow:c}",
        ["Locks:KeepHistory"] = $"{LockRules.Default.KeepHistory:c}",
    };

    /// <summary>The names of the types in Settings.cs.</summary>
    public static IReadOnlyList<string> Declared { get; } =
    [
        .. In("LockThatSettings.cs")
            .SelectMany(file => file.Nodes<BaseTypeDeclarationSyntax>())
            .Select(type => type.Identifier.Text),
    ];

    /// <summary>The keys of all settings.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. KeysRead()];

    [Fact]
    public void The_manual_lists_every_setting_with_its_default()
    {
        var listed = Listed("docs/settings.md");
        var read = Keys.ToDictionary(key => key, key => Defaults.GetValueOrDefault(key, Nothing));
        read.Except(listed)
            .Select(setting => $"{setting.Key} with the default {setting.Value}")
            .ShouldBeNone("docs/settings.md lists, in a table of settings");
        listed.Keys.Except(read.Keys).ShouldBeNone("docs/settings.md lists what no code reads");
    }

    [Fact]
    public void What_the_readme_lists_is_listed_so_in_the_manual() =>
        Listed("README.md")
            .Except(Listed("docs/settings.md"))
            .Select(setting => $"{setting.Key} with the default {setting.Value}")
            .ShouldBeNone("docs/settings.md says otherwise of these settings in README.md");

    [Fact]
    public void Every_default_is_one_of_a_setting_that_is_read() =>
        Defaults.Keys.Except(Keys).ShouldBeNone("SettingsReader reads these");

    private static IEnumerable<string> KeysRead() =>
        In("SettingsReader.cs")
            .SelectMany(file => file.Syntax.DescendantTokens())
            .Where(token => token.IsKind(SyntaxKind.StringLiteralToken) && Key().IsMatch(token.ValueText))
            .Select(token => token.ValueText)
            .Distinct();

    private static Dictionary<string, string> Listed(string file) =>
        File.ReadLines(Path.Combine(Sources.Root, file)).SelectMany(Rows).ToDictionary();

    private static IEnumerable<SourceFile> In(string name) =>
        Sources.All.Where(file => file.Path == $"LockThat.App/Settings/{name}");

    /// <summary>The settings of one line of a table; a row may hold two that belong together.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Rows(string line) =>
        line.Split('|') switch
        {
            ["", var keys, var usual, ..] => Quoted()
                .Matches(keys)
                .Select(quoted => quoted.Groups["text"].Value)
                .Where(text => Key().IsMatch(text))
                .Select(key => KeyValuePair.Create(key, usual.Trim().Trim('`'))),
            _ => [],
        };

    [GeneratedRegex("^([A-Z][A-Za-z]+(:[A-Z][A-Za-z]+)+|PublicUrl|OTEL_[A-Z_]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();

    [GeneratedRegex("`(?<text>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
