using System.Globalization;
using System.Text;

namespace LockThat.App.Locks.Time;

/// <summary>The signs that people put before, around, into and behind a length.</summary>
internal static class LengthMarks
{
    private const string Quotes = "\"'`";

    // A text beside one of these is no length: an amount, a percentage, an issue, a mention, a path.
    private const string OtherMeanings = "#@&%\\/‰‱٪";

    /// <summary>Every dash and every minus sign.</summary>
    internal static bool IsDash(Rune rune) =>
        Category(rune) == UnicodeCategory.DashPunctuation
        || rune.Value is 0x02D7 or 0x207B or 0x208B or 0x2212 or 0x2796;

    /// <summary>Any quote or bracket that can open.</summary>
    internal static bool Opens(Rune rune) =>
        IsQuote(rune) || rune.Value == '<' || Category(rune) == UnicodeCategory.OpenPunctuation;

    /// <summary>Any quote or bracket that can close. In some languages the one that opens in others closes.</summary>
    internal static bool Closes(Rune rune) =>
        IsQuote(rune) || rune.Value == '>' || Category(rune) == UnicodeCategory.ClosePunctuation;

    /// <summary>Punctuation or a symbol that may stand by mistake where a length is meant; no money, and nothing with a
    /// meaning of its own.</summary>
    internal static bool IsGlue(Rune rune) =>
        !IsQuote(rune) && !Means(rune) && (Rune.IsPunctuation(rune) || IsSymbol(rune));

    internal static bool IsSymbol(Rune rune) => Rune.IsSymbol(rune) && Category(rune) != UnicodeCategory.CurrencySymbol;

    /// <summary>A length without the punctuation behind it.</summary>
    internal static ReadOnlySpan<char> WithoutEnd(ReadOnlySpan<char> word) =>
        Without(word, rune => IsQuote(rune) || (Rune.IsPunctuation(rune) && !Means(rune)));

    /// <summary>A bare number without the stops behind it; <c>5"</c>, <c>1)</c> and <c>50%</c> are no
    /// minutes.</summary>
    internal static ReadOnlySpan<char> WithoutStops(ReadOnlySpan<char> word) =>
        Without(word, rune => IsStop(rune) || IsDash(rune));

    /// <summary>The text in quotes or brackets, without the closing one and the punctuation behind it.</summary>
    internal static ReadOnlySpan<char> WithoutClosing(ReadOnlySpan<char> word) =>
        Without(word, rune => Closes(rune) || (Rune.IsPunctuation(rune) && !Means(rune)));

    private static bool IsStop(Rune rune) =>
        Category(rune) == UnicodeCategory.OtherPunctuation
        && !IsQuote(rune)
        && !Means(rune)
        && rune.Value is not ('*' or (>= 0x2032 and <= 0x2037));

    private static bool IsQuote(Rune rune) =>
        rune.IsBmp && Quotes.Contains((char)rune.Value)
        || Category(rune) is UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation;

    private static bool Means(Rune rune) => rune.IsBmp && OtherMeanings.Contains((char)rune.Value);

    private static UnicodeCategory Category(Rune rune) => Rune.GetUnicodeCategory(rune);

    private static ReadOnlySpan<char> Without(ReadOnlySpan<char> word, Func<Rune, bool> isDropped)
    {
        // Fast path: most texts end with another character.
        while (
            !word.IsEmpty
            && !char.IsAsciiLetterOrDigit(word[^1])
            && Rune.DecodeLastFromUtf16(word, out var rune, out var used) == System.Buffers.OperationStatus.Done
            && isDropped(rune)
        )
            word = word[..^used];
        return word;
    }
}
