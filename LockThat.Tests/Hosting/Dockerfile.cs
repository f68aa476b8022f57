using System.Text.Json;

namespace LockThat.Tests.Hosting;

/// <summary>The Dockerfile, read as Docker does, as far as ours goes.</summary>
internal sealed record Dockerfile(IReadOnlyList<Stage> Stages)
{
    public static Dockerfile Ours { get; } = Parse(File.ReadAllLines(Path.Combine(Sources.Root, "Dockerfile")));

    /// <summary>The stage that <c>docker build</c> makes by default.</summary>
    public Stage Final => Stages[^1];

    public Stage Named(string name) => Stages.Single(stage => stage.Name == name);

    private static Dockerfile Parse(IEnumerable<string> lines)
    {
        var stages = new List<Stage>();
        foreach (
            var (verb, text) in Joined(lines)
                .Select(line => line.Split(' ', 2))
                .Select(parts => (parts[0], parts[1].Trim()))
        )
            if (verb == "FROM")
                stages.Add(new(text.Split(' ')[0], text.Split(' ') is [_, "AS", var name] ? name : "", []));
            else
                stages[^1] = stages[^1] with { Instructions = [.. stages[^1].Instructions, new(verb, text)] };
        return new(stages);
    }

    /// <summary>One line for each instruction, without comments.</summary>
    private static IEnumerable<string> Joined(IEnumerable<string> lines) =>
        string.Join('\n', lines.Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#')))
            .Replace("\\\n", "", StringComparison.Ordinal)
            .Split('\n');
}

/// <summary>From one FROM to the next.</summary>
internal sealed record Stage(string From, string Name, IReadOnlyList<Instruction> Instructions)
{
    public IEnumerable<Instruction> All(string verb) => Instructions.Where(instruction => instruction.Verb == verb);

    public Instruction The(string verb) => All(verb).Single();

    /// <summary>The variables of ENV.</summary>
    public IEnumerable<KeyValuePair<string, string>> Environment =>
        All("ENV")
            .SelectMany(env => env.Words)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(pair[0], pair[1].Trim('"')));
}

/// <summary>One line.</summary>
internal sealed record Instruction(string Verb, string Text)
{
    /// <summary>The text behind the verb and its flags.</summary>
    public IReadOnlyList<string> Words =>
        [
            .. Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .SkipWhile(word => word.StartsWith("--", StringComparison.Ordinal)),
        ];

    /// <summary>A command that no shell reads: ["dotnet", …].</summary>
    public IReadOnlyList<string> Command =>
        JsonSerializer.Deserialize(Text[Text.IndexOf('[', StringComparison.Ordinal)..], Strings.Default.StringArray)
        ?? [];

    public string? Flag(string name) =>
        Text.Split(' ')
            .Where(word => word.StartsWith($"--{name}=", StringComparison.Ordinal))
            .Select(word => word[(name.Length + 3)..])
            .SingleOrDefault();
}

[System.Text.Json.Serialization.JsonSerializable(typeof(string[]))]
internal sealed partial class Strings : System.Text.Json.Serialization.JsonSerializerContext;
