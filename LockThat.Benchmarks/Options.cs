using System.Globalization;

namespace LockThat.Benchmarks;

/// <summary>The options behind a command: names, each with its value.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> _values = [];

    /// <exception cref="MisspeltException">There is no such option, or a value is missing.</exception>
    public Options(string[] arguments, params ReadOnlySpan<string> known)
    {
        foreach (var pair in arguments.Chunk(2))
            _values[pair[0]] =
                known.Contains(pair[0]) && pair.Length == 2
                    ? pair[1]
                    : throw new MisspeltException($"{pair[0]} is no option of this command, or has no value.");
    }

    public string? Text(string name) => _values.GetValueOrDefault(name);

    /// <exception cref="MisspeltException">It is none of the names.</exception>
    public string? OneOf(string name, IReadOnlyCollection<string> names) =>
        Text(name) is not { } text || names.Contains(text, StringComparer.Ordinal)
            ? Text(name)
            : throw new MisspeltException($"{name} wants one of {string.Join(", ", names)}, and {text} is none.");

    /// <exception cref="MisspeltException">It is no number, or too small.</exception>
    public int Number(string name, int atLeast, int otherwise)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw new MisspeltException($"{name} wants a number, and {text} is none.");
        return number >= atLeast
            ? number
            : throw new MisspeltException(
                string.Create(CultureInfo.InvariantCulture, $"{name} wants {atLeast} or more, and {number} is less.")
            );
    }
}

/// <summary>The options cannot be understood.</summary>
internal sealed class MisspeltException(string message) : Exception(message);
