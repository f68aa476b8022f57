using Mono.Cecil;

namespace LockThat.Tests.House.Reading;

/// <summary>One part of an assembly names another part.</summary>
/// <param name="From">The part that names the other: a room or a type.</param>
/// <param name="To">The part that is named.</param>
/// <param name="Where">The types by which they meet.</param>
internal sealed record Arrow(string From, string To, string Where);

/// <summary>Parts of an assembly that lead back to themselves. A constant leaves no trace in compiled code, and so
/// makes no arrow.</summary>
internal static class Circles
{
    /// <summary>The arrows between rooms that lie on a circle; a room is a namespace.</summary>
    public static IEnumerable<string> OfRooms(ModuleDefinition module) =>
        Among(Arrows(module, type => type.Outermost().Namespace));

    /// <summary>The arrows between types that lie on a circle; nested types count as the type around them.</summary>
    public static IEnumerable<string> OfTypes(ModuleDefinition module) =>
        Among(Arrows(module, type => type.Outermost().FullName));

    private static List<Arrow> Arrows(ModuleDefinition module, Func<TypeReference, string> partOf) =>
        [
            .. Assemblies
                .Types(module)
                .SelectMany(type =>
                    Uses.Of(type)
                        .Where(used => used.IsOurs() && used.Assembly() == module.Assembly.Name.Name)
                        .Select(used => new Arrow(
                            partOf(type),
                            partOf(used),
                            $"{type.Outermost().Name} uses {used.Outermost().Name}"
                        ))
                )
                .Where(arrow => arrow.From != arrow.To)
                .Distinct(),
        ];

    private static IEnumerable<string> Among(List<Arrow> arrows)
    {
        var next = arrows.ToLookup(arrow => arrow.From, arrow => arrow.To);
        var reached = arrows
            .Select(arrow => arrow.From)
            .Distinct()
            .ToDictionary(part => part, part => ReachedFrom(part, next));
        return arrows
            .Where(arrow => reached.TryGetValue(arrow.To, out var beyond) && beyond.Contains(arrow.From))
            .Select(arrow => $"{arrow.From} → {arrow.To}: {arrow.Where}");
    }

    private static HashSet<string> ReachedFrom(string start, ILookup<string, string> next)
    {
        HashSet<string> reached = [];
        Stack<string> open = new([start]);
        while (open.TryPop(out var part))
        {
            foreach (var other in next[part].Where(reached.Add))
                open.Push(other);
        }

        return reached;
    }
}
