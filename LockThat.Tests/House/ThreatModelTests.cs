using System.Reflection;
using System.Text.RegularExpressions;

namespace LockThat.Tests.House;

/// <summary>The threat model says of everything that is stopped which test shows it, and that test is there.</summary>
public sealed partial class ThreatModelTests
{
    private const string NotStopped = "## What is not stopped";

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Sources.Root, "docs", "threat-model.md"));

    private static readonly HashSet<string> Tests =
    [
        .. typeof(ThreatModelTests)
            .Assembly.GetTypes()
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
                    .Select(method => $"{type.Name}.{method.Name}")
            ),
    ];

    [Fact]
    public void Every_test_that_is_named_is_there() =>
        Lines
            .SelectMany(Named)
            .Where(test => !Tests.Contains(test))
            .ShouldBeNone("docs/threat-model.md names tests that are not there");

    [Fact]
    public void Whatever_is_stopped_names_a_test()
    {
        var rows = Lines
            .TakeWhile(line => line != NotStopped)
            .Where(line =>
                line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| who", StringComparison.Ordinal)
            )
            .ToList();
        rows.Count.ShouldBeGreaterThan(30);
        rows.Where(row => !Named(row).Any()).ShouldBeNone("A row of docs/threat-model.md names the test that shows it");
    }

    private static IEnumerable<string> Named(string line) =>
        Test().Matches(line).Select(test => test.Groups["test"].Value);

    [GeneratedRegex(@"`(?<test>\w+\.\w+_\w+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Test();
}
