using Mono.Cecil;

namespace LockThat.Tests.House.Reading;

/// <summary>The compiled assemblies, generated code included, read once.</summary>
internal static class Assemblies
{
    private static readonly string Folder = AppContext.BaseDirectory;
    private static readonly ReaderParameters Reading = new() { AssemblyResolver = Resolver() };

    public static ModuleDefinition App { get; } = Open("LockThat.App");

    public static ModuleDefinition Blocks { get; } = Open("LockThat.Blocks");

    public static ModuleDefinition Playground { get; } = Open("LockThat.Playground");

    public static ModuleDefinition Tests { get; } = Open("LockThat.Tests");

    public static IReadOnlyList<ModuleDefinition> Shipped { get; } = [App, Blocks, Playground];

    /// <summary>All types in our namespaces, nested and generated ones included.</summary>
    public static IEnumerable<TypeDefinition> Types(params IEnumerable<ModuleDefinition> modules) =>
        modules.SelectMany(module => module.GetTypes()).Where(type => type.IsOurs());

    /// <summary>The types that somebody wrote, nested ones included.</summary>
    public static IEnumerable<TypeDefinition> WrittenTypes(params IEnumerable<ModuleDefinition> modules) =>
        Types(modules).Where(type => !IsGenerated(type));

    /// <summary>The type's name as it is written, without its namespace.</summary>
    public static string Written(this TypeReference type) =>
        type.FullName[(type.Outermost().Namespace.Length + 1)..].Replace('/', '.');

    public static TypeReference Outermost(this TypeReference type)
    {
        var outer = type;
        while (outer.DeclaringType is not null)
            outer = outer.DeclaringType;
        return outer;
    }

    public static bool IsOurs(this TypeReference type) =>
        type.Outermost().Namespace.StartsWith("LockThat.", StringComparison.Ordinal);

    /// <summary>The name of the assembly that a type comes from.</summary>
    public static string Assembly(this TypeReference type) =>
        type.Scope switch
        {
            ModuleDefinition own => own.Assembly.Name.Name,
            var other => other.Name,
        };

    private static bool IsGenerated(TypeDefinition type) =>
        type.Name.Contains('<', StringComparison.Ordinal)
        || type.CustomAttributes.Any(attribute =>
            attribute.AttributeType.Name is "GeneratedCodeAttribute" or "CompilerGeneratedAttribute"
        )
        || (type.DeclaringType is { } outer && IsGenerated(outer));

    private static ModuleDefinition Open(string name) =>
        ModuleDefinition.ReadModule(Path.Combine(Folder, name + ".dll"), Reading);

    private static DefaultAssemblyResolver Resolver()
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Folder);
        return resolver;
    }
}
