using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace LockThat.Tests.House;

/// <summary>The core, the kit and the settings say in words what their names cannot: units, ranges, defaults, errors
/// and sources.</summary>
public sealed class DocsTests
{
    private static readonly string[] Rooms = ["LockThat.App.Identifiers", "LockThat.App.Locks", "LockThat.Blocks.Kit"];

    private static readonly Lazy<HashSet<string>> Documented = new(() =>
        [
            .. new[] { "LockThat.App.xml", "LockThat.Blocks.xml" }.SelectMany(file =>
                Members(Path.Combine(AppContext.BaseDirectory, file))
            ),
        ]
    );

    [Fact]
    public void Every_public_member_of_the_core_and_the_kit_is_documented() =>
        Undocumented(
                Assemblies
                    .WrittenTypes(Assemblies.Shipped)
                    .Where(type =>
                        Array.Exists(
                            Rooms,
                            room => $"{type.Outermost().Namespace}.".StartsWith($"{room}.", StringComparison.Ordinal)
                        )
                    )
            )
            .ShouldBeNone("A public member has a <summary>; a parameter that a record takes has its <param>");

    [Fact]
    public void Every_setting_is_documented() =>
        Undocumented(
                Assemblies
                    .WrittenTypes(Assemblies.App)
                    .Where(type => SettingsTableTests.Declared.Contains(type.Outermost().Name))
            )
            .ShouldBeNone("A setting says its key, range and default");

    private static IEnumerable<string> Undocumented(IEnumerable<TypeDefinition> types) =>
        types
            .Where(IsVisible)
            .SelectMany(PublicMembers)
            .Select(DocCommentId.GetDocCommentId)
            .Where(id => !Documented.Value.Contains(id));

    private static IEnumerable<IMemberDefinition> PublicMembers(TypeDefinition type) =>
        [
            type,
            .. type.Methods.Where(method => (method.IsPublic || method.IsFamily) && IsWritten(method)),
            .. type.Properties.Where(property =>
                property.GetMethod is { IsPublic: true } getter && !IsValueOfCase(type, getter)
            ),
            .. type.Fields.Where(field => field is { IsPublic: true, IsSpecialName: false }),
        ];

    // Accessors belong to their property, a constructor without parameters to its type; what the compiler adds to a
    // record or a delegate nobody wrote.
    private static bool IsWritten(MethodDefinition method) =>
        !method.IsGetter
        && !method.IsSetter
        && !(method.IsConstructor && !method.HasParameters)
        && !IsGenerated(method)
        && method.DeclaringType.BaseType?.Name != nameof(MulticastDelegate)
        && !(method.IsConstructor && IsCase(method.DeclaringType));

    // A case of a closed hierarchy says in its one sentence what its values are.
    private static bool IsValueOfCase(TypeDefinition type, MethodDefinition getter) =>
        IsCase(type) && IsGenerated(getter);

    private static bool IsCase(TypeDefinition type) =>
        type.DeclaringType is { IsAbstract: true } hierarchy && type.BaseType == hierarchy;

    private static bool IsGenerated(MethodDefinition method) =>
        method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute");

    private static bool IsVisible(TypeDefinition type) =>
        type.IsPublic || (type.IsNestedPublic && IsVisible(type.DeclaringType));

    private static IEnumerable<string> Members(string file) =>
        XDocument
            .Load(file)
            .Descendants("member")
            .Where(member =>
                member.Element("inheritdoc") is not null
                || member.Element("summary") is { HasElements: true } or { Value.Length: > 0 }
            )
            .Select(member => member.Attribute("name")?.Value ?? "");
}
