using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;

namespace LockThat.Tests.House;

/// <summary>Things that this repository must not have.</summary>
public sealed class RepositoryTests
{
    private static readonly string[] Text =
    [
        "*.cs",
        "*.razor",
        "*.css",
        "*.js",
        "*.json",
        "*.md",
        "*.yaml",
        "*.yml",
        "*.toml",
        "*.props",
        "*.targets",
        "*.csproj",
        "*.sln",
        "*.txt",
        "run",
        "Dockerfile",
        ".editorconfig",
    ];

    // Taken apart, so that they do not stand here either.
    private static readonly string[] Registries =
    [
        "nuget" + ".org",
        "npmjs" + ".",
        "yarnpkg" + ".",
        "pkgs.dev" + ".azure",
        "myget" + ".",
        "unpkg" + ".",
        "jsdelivr" + ".",
        "cdnjs" + ".",
        "fonts.google" + "apis",
    ];

    // SHA-512 in base64.
    private const int HashLength = 88;

    private static readonly Dictionary<string, string> Clocks = new()
    {
        ["P:System.DateTime.Now"] = "DateTime.Now",
        ["P:System.DateTime.UtcNow"] = "DateTime.UtcNow",
        ["P:System.DateTime.Today"] = "DateTime.Today",
        ["P:System.DateTimeOffset.Now"] = "DateTimeOffset.Now",
        ["P:System.DateTimeOffset.UtcNow"] = "DateTimeOffset.UtcNow",
        ["M:System.Threading.Thread.Sleep(System.Int32)"] = "Thread.Sleep",
        ["M:System.Threading.Thread.Sleep(System.TimeSpan)"] = "Thread.Sleep",
        ["M:System.Threading.Tasks.Task.Delay(System.Int32)"] = "Task.Delay without a TimeProvider",
        ["M:System.Threading.Tasks.Task.Delay(System.TimeSpan)"] = "Task.Delay without a TimeProvider",
        ["M:System.Threading.Tasks.Task.Delay(System.Int32,System.Threading.CancellationToken)"] =
            "Task.Delay without a TimeProvider",
        ["M:System.Threading.Tasks.Task.Delay(System.TimeSpan,System.Threading.CancellationToken)"] =
            "Task.Delay without a TimeProvider",
    };

    [Fact]
    public void Packages_come_from_wherever_the_machine_says() =>
        Sources
            .Files("*")
            .Select(Sources.Relative)
            .Where(path => path.EndsWith("nuget" + ".config", StringComparison.OrdinalIgnoreCase))
            .ShouldBeNone("Feeds are the machine's business");

    [Fact]
    public void No_file_names_a_registry_or_somebody_elses_server_of_files() =>
        Text.SelectMany(Sources.Files)
            .Distinct()
            .SelectMany(path =>
                File.ReadLines(path)
                    .Index()
                    .SelectMany(line =>
                        Registries
                            .Where(name => line.Item.Contains(name, StringComparison.OrdinalIgnoreCase))
                            .Select(name => $"{Sources.Relative(path)}({line.Index + 1}) names {name}")
                    )
            )
            .ShouldBeNone("A clone builds without an address of ours, and a page loads nothing from elsewhere");

    [Fact]
    public void Every_project_locks_its_packages() =>
        Sources
            .Files("*.csproj")
            .Where(path => !File.Exists(Path.Combine(Path.GetDirectoryName(path) ?? "", "packages.lock.json")))
            .Select(Sources.Relative)
            .ShouldBeNone("A restore is the same everywhere");

    [Fact]
    public void Every_package_has_a_hash_and_the_gate_takes_no_other()
    {
        Sources
            .Files("packages.lock.json")
            .SelectMany(path =>
                JsonNode
                    .Parse(File.ReadAllText(path))
                    ?["dependencies"]?.AsObject()
                    .SelectMany(framework => framework.Value?.AsObject() ?? [])
                    .Where(package =>
                        (string?)package.Value?["type"] != "Project"
                        && ((string?)package.Value?["contentHash"])?.Length != HashLength
                    )
                    .Select(package => $"{Sources.Relative(path)} has no hash of {package.Key}")
                ?? []
            )
            .ShouldBeNone("dotnet restore writes them");
        File.ReadAllText(Path.Combine(Sources.Root, "Directory.Build.props"))
            .ShouldContain("<RestoreLockedMode Condition=\"'$(CI)' == 'true'\">true</RestoreLockedMode>");
        File.ReadAllText(Path.Combine(Sources.Root, ".ci", "run")).ShouldContain("export CI=true ");
    }

    [Fact]
    public void The_analyzer_bans_every_way_to_read_the_clock()
    {
        var banned = File.ReadLines(Path.Combine(Sources.Root, "BannedSymbols.txt"))
            .Select(line => line.Split(';')[0])
            .ToHashSet();
        Clocks
            .Where(clock => !banned.Contains(clock.Key))
            .Select(clock => $"{clock.Value} ({clock.Key})")
            .ShouldBeNone("BannedSymbols.txt holds these");
    }

    [Fact]
    public void Only_Mrkdwn_writes_what_is_live() =>
        Sources
            .In("LockThat.App", "LockThat.Blocks")
            .Where(file => file.Path != "LockThat.Blocks/Kit/Mrkdwn.cs")
            .SelectMany(file =>
                file.Syntax.DescendantTokens()
                    .Where(token => IsText(token.Kind()) && IsLive(token.ValueText))
                    .Select(token => $"{file.At(token)} {token.Text}")
            )
            .ShouldBeNone("Mentions, channels, dates and links are written by Mrkdwn, which knows what to escape");

    private static bool IsText(SyntaxKind kind) =>
        kind
            is SyntaxKind.StringLiteralToken
                or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8StringLiteralToken;

    private static bool IsLive(string text) =>
        text.Contains("<@", StringComparison.Ordinal)
        || text.Contains("<!", StringComparison.Ordinal)
        || text.Contains("<#", StringComparison.Ordinal)
        || text.Contains("<http", StringComparison.Ordinal);
}
