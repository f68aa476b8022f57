using System.Reflection;
using LockThat.App.Entrances.Commands;
using LockThat.App.Slack.Requests;
using LockThat.Playground;

namespace LockThat.Tests.House;

/// <summary>The compiler does not know that a hierarchy is closed, so that these tests do.</summary>
public sealed class ClosedHierarchyTests
{
    // Callers may treat these cases alike: the call did not succeed, for any reason.
    private static readonly string[] Open = ["SlackReply"];

    private static readonly Dictionary<string, string[]> Known = Named(
        typeof(SlackRequest).Assembly,
        typeof(Replies).Assembly
    );
    private static readonly Dictionary<string, string[]> KnownToPlayground = Named(typeof(PlaygroundHost).Assembly);

    // Where some of the cases are enough.
    private static readonly Dictionary<string, string> Partial = new()
    {
        ["LockThat.App/Entrances/Commands/CommandHelp.cs"] =
            "gets what SlashCommands leaves; a test of its own holds the two together",
        ["LockThat.App/Entrances/TryAgain.cs"] = "a sender who waits for no words gets none",
        ["LockThat.App/Slack/Replies/AckJson.cs"] = "an empty reply has no body to write",
        ["LockThat.Playground/Ui/Kit/SelectElement.razor"] = "a browser's own select shows characters and nothing else",
    };

    [Fact]
    public void Every_switch_over_a_closed_hierarchy_names_all_cases_and_ends_in_a_throw() =>
        Sources
            .In("LockThat.App", "LockThat.Blocks")
            .Where(file => !Partial.ContainsKey(file.Path))
            .SelectMany(file => ClosedSwitches.Offenders(file, Known))
            .Concat(
                Sources
                    .In("LockThat.Playground")
                    .Where(file => !Partial.ContainsKey(file.Path))
                    .SelectMany(file => ClosedSwitches.Offenders(file, KnownToPlayground))
            )
            .ShouldBeNone("A new case must not be forgotten, nor swallowed by a default");

    [Fact]
    public void Every_ask_is_answered_by_a_command_or_by_advice() =>
        Known[nameof(ParsedCommand)]
            .Except(Answered(nameof(ParsedCommand), "SlashCommands.cs", "CommandHelp.cs"))
            .ShouldBeNone("Whatever is typed is some ask, and each has an answer");

    [Fact]
    public void Every_request_of_Slack_goes_through_the_one_switch() =>
        Known[nameof(SlackRequest)]
            .Except(Answered(nameof(SlackRequest), "SlackApp.cs"))
            .ShouldBeNone("SlackApp answers these");

    [Fact]
    public void Every_case_is_sealed() =>
        ClosedHierarchies
            .All.SelectMany(ClosedHierarchies.Cases)
            .Where(type => !type.IsSealed && !ClosedHierarchies.All.Contains(type))
            .Select(type => $"{type}")
            .ShouldBeNone("A case of a closed hierarchy is sealed");

    [Fact]
    public void An_outcome_is_closed() =>
        typeof(LockThat.App.Locks.Outcome)
            .Assembly.GetTypes()
            .Where(type =>
                type.Namespace == "LockThat.App.Locks" && type.Name.EndsWith("Outcome", StringComparison.Ordinal)
            )
            .Except(ClosedHierarchies.All)
            .Select(type => $"{type}")
            .ShouldBeNone(
                "What may come of a request is an abstract record with a private constructor and nested cases"
            );

    [Theory]
    [InlineData("x switch { Fruit.Apple => 1, Fruit.Pear => 2, _ => throw new E() }", "")]
    [InlineData("x switch { Fruit.Apple a => 1, Fruit.Pear(var s) => 2, _ => throw new E() }", "")]
    [InlineData("x switch { Fruit.Apple or Fruit.Pear => 1, _ => throw new E() }", "")]
    [InlineData("x switch { Fruit.Apple => 1, _ => throw new E() }", "does not answer Pear")]
    [InlineData("x switch { Fruit.Apple => 1, Fruit.Pear(true) => 2, _ => throw new E() }", "does not answer Pear")]
    [InlineData(
        "x switch { Fruit.Apple => 1, Fruit.Pear { Ripe: true } => 2, _ => throw new E() }",
        "does not answer Pear"
    )]
    [InlineData("x switch { Fruit.Apple => 1, Fruit.Pear when y => 2, _ => throw new E() }", "does not answer Pear")]
    [InlineData("x switch { Fruit.Apple => 1, Fruit.Pear => 2, _ => 3 }", "does not end in a throw")]
    [InlineData("x switch { Fruit.Apple => 1, _ => M(x, true) }", "")]
    [InlineData("x switch { Fruit.Apple => 1, var other => M(other, true) }", "")]
    [InlineData("x switch { Fruit.Apple => 1, Fruit.Pear => 2, var other => 3 }", "does not end in a throw")]
    public void A_forgotten_case_is_found(string written, string fault)
    {
        var file = SourceFile.Parse("Planted.cs", $"class C {{ int M(Fruit x, bool y) => {written}; }}");
        var faults = ClosedSwitches.Offenders(file, new Dictionary<string, string[]> { ["Fruit"] = ["Apple", "Pear"] });
        string.Join(' ', faults).ShouldContain(fault);
        faults.Count().ShouldBe(fault.Length == 0 ? 0 : 1);
    }

    private static IEnumerable<string> Answered(string hierarchy, params string[] files) =>
        Sources
            .All.Where(file =>
                files.Any(name =>
                    file.Path.StartsWith("LockThat.App/Entrances/", StringComparison.Ordinal)
                    && file.Path.EndsWith($"/{name}", StringComparison.Ordinal)
                )
            )
            .SelectMany(file => ClosedSwitches.Whole(file, hierarchy));

    private static Dictionary<string, string[]> Named(params Assembly[] assemblies) =>
        ClosedHierarchies
            .All.Where(type => assemblies.Contains(type.Assembly) && !Open.Contains(type.Name))
            .ToDictionary(
                type => type.Name,
                type => ClosedHierarchies.Cases(type).Select(inner => inner.Name).ToArray()
            );
}
