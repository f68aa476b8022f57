namespace LockThat.Tests.House;

/// <summary>The compiler does not know that a hierarchy is closed, so that these tests do.</summary>
public sealed class ClosedHierarchyTests
{
    private static readonly Dictionary<string, string[]> Known = ClosedHierarchies.All
        .GroupBy(type => type.Name).ToDictionary(named => named.Key, named => named.SelectMany(ClosedHierarchies.Cases).Select(type => type.Name).ToArray());

    [Fact]
    public void Every_switch_over_a_closed_hierarchy_names_all_cases_and_ends_in_a_throw() =>
        Sources.In("LockThat.App", "LockThat.Blocks").SelectMany(file => ClosedSwitches.Offenders(file, Known))
            .ShouldBeNone("A new case must not be forgotten, nor swallowed by a default");

    [Fact]
    public void Every_case_is_sealed() =>
        ClosedHierarchies.All.SelectMany(ClosedHierarchies.Cases).Where(type => !type.IsSealed && !ClosedHierarchies.All.Contains(type)).Select(type => $"{type}")
            .ShouldBeNone("A case of a closed hierarchy is sealed");

    [Fact]
    public void An_outcome_is_closed() =>
        typeof(LockThat.App.Locks.LockOutcome).Assembly.GetTypes()
            .Where(type => type.Namespace == "LockThat.App.Locks" && type.Name.EndsWith("Outcome", StringComparison.Ordinal) && !ClosedHierarchies.All.Contains(type))
            .Select(type => $"{type}")
            .ShouldBeNone("What may come of a request is an abstract record with a private constructor and nested cases");

    [Theory]
    [InlineData("x switch { Fruit.Apple => 1, Fruit.Pear => 2, _ => throw new E() }", "")]
    [InlineData("x switch { Fruit.Apple a => 1, Fruit.Pear(var s) => 2, _ => throw new E() }", "")]
    [InlineData("x switch { Fruit.Apple or Fruit.Pear => 1, _ => throw new E() }", "")]
    [InlineData("x switch { Fruit.Apple => 1, _ => throw new E() }", "does not answer Pear")]
    [InlineData("x switch { Fruit.Apple => 1, Fruit.Pear(true) => 2, _ => throw new E() }", "does not answer Pear")]
    [InlineData("x switch { Fruit.Apple => 1, Fruit.Pear { Ripe: true } => 2, _ => throw new E() }", "does not answer Pear")]
    [InlineData("x switch { Fruit.Apple => 1, Fruit.Pear when y => 2, _ => throw new E() }", "does not answer Pear")]
    [InlineData("x switch { Fruit.Apple => 1, Fruit.Pear => 2, _ => 3 }", "does not end in a throw")]
    public void A_forgotten_case_is_found(string written, string fault)
    {
        var file = SourceFile.Parse("Planted.cs", $"class C {{ int M(Fruit x, bool y) => {written}; }}");
        var faults = ClosedSwitches.Offenders(file, new Dictionary<string, string[]> { ["Fruit"] = ["Apple", "Pear"] });
        string.Join(' ', faults).ShouldContain(fault);
        faults.Count().ShouldBe(fault.Length == 0 ? 0 : 1);
    }
}
