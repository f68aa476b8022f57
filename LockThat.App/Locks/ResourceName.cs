using System.Diagnostics;
using System.Text;

namespace LockThat.App.Locks;

/// <summary>Why a typed text cannot name a resource.</summary>
public enum NameProblem
{
    /// <summary>Nothing is left once white space and quotes around it are dropped.</summary>
    Empty,

    /// <summary>More than <see cref="ResourceName.MaxCharacters"/> characters or <see cref="ResourceName.MaxLength"/> UTF-16 units.</summary>
    TooLong,

    /// <summary>White space within.</summary>
    WhiteSpace,

    /// <summary>A backtick, which would end the code span that names are shown in.</summary>
    Backtick,

    /// <summary>A control or formatting character, or another that shows as nothing.</summary>
    Invisible,

    /// <summary>Half of a surrogate pair: no Unicode text.</summary>
    Malformed,
}

/// <summary>What a typed name turned out to be.</summary>
public abstract record NameParse
{
    private NameParse() { }

    /// <summary>A name.</summary>
    /// <param name="Name">The name, without the quotes typed around it.</param>
    public sealed record Parsed(ResourceName Name) : NameParse;

    /// <summary>No name.</summary>
    /// <param name="Problem">The first thing that is wrong with it.</param>
    /// <param name="Suggestion">A name close to what was typed that would do; null when there is none.</param>
    public sealed record Refused(NameProblem Problem, ResourceName? Suggestion) : NameParse;
}

/// <summary>
/// The name of a resource: 1 to 60 characters as a reader counts them, at most 75 UTF-16 units, no white space, nothing invisible, no backtick.
/// Names are equal when they are after NFC and invariant upper-casing, in any script; ordered by the same, ordinally.
/// </summary>
public sealed record ResourceName : IComparable<ResourceName>
{
    /// <summary>The most characters, as a reader counts them (grapheme clusters).</summary>
    public const int MaxCharacters = 60;

    /// <summary>
    /// The most UTF-16 units: what Slack takes as the text or value of an option, see
    /// <see href="https://docs.slack.dev/reference/block-kit/composition-objects/option-object/"/>.
    /// </summary>
    public const int MaxLength = 75;

    private ResourceName(string display)
    {
        Display = display;
        Identity = Identify(display);
    }

    /// <summary>As it was typed, and as it is shown.</summary>
    public string Display { get; }

    /// <summary>What makes two spellings the same resource: NFC, upper case. Never shown.</summary>
    public string Identity { get; }

    /// <summary>Reads what a person typed. White space and quotes around it are dropped. Never throws.</summary>
    /// <param name="typed">Anything, null included.</param>
    public static NameParse Parse(string? typed)
    {
        var display = Characters.Unquoted(typed ?? "");
        return ProblemOf(display) is { } problem
            ? new NameParse.Refused(problem, Suggest(display))
            : new NameParse.Parsed(new(display));
    }

    /// <summary>A name that is known to be one, such as one that was stored.</summary>
    /// <param name="name">The <see cref="Display"/> of a name.</param>
    /// <exception cref="ArgumentException">It is no name: a bug, or foreign data.</exception>
    public static ResourceName Of(string name) => Parse(name) switch
    {
        NameParse.Parsed parsed => parsed.Name,
        NameParse.Refused refused => throw new ArgumentException($"No resource name ({refused.Problem}).", nameof(name)),
        _ => throw new UnreachableException(),
    };

    /// <summary>A valid name close to what was typed: <c>my site</c> gives <c>my-site</c>; null when nothing usable is left.</summary>
    /// <param name="typed">Anything.</param>
    public static ResourceName? Suggest(string typed)
    {
        var kept = new StringBuilder();
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                kept.Append(' ');
            else if (rune != Rune.ReplacementChar && rune.Value != '`' && !Characters.IsInvisible(rune))
                kept.Append(rune);
        }

        var words = Characters.Unquoted(kept.ToString()).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Characters.Unquoted);
        var name = Characters.Unquoted(Characters.Cut(string.Join('-', words), MaxCharacters, MaxLength).TrimEnd('-'));
        return ProblemOf(name) is null ? new(name) : null;
    }

    /// <summary>Whether both name the same resource, in whatever spelling.</summary>
    public bool Equals(ResourceName? other) => other is not null && string.Equals(Identity, other.Identity, StringComparison.Ordinal);

    /// <summary>The same for every spelling of the same name.</summary>
    public override int GetHashCode() => Identity.GetHashCode(StringComparison.Ordinal);

    /// <summary>Ordinally by <see cref="Identity"/>.</summary>
    public int CompareTo(ResourceName? other) => string.CompareOrdinal(Identity, other?.Identity);

    /// <summary>As it was typed.</summary>
    public override string ToString() => Display;

    // Upper-casing can leave composed form (the Greek iota subscript does), hence NFC twice.
    private static string Identify(string display) => display.Normalize().ToUpperInvariant().Normalize();

    private static NameProblem? ProblemOf(string name)
    {
        // As most are.
        if (name.Length is > 0 and <= MaxCharacters && Characters.IsPlain(name) && !name.Contains('`', StringComparison.Ordinal))
            return null;
        if (name.Length == 0)
            return NameProblem.Empty;
        if (Characters.HasLoneSurrogate(name))
            return NameProblem.Malformed;
        if (name.Any(char.IsWhiteSpace))
            return NameProblem.WhiteSpace;
        if (name.Contains('`', StringComparison.Ordinal))
            return NameProblem.Backtick;
        if (HidesSomething(name))
            return NameProblem.Invisible;
        return name.Length > MaxLength || Characters.IsLonger(name, MaxCharacters) ? NameProblem.TooLong : null;
    }

    // A variation selector is part of many an emoji, but has nothing to select at the start or after another.
    private static bool HidesSomething(string name)
    {
        var selectable = false;
        foreach (var rune in name.EnumerateRunes())
        {
            var selector = Characters.IsVariationSelector(rune);
            if (Characters.IsInvisible(rune) || (selector && !selectable))
                return true;
            selectable = !selector;
        }

        return false;
    }
}
