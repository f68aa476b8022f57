using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;

namespace LockThat.Tests.House;

/// <summary>Nothing leads back to itself: a part can be read, and changed, with no more than the parts below
/// it.</summary>
public sealed class CircleTests
{
    private const string Planted = """
        namespace LockThat.Planted.Low { public sealed class Floor { public High.Roof? Above; } public sealed class Cellar; }
        namespace LockThat.Planted.High { public sealed class Roof { void On() => new Middle.Wall(); } }
        namespace LockThat.Planted.Middle { public sealed class Wall { class Door { Low.Floor? On; } Low.Cellar? Over; } }
        """;

    [Fact]
    public void The_rooms_of_the_playground_form_no_circle() =>
        Circles
            .OfRooms(Assemblies.Playground)
            .ShouldBeNone("State stands at the bottom, what acts on it above, and one composition puts them together");

    [Fact]
    public void The_types_of_the_playground_form_no_circle() =>
        Circles.OfTypes(Assemblies.Playground).ShouldBeNone("A type takes what it needs, and never the whole");

    [Fact]
    public void A_planted_circle_is_found()
    {
        using var planted = Compiled(Planted);
        Circles
            .OfRooms(planted)
            .ShouldBe(
                [
                    "LockThat.Planted.Low → LockThat.Planted.High: Floor uses Roof",
                    "LockThat.Planted.High → LockThat.Planted.Middle: Roof uses Wall",
                    "LockThat.Planted.Middle → LockThat.Planted.Low: Wall uses Cellar",
                    "LockThat.Planted.Middle → LockThat.Planted.Low: Wall uses Floor",
                ],
                ignoreOrder: true
            );
        Circles.OfTypes(planted).Count().ShouldBe(3, "The cellar leads nowhere");
    }

    private static ModuleDefinition Compiled(string source)
    {
        var compiled = new MemoryStream();
        CSharpCompilation
            .Create(
                "LockThat.Planted",
                [CSharpSyntaxTree.ParseText(source)],
                [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
                new(OutputKind.DynamicallyLinkedLibrary)
            )
            .Emit(compiled)
            .Success.ShouldBeTrue();
        compiled.Position = 0;
        return ModuleDefinition.ReadModule(compiled);
    }
}
