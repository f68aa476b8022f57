using Mono.Cecil;

namespace LockThat.Tests.House;

/// <summary>The way of data: resources are changed in one place, by people and by the clock.</summary>
public sealed class WayTests
{
    private const string Seam = "LockThat.App.Locks.Stores.IResourceStore";
    private const string Service = "LockThat.App.Locks.LockService";

    private static readonly Lazy<CallGraph> Graph = new(() => new(Assemblies.App, Assemblies.Blocks));

    [Theory]
    [InlineData("Change", "Execute")]
    [InlineData("ChangeDue", "ProcessAllDue")]
    public void One_method_alone_calls_the_store_to_change_something(string change, string caller) =>
        CallersOf(change).ShouldBe([$"{Service}.{caller}"]);

    [Fact]
    public void Callers_of_a_member_with_several_callers_are_all_found() =>
        CallersOf("List").Count.ShouldBeGreaterThan(1);

    [Theory]
    [InlineData("SlackEndpoints.Serve", "ResourceCommand.Decide", 8)]
    [InlineData("ExpireJob.Execute", "ProcessDue.Decide", 4)]
    public void The_way_to_a_decision_is_short_and_no_function_on_it_only_forwards(string from, string to, int most)
    {
        var way = Graph.Value.Way(from, to).Where(function => !IsDispatch(function)).ToList();
        way.Count.ShouldBeInRange(2, most - 1, $"{string.Join(" → ", way)}; the store's Change is one more");
        way.SkipLast(1)
            .Where(function => Graph.Value.From(function).Count < 2)
            .ShouldBeNone("A function that only hands on to one other is no step");
    }

    // The body of an async method is that of a nested type, which is named after it.
    private static List<string> CallersOf(string member) =>
        [
            .. Assemblies
                .Types(Assemblies.App)
                .SelectMany(type =>
                    type.Methods.Where(method => Calls(method, member))
                        .Select(method => $"{type.Outermost().FullName}.{Written(type, method)}")
                )
                .Distinct(),
        ];

    private static bool Calls(MethodDefinition method, string member) =>
        method.HasBody
        && method.Body.Instructions.Any(code =>
            code.Operand is MethodReference called && called.Name == member && called.DeclaringType.FullName == Seam
        );

    private static string Written(TypeDefinition type, MethodDefinition method) =>
        type.Name.StartsWith('<') ? type.Name[1..type.Name.IndexOf('>', StringComparison.Ordinal)] : method.Name;

    // A delegate runs no code of ours.
    private static bool IsDispatch(string function) => function.EndsWith(".Invoke", StringComparison.Ordinal);
}
