using System.Reflection;
using LockThat.App;
using LockThat.Playground;

namespace LockThat.Tests.House.Reading;

/// <summary>The abstract records that only their own nested cases derive from.</summary>
internal static class ClosedHierarchies
{
    public static IReadOnlyList<Type> All { get; } =
    [
        .. new[] { typeof(LockThatApp), typeof(Replies), typeof(PlaygroundHost) }
            .SelectMany(known => known.Assembly.GetTypes())
            .Where(IsClosed),
    ];

    public static IReadOnlyList<Type> Cases(Type hierarchy) =>
        [
            .. hierarchy
                .GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic)
                .Where(type => type.BaseType == hierarchy),
        ];

    // The constructor that copies a record is protected, and asks for one to copy.
    private static bool IsClosed(Type type) =>
        type is { IsAbstract: true, IsSealed: false, IsInterface: false }
        && Array.TrueForAll(
            type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
            IsPrivateOrCopies
        )
        && Cases(type).Count > 0;

    private static bool IsPrivateOrCopies(ConstructorInfo constructor) =>
        constructor.IsPrivate
        || (constructor.GetParameters() is [var only] && only.ParameterType == constructor.DeclaringType);
}
