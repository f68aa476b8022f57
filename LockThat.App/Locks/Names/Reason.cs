using System.Diagnostics;
using System.Text;

namespace LockThat.App.Locks.Names;

/// <summary>The result of reading a typed reason.</summary>
public abstract record ReasonParse
{
    private ReasonParse() { }

    /// <summary>Nothing that could be read was typed.</summary>
    public sealed record None : ReasonParse;

    /// <summary>A reason.</summary>
    /// <param name="Reason">On one line, tidied.</param>
    public sealed record Parsed(Reason Reason) : ReasonParse;

    /// <summary>More than <see cref="Reason.MaxCharacters"/> characters or <see cref="Reason.MaxLength"/> UTF-16
    /// units.</summary>
    public sealed record TooLong : ReasonParse;
}

/// <summary>
/// Why something is locked: one line of 1 to 200 characters as a reader counts them, at most 400 UTF-16 units. Text of
/// a stranger: shown inert only.
/// </summary>
public readonly record struct Reason
{
    /// <summary>The most characters, as a reader counts them (grapheme clusters).</summary>
    public const int MaxCharacters = 200;

    /// <summary>The most UTF-16 units.</summary>
    public const int MaxLength = 400;

    private readonly string? _value;

    private Reason(string value) => _value = value;

    /// <summary>The text, never blank.</summary>
    public string Value =>
        _value ?? throw new InvalidOperationException("A reason comes from Parse or Of; none is null.");

    /// <summary>
    /// Reads a typed reason. Line breaks, tabs, controls and bidirectional controls count as white space, runs of white
    /// space become one space, and broken Unicode becomes U+FFFD. Never throws.
    /// </summary>
    /// <param name="typed">Anything, null included.</param>
    public static ReasonParse Parse(string? typed)
    {
        var tidy = Tidy(typed ?? "");
        if (Characters.IsBlank(tidy))
            return new ReasonParse.None();

        return tidy.Length > MaxLength || Characters.IsLonger(tidy, MaxCharacters)
            ? new ReasonParse.TooLong()
            : new ReasonParse.Parsed(new(tidy));
    }

    /// <summary>A reason that is known to be one, such as one that was stored.</summary>
    /// <param name="reason">The <see cref="Value"/> of a reason.</param>
    /// <exception cref="ArgumentException">It is none: a bug, or foreign data.</exception>
    public static Reason Of(string reason) =>
        Parse(reason) switch
        {
            ReasonParse.Parsed parsed => parsed.Reason,
            ReasonParse.None or ReasonParse.TooLong => throw new ArgumentException(
                "No reason, or too long a one.",
                nameof(reason)
            ),
            _ => throw new UnreachableException(),
        };

    /// <summary>The text.</summary>
    public override string ToString() => Value;

    private static string Tidy(string typed)
    {
        // Fast path: plain ASCII needs no further checks.
        if (ArePlainWords(typed))
            return typed;

        var tidy = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && !Characters.IsBidiControl(rune))
                tidy.Append(rune);
            else if (tidy.Length > 0 && tidy[^1] != ' ')
                tidy.Append(' ');
        }

        return tidy.ToString().TrimEnd();
    }

    private static bool ArePlainWords(ReadOnlySpan<char> typed)
    {
        foreach (var word in typed.Split(' '))
            if (typed[word].IsEmpty || !Characters.IsPlain(typed[word]))
                return false;
        return true;
    }
}
