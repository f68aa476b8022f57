using System.Globalization;
using System.Text;

namespace LockThat.App.Locks.Names;

/// <summary>
/// U+200C and U+200D, which are invisible and change only their neighbours: many emoji and the words of many scripts
/// are written with them. Anywhere else they would make a name that looks like another.
/// </summary>
internal static class Joiners
{
    internal const char NonJoiner = '\u200C';
    internal const char Joiner = '\u200D';

    internal static bool IsJoiner(Rune rune) => rune.Value is NonJoiner or Joiner;

    /// <summary>Whether the joiner at this place does something: between two symbols, or beside a letter of a script
    /// whose letters join.</summary>
    internal static bool Joins(ReadOnlySpan<Rune> runes, int at)
    {
        var before = at > 0 && Characters.IsVariationSelector(runes[at - 1]) ? at - 2 : at - 1;
        if (before < 0 || at + 1 >= runes.Length || !IsSeen(runes[before]) || !IsSeen(runes[at + 1]))
            return false;
        return (IsSymbol(runes[before]) && IsSymbol(runes[at + 1]))
            || IsOfJoiningScript(runes[before])
            || IsOfJoiningScript(runes[at + 1]);
    }

    /// <summary>The text without the joiners that do nothing.</summary>
    internal static string OnlyNeeded(string text)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        return Array.Exists(runes, IsJoiner)
            ? string.Concat(runes.Where((rune, at) => !IsJoiner(rune) || Joins(runes, at)))
            : text;
    }

    private static bool IsSeen(Rune rune) =>
        !Characters.IsInvisible(rune) && !Characters.IsVariationSelector(rune) && !Rune.IsWhiteSpace(rune);

    // Emoji are symbols of these kinds, the skin tones and the arrows among them included.
    private static bool IsSymbol(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.OtherSymbol
                or UnicodeCategory.ModifierSymbol
                or UnicodeCategory.MathSymbol;

    // From Arabic to Sinhala, from Tibetan to Myanmar, and related scripts that came into Unicode later.
    private static bool IsOfJoiningScript(Rune rune) =>
        rune.Value
            is >= 0x0600
                and <= 0x0DFF
                or >= 0x0F00
                and <= 0x109F
                or >= 0x1700
                and <= 0x1CFF
                or >= 0xA800
                and <= 0xAAFF
                or >= 0x10A00
                and <= 0x11FFF
                or >= 0x1E900
                and <= 0x1E95F
        && Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.OtherLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark;
}
