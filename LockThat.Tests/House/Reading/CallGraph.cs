using Mono.Cecil;
using Mono.Cecil.Cil;

namespace LockThat.Tests.House.Reading;

/// <summary>The calls between functions, read from compiled code. A function is one that somebody wrote: overloads of a
/// name are one function, and lambdas, local functions and state machines belong to the function around them.</summary>
internal sealed class CallGraph
{
    private readonly Dictionary<string, HashSet<string>> _calls = new(StringComparer.Ordinal);

    public CallGraph(params IEnumerable<ModuleDefinition> modules)
    {
        var types = Assemblies.Types(modules).ToList();
        foreach (var type in types)
        {
            foreach (var method in type.Methods)
            {
                foreach (var above in Overridden(type, method))
                    Add(above, NameOf(method));
                if (method.HasBody)
                    Read(method);
            }
        }
    }

    /// <summary>The functions that one calls, calls through interfaces and delegates included.</summary>
    public IReadOnlyCollection<string> From(string function) => _calls.GetValueOrDefault(function) ?? [];

    /// <summary>A shortest way from one function to another, both included; empty when there is none.</summary>
    public IReadOnlyList<string> Way(string from, string to)
    {
        var before = new Dictionary<string, string>(StringComparer.Ordinal) { [from] = from };
        var next = new Queue<string>([from]);
        while (next.TryDequeue(out var function) && function != to)
        {
            foreach (var called in From(function).Where(called => before.TryAdd(called, function)))
                next.Enqueue(called);
        }

        return before.ContainsKey(to) ? Back(before, to) : [];
    }

    private static List<string> Back(Dictionary<string, string> before, string to)
    {
        var way = new List<string> { to };
        while (before[way[^1]] is var earlier && earlier != way[^1])
            way.Add(earlier);
        way.Reverse();
        return way;
    }

    private void Read(MethodDefinition method)
    {
        var caller = NameOf(method);
        foreach (var code in method.Body.Instructions)
        {
            if (code.Operand is not MethodReference called || !called.DeclaringType.IsOurs())
                continue;
            Add(caller, NameOf(called));
            // A delegate stands between the function that invokes it and the function that it was made of.
            if (
                code.OpCode == OpCodes.Newobj
                && code.Previous?.Operand is MethodReference made
                && made.DeclaringType.IsOurs()
            )
                Add($"{called.DeclaringType.Outermost().Name}.Invoke", NameOf(made));
        }
    }

    private void Add(string caller, string called)
    {
        if (caller == called)
            return;
        if (!_calls.TryGetValue(caller, out var all))
            _calls.Add(caller, all = new(StringComparer.Ordinal));
        all.Add(called);
    }

    // The members of interfaces and base types that a call may mean when it means this one.
    private static IEnumerable<string> Overridden(TypeDefinition type, MethodDefinition method)
    {
        if (!method.IsVirtual)
            return [];
        var above = type.Interfaces.Select(implemented => implemented.InterfaceType).Append(type.BaseType);
        return above
            .OfType<TypeReference>()
            .Where(one => one.IsOurs())
            .Select(one => $"{Plain(one)}.{Last(method.Name)}");
    }

    private static string NameOf(MethodReference method) =>
        $"{Plain(Written(method.DeclaringType))}.{Function(method)}";

    // The name of a generated type or method has the name of the function around it in pointed brackets.
    private static string Function(MethodReference method) =>
        Bracketed(method.Name) ?? GeneratedAround(method.DeclaringType) ?? Last(method.Name);

    private static string? GeneratedAround(TypeReference type)
    {
        for (var one = type; one is not null; one = one.DeclaringType)
        {
            if (Bracketed(one.Name) is { } function)
                return function;
        }

        return null;
    }

    private static string? Bracketed(string name) =>
        name.StartsWith('<') && name.IndexOf('>', StringComparison.Ordinal) is > 1 and var end ? name[1..end] : null;

    private static TypeReference Written(TypeReference type)
    {
        var one = type;
        while (one.DeclaringType is not null && one.Name.StartsWith('<'))
            one = one.DeclaringType;
        return one;
    }

    private static string Plain(TypeReference type) => type.Name.Split('`')[0];

    private static string Last(string name) => name[(name.LastIndexOf('.') + 1)..];
}
