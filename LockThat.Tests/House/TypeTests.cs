using Mono.Cecil;

namespace LockThat.Tests.House;

/// <summary>How types are made.</summary>
public sealed class TypeTests
{
    // Each has a second implementation in view: a store behind the same seam, or another language.
    private static readonly string[] Seams =
    [
        "LockThat.App.Locks.Stores.IResourceStore",
        "LockThat.App.Locks.Stores.IOutboxStore",
        "LockThat.App.Locks.Stores.IHomeStore",
        "LockThat.App.Locks.Stores.IPersonStore",
        "LockThat.App.Locks.Stores.IHistoryStore",
        "LockThat.App.Locks.Stores.IFormerMemberStore",
        "LockThat.App.Installs.IInstallStore",
        "LockThat.Blocks.Wording.IWording",
    ];

    private static readonly string[] ImmutableRooms = ["LockThat.App.Locks", "LockThat.Blocks.Kit"];

    [Fact]
    public void Every_class_is_sealed_static_or_abstract() =>
        Assemblies
            .WrittenTypes([.. Assemblies.Shipped, Assemblies.Tests])
            .Where(type =>
                type is { IsClass: true, IsValueType: false, IsSealed: false, IsAbstract: false } && !IsOfRazor(type)
            )
            .Select(type => type.FullName)
            .ShouldBeNone("A class that nobody derives from says so");

    [Fact]
    public void No_interface_has_a_single_implementation()
    {
        var types = Assemblies.WrittenTypes(Assemblies.Shipped).ToList();
        var implemented = types
            .Where(type => !type.IsInterface)
            .SelectMany(Interfaces)
            .CountBy(name => name)
            .ToDictionary();
        types
            .Where(type =>
                type.IsInterface && !Seams.Contains(type.FullName) && implemented.GetValueOrDefault(type.FullName) < 2
            )
            .Select(type => $"{type.FullName} has {implemented.GetValueOrDefault(type.FullName)}")
            .ShouldBeNone("An interface has two implementations, or there is none");
    }

    [Fact]
    public void A_service_needs_whatever_it_takes() =>
        Assemblies
            .WrittenTypes(Assemblies.App)
            .SelectMany(type => type.Methods.Where(method => method.IsConstructor && !method.IsStatic))
            .SelectMany(constructor =>
                constructor
                    .Parameters.Where(parameter => parameter.IsOptional && IsService(parameter.ParameterType))
                    .Select(parameter => $"{constructor.DeclaringType.FullName} takes {parameter.Name} or nothing")
            )
            .ShouldBeNone("A dependency that may be missing is a second way through a class");

    [Fact]
    public void Nothing_in_the_core_and_the_kit_can_be_set_after_it_was_made() =>
        Assemblies
            .WrittenTypes(Assemblies.Shipped)
            .Where(type =>
                Array.Exists(
                    ImmutableRooms,
                    room => $"{type.Outermost().Namespace}.".StartsWith($"{room}.", StringComparison.Ordinal)
                )
            )
            .SelectMany(type =>
                type.Properties.Where(IsSettable)
                    .Select(property => property.FullName)
                    .Concat(type.Fields.Where(IsSettable).Select(field => field.FullName))
            )
            .ShouldBeNone("Values are changed by making new ones");

    // Records and exceptions hold values; whatever else is a class of ours does something.
    private static bool IsService(TypeReference type) =>
        type.IsOurs()
        && type.Resolve() is { IsValueType: false } service
        && service.Methods.All(method => method.Name != "<Clone>$");

    private static IEnumerable<string> Interfaces(TypeDefinition type) =>
        type
            .Interfaces.Select(implemented => implemented.InterfaceType.GetElementType().FullName)
            .Concat(type.BaseType is TypeDefinition parent ? Interfaces(parent) : [])
            .Distinct();

    private static bool IsSettable(PropertyDefinition property) =>
        property.SetMethod is { IsPublic: true, ReturnType: not RequiredModifierType };

    private static bool IsSettable(FieldDefinition field) =>
        field is { IsPublic: true, IsInitOnly: false, HasConstant: false, IsSpecialName: false };

    // Razor writes the class, and the compiler that of top-level statements.
    private static bool IsOfRazor(TypeDefinition type) =>
        type.Name is "Program" or "_Imports"
        || (
            type.BaseType is { } parent
            && (
                parent.FullName == "Microsoft.AspNetCore.Components.ComponentBase"
                || parent is TypeDefinition ours && IsOfRazor(ours)
            )
        );
}
