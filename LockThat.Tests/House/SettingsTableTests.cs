using System.Text.RegularExpressions;
using LockThat.App;
using LockThat.App.Locks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LockThat.Tests.House;

/// <summary>What an operator reads about settings is what the app reads.</summary>
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
    };

    /// <summary>The names of the types in Settings.cs.</summary>
    public static IReadOnlyList<string> Declared { get; } =
        [.. In("Settings.cs").SelectMany(file => file.Nodes<BaseTypeDeclarationSyntax>()).Select(type => type.Identifier.Text)];

    [Fact]
    public void The_readme_lists_every_setting_with_its_default()
    {
        var readme = Path.Combine(Sources.Root, "README.md");
        if (!File.Exists(readme))
            return;
        var listed = File.ReadLines(readme).SelectMany(Rows).ToDictionary();
        var read = KeysRead().ToDictionary(key => key, key => Defaults.GetValueOrDefault(key, Nothing));
        read.Except(listed).Select(setting => $"{setting.Key} with the default {setting.Value}")
            .ShouldBeNone("README.md lists, in a table of settings");
        listed.Keys.Except(read.Keys).ShouldBeNone("README.md lists what no code reads");
    }

    [Fact]
    public void Every_default_is_one_of_a_setting_that_is_read() => Defaults.Keys.Except(KeysRead()).ShouldBeNone("SettingsReader reads these");

    private static IEnumerable<string> KeysRead() => In("SettingsReader.cs").SelectMany(file => file.Syntax.DescendantTokens())
        .Where(token => token.IsKind(SyntaxKind.StringLiteralToken) && Key().IsMatch(token.ValueText)).Select(token => token.ValueText).Distinct();

    private static IEnumerable<SourceFile> In(string name) => Sources.All.Where(file => file.Path == $"LockThat.App/{name}");

    /// <summary>The settings of one line of a table; a row may hold two that belong together.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Rows(string line) => line.Split('|') switch
    {
        ["", var keys, var usual, ..] => Quoted().Matches(keys).Select(quoted => quoted.Groups["text"].Value).Where(text => Key().IsMatch(text))
            .Select(key => KeyValuePair.Create(key, usual.Trim().Trim('`'))),
        _ => [],
    };

    [GeneratedRegex("^([A-Z][A-Za-z]+(:[A-Z][A-Za-z]+)+|PublicUrl|OTEL_[A-Z_]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();

    [GeneratedRegex("`(?<text>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
