using System.Text;

namespace LockThat.App.Locks.Names;

/// <summary>
/// Names that are easily mistaken for each other: they differ in hyphens, underscores and dots alone; or, where both
/// have four or more characters, in one letter that is wrong, missing, too many, or swapped with its neighbour. A digit
/// is never such a letter, and neither is a single letter at the end after a hyphen, an underscore or a dot:
/// <c>site-1</c> and <c>site-2</c>, or <c>site-a</c> and <c>site-b</c>, are named so on purpose.
/// </summary>
internal static class NearNames
{
    /// <summary>The most names that a person is asked about.</summary>
    public const int Most = 3;

    private const int Shortest = 4;

    // A character has at most two UTF-16 units.
    private const int MostUnits = 2;

    /// <summary>The names that are easily mistaken for this one, at most <see cref="Most"/>, in the order in which they
    /// come.</summary>
    /// <param name="name">A name that no resource has.</param>
    /// <param name="others">The names of the resources.</param>
    public static IEnumerable<ResourceName> Of(ResourceName name, IEnumerable<ResourceName> others)
    {
        var typed = name.Identity;
        return others
            .Where(other =>
                other != name && (IsSameButForSeparators(typed, other.Identity) || IsOneMistake(typed, other.Identity))
            )
            .Take(Most);
    }

    private static bool IsSameButForSeparators(string one, string other)
    {
        var (at, there) = (0, 0);
        while (true)
        {
            while (at < one.Length && IsSeparator(one[at]))
                at++;
            while (there < other.Length && IsSeparator(other[there]))
                there++;
            if (at == one.Length || there == other.Length)
                return at == one.Length && there == other.Length;
            if (one[at++] != other[there++])
                return false;
        }
    }

    // Nearly all names differ in more, which is seen without a look at their characters one by one.
    private static bool IsOneMistake(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (longer.Length - shorter.Length > MostUnits)
            return false;
        var before = shorter.AsSpan().CommonPrefixLength(longer);
        var after = 0;
        while (after < shorter.Length - before && shorter[^(after + 1)] == longer[^(after + 1)])
            after++;
        return longer.Length - before - after <= 2 * MostUnits && IsOneMistake(Runes(shorter), Runes(longer));
    }

    private static bool IsOneMistake(ReadOnlySpan<Rune> one, ReadOnlySpan<Rune> other)
    {
        if (one.Length > other.Length)
            return IsOneMistake(other, one);
        if (one.Length < Shortest || other.Length - one.Length > 1)
            return false;

        var before = one.CommonPrefixLength(other);
        var after = Math.Min(SameAtEnd(one, other), one.Length - before);
        var typed = one[before..^after];
        var meant = other[before..^after];
        if (HasDigit(typed) || HasDigit(meant))
            return false;
        var isSingleAtEnd = after == 0 && before > 0 && IsSeparator(one[before - 1]);
        return (typed.Length, meant.Length) switch
        {
            (0 or 1, 1) => !isSingleAtEnd,
            (2, 2) => typed[0] == meant[1] && typed[1] == meant[0],
            _ => false,
        };
    }

    private static int SameAtEnd(ReadOnlySpan<Rune> one, ReadOnlySpan<Rune> other)
    {
        var same = 0;
        while (same < one.Length && one[^(same + 1)] == other[^(same + 1)])
            same++;
        return same;
    }

    private static bool HasDigit(ReadOnlySpan<Rune> text)
    {
        foreach (var rune in text)
        {
            if (Rune.IsNumber(rune))
                return true;
        }

        return false;
    }

    private static bool IsSeparator(Rune rune) => rune.IsBmp && IsSeparator((char)rune.Value);

    private static bool IsSeparator(char letter) => letter is '-' or '_' or '.';

    private static Rune[] Runes(string identity) => [.. identity.EnumerateRunes()];
}
