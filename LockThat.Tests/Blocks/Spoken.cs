namespace LockThat.Tests.Blocks;

/// <summary>Every language that the app speaks, by the name of its class.</summary>
internal static class Spoken
{
    public static IReadOnlyDictionary<string, IWording> Languages { get; } =
        typeof(IWording)
            .Assembly.GetTypes()
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IWording)))
            .Select(type => (IWording)Activator.CreateInstance(type)!)
            .ToDictionary(words => words.GetType().Name, StringComparer.Ordinal);
}
