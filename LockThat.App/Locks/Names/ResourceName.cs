using System.Diagnostics;
using System.Text;

namespace LockThat.App.Locks.Names;

/// <summary>
/// The name of a resource: 1 to 60 characters as a reader counts them, at most 75 UTF-16 units, no white space, nothing
/// invisible but joiners that do something, no backtick. Names are equal when they are after NFC, invariant
/// upper-casing and
/// <see cref="Typography"/>, in any script; ordered by the same, ordinally.
/// </summary>
public sealed partial record ResourceName : IComparable<ResourceName>
{
    /// <summary>The most characters, as a reader counts them (grapheme clusters).</summary>
    public const int MaxCharacters = 60;

    /// <summary>
    /// The most UTF-16 units: Slack's maximum for the text or value of an option, see
    /// <see href="https://docs.slack.dev/reference/block-kit/composition-objects/option-object/"/>.
    /// </summary>
    public const int MaxLength = 75;

    private ResourceName(string display)
    {
        Display = display;
        Identity = Identify(display);
    }

    /// <summary>Stands where a command or an event is about the workspace, and about no resource. Nobody can type
    /// it.</summary>
    public static ResourceName None { get; } = new("");

    /// <summary>As it was typed, and as it is shown.</summary>
    public string Display { get; }

    /// <summary>The form in which names are compared: NFC, upper case, one kind of quote, dash and ellipsis. Never
    /// shown.</summary>
    public string Identity { get; }

    /// <summary>
    /// NFC and upper case only: the form in which names were compared before <see cref="Identity"/>. Stores that older
    /// versions share still use it as their key.
    /// </summary>
    public string FormerIdentity => Upper(Display);

    /// <summary>Whether U+200C or U+200D stands in it, as in many emoji and in the words of some scripts.</summary>
    internal bool HasJoiner => Display.AsSpan().ContainsAny(Joiners.NonJoiner, Joiners.Joiner);

    /// <summary>Reads a typed name. White space, quotes and invisible characters around it are dropped. Never
    /// throws.</summary>
    /// <param name="typed">Anything, null included.</param>
    public static NameParse Parse(string? typed)
    {
        var display = WithoutEdges(typed ?? "");
        return ProblemOf(display) is { } problem
            ? new NameParse.Refused(problem, Suggest(display))
            : new NameParse.Parsed(new(display));
    }

    /// <summary>A name that is known to be one, such as one that was stored.</summary>
    /// <param name="name">The <see cref="Display"/> of a name.</param>
    /// <exception cref="ArgumentException">It is no name: a bug, or foreign data.</exception>
    public static ResourceName Of(string name) =>
        Parse(name) switch
        {
            NameParse.Parsed parsed => parsed.Name,
            NameParse.Refused refused => throw new ArgumentException(
                $"No resource name ({refused.Problem}).",
                nameof(name)
            ),
            _ => throw new UnreachableException(),
        };

    /// <summary>A valid name close to the typed text: <c>my site</c> gives <c>my-site</c>; null when nothing usable is
    /// left.</summary>
    /// <param name="typed">Anything.</param>
    public static ResourceName? Suggest(string typed)
    {
        var kept = new StringBuilder();
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                kept.Append(' ');
            else if (
                rune != Rune.ReplacementChar
                && rune.Value != '`'
                && (!Characters.IsInvisible(rune) || Joiners.IsJoiner(rune))
            )
                kept.Append(rune);
        }

        var words = Characters
            .Unquoted(Joiners.OnlyNeeded(kept.ToString()))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(Characters.Unquoted);
        var name = WithoutEdges(Characters.Cut(string.Join('-', words), MaxCharacters, MaxLength).TrimEnd('-'));
        return ProblemOf(name) is null ? new(name) : null;
    }

    /// <summary>
    /// The name of a resource beside another one of the same name: <c>bob’s-phone</c> becomes <c>bob’s-phone~2</c>, cut
    /// where that would be too long.
    /// </summary>
    /// <param name="number">At least 2.</param>
    public ResourceName Marked(int number)
    {
        var mark = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"~{number}");
        var cut = Characters.Cut(Display, MaxCharacters - mark.Length, MaxLength - mark.Length);
        return Of(Joiners.OnlyNeeded(cut) + mark);
    }

    /// <summary>Whether both name the same resource, in whatever spelling.</summary>
    public bool Equals(ResourceName? other) =>
        other is not null && string.Equals(Identity, other.Identity, StringComparison.Ordinal);

    /// <summary>The same for every spelling of the same name.</summary>
    public override int GetHashCode() => Identity.GetHashCode(StringComparison.Ordinal);

    /// <summary>Ordinally by <see cref="Identity"/>.</summary>
    public int CompareTo(ResourceName? other) => string.CompareOrdinal(Identity, other?.Identity);

    /// <summary>As it was typed.</summary>
    public override string ToString() => Display;

    /// <summary>The <see cref="Identity"/> of a name, or of a part of one.</summary>
    internal static string Identify(string display) => Typography.Fold(Upper(display));

    // Upper-casing can leave composed form (the Greek iota subscript does), hence NFC twice.
    private static string Upper(string display) =>
        Characters.IsPlain(display) ? display.ToUpperInvariant() : display.Normalize().ToUpperInvariant().Normalize();

    private static NameProblem? ProblemOf(string name)
    {
        // Fast path: plain ASCII needs no further checks.
        if (
            name.Length is > 0 and <= MaxCharacters
            && Characters.IsPlain(name)
            && !name.Contains('`', StringComparison.Ordinal)
        )
            return null;
        if (name.Length == 0)
            return NameProblem.Empty;
        if (Characters.HasLoneSurrogate(name))
            return NameProblem.Malformed;
        if (name.Any(char.IsWhiteSpace))
            return NameProblem.WhiteSpace;
        if (name.Contains('`', StringComparison.Ordinal))
            return NameProblem.Backtick;
        if (HidesSomething([.. name.EnumerateRunes()]))
            return NameProblem.Invisible;
        return name.Length > MaxLength || Characters.IsLonger(name, MaxCharacters) ? NameProblem.TooLong : null;
    }

    // A variation selector is part of many an emoji, but has nothing to select at the start, after another or after a
    // joiner.
    private static bool HidesSomething(ReadOnlySpan<Rune> name)
    {
        var selectable = false;
        for (var at = 0; at < name.Length; at++)
        {
            var (selector, joiner) = (Characters.IsVariationSelector(name[at]), Joiners.IsJoiner(name[at]));
            if (joiner ? !Joiners.Joins(name, at) : Characters.IsInvisible(name[at]) || (selector && !selectable))
                return true;
            selectable = !selector && !joiner;
        }

        return false;
    }
}
