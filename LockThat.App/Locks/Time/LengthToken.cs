using System.Globalization;
using System.Text;

namespace LockThat.App.Locks.Time;

/// <summary>A number or a unit within a word, with the signs before it.</summary>
/// <param name="Glue">The signs; empty when there are none.</param>
/// <param name="Number">The number; null for a unit.</param>
/// <param name="Unit">The unit in milliseconds; null for a number.</param>
/// <param name="Grouped">The number if its comma parts thousands and no fraction; null where that cannot be.</param>
/// <param name="IsNumeral">Whether it is written with a numeral that is no decimal digit: <c>½</c>.</param>
/// <param name="IsLetter">Whether it is a unit of one letter.</param>
internal readonly record struct LengthToken(
    string Glue,
    decimal? Number,
    decimal? Unit,
    decimal? Grouped = null,
    bool IsNumeral = false,
    bool IsLetter = false
)
{
    // Far more than a length takes, and few enough to add up.
    private const int MostTokens = 24;

    /// <summary>Whether its signs leave it a part of a length: <c>5/m</c> is a rate, and <c>3-d</c> a kind of
    /// picture.</summary>
    internal bool IsUnitOfLength =>
        Unit is not null
        && !Glue.AsSpan().ContainsAny('/', '&')
        && !(IsLetter && Glue.Length > 0 && Glue.EnumerateRunes().All(LengthMarks.IsDash));

    /// <summary>Whether anything about it keeps a length from being read.</summary>
    internal bool IsForeign => Glue.Length > 0 || Grouped is not null || IsNumeral;

    /// <summary>The tokens of a word, and the text behind the last of them.</summary>
    internal static (List<LengthToken> Tokens, string Behind) Of(string word)
    {
        var tokens = new List<LengthToken>();
        var rest = word.AsSpan();
        while (tokens.Count < MostTokens)
        {
            var glue = rest[..Run(rest, rune => rune.Value is '/' or '&' || LengthMarks.IsGlue(rune))];
            // The point of ".5h" is no sign.
            if (
                glue is [.., '.' or ',']
                && LengthNumber.Read(rest[(glue.Length - 1)..]).HasDigits
                && (tokens.Count == 0 || glue.Length > 1)
            )
                glue = glue[..^1];
            if (Next(rest[glue.Length..], $"{glue}", out var used) is not { } token)
                break;
            tokens.Add(token);
            rest = rest[(glue.Length + used)..];
        }

        return (tokens, $"{rest}");
    }

    private static LengthToken? Next(ReadOnlySpan<char> text, string glue, out int used)
    {
        var number = LengthNumber.Read(text);
        used = text.Length - number.Rest.Length;
        if (Numeral(text[used..], out var length) is { } numeral)
        {
            used += length;
            return new(glue, (number.HasDigits ? number.Value() : 0) + numeral, null, IsNumeral: true);
        }

        if (number.HasDigits)
            return new(glue, number.Value(), null, number.IsGrouped ? number.Value() * 1_000 : null);
        used = Run(text, IsPartOfWord);
        return DurationWords.UnitOf(text[..used]) is { } unit ? new(glue, null, unit, IsLetter: used == 1) : null;
    }

    private static decimal? Numeral(ReadOnlySpan<char> text, out int length)
    {
        var isNumeral =
            Rune.DecodeFromUtf16(text, out var rune, out length) == System.Buffers.OperationStatus.Done
            && Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber;
        return isNumeral && Rune.GetNumericValue(rune) is >= 0 and < 1_000_000 and var value ? (decimal)value : null;
    }

    private static bool IsPartOfWord(Rune rune) =>
        Rune.IsLetter(rune)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    private static int Run(ReadOnlySpan<char> text, Func<Rune, bool> isPart)
    {
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!isPart(rune))
                break;
            length += rune.Utf16SequenceLength;
        }

        return Math.Min(length, text.Length);
    }
}
