using System.Buffers;
using System.Globalization;
using System.Text;

namespace LockThat.App.Locks.Names;

/// <summary>Facts about characters as a reader sees them, for names and reasons.</summary>
internal static class Characters
{
    private const string DoubleQuotes = "\"“”„‟«»＂";
    private const string SingleQuotes = "'‘’‚‛‹›＇";

    private static readonly SearchValues<char> Plain = SearchValues.Create([
        .. Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code),
    ]);

    /// <summary>Whether there are only letters, digits and signs of ASCII in it, each of which stands for itself, and
    /// no white space.</summary>
    internal static bool IsPlain(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Plain);

    /// <summary>Characters as a reader counts them: <c>é</c> is one however it is encoded, and so is a flag.</summary>
    internal static int CountAsRead(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>Whether a reader counts more than so many; a text with no more UTF-16 units need not be
    /// counted.</summary>
    internal static bool IsLonger(string text, int characters) =>
        text.Length > characters && CountAsRead(text) > characters;

    /// <summary>The beginning of a text, cut between characters.</summary>
    internal static string Cut(string text, int maxCharacters, int maxLength)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        var length = 0;
        for (var count = 0; count < maxCharacters && elements.MoveNext(); count++)
        {
            var end = elements.ElementIndex + elements.GetTextElement().Length;
            if (end > maxLength)
                break;
            length = end;
        }

        return text[..length];
    }

    /// <summary>A text that was typed in the place of a name, for showing: on one line, cut to the length of a name,
    /// with U+FFFD for invisible characters.</summary>
    internal static string Excerpt(string typed)
    {
        var line = string.Join(' ', typed.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        var whole = string.Concat(
            line.EnumerateRunes().Select(rune => IsInvisible(rune) ? Rune.ReplacementChar : rune)
        );
        var cut = Cut(whole, ResourceName.MaxCharacters, ResourceName.MaxLength);
        return cut.Length == whole.Length ? whole : cut + "…";
    }

    internal static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var used) != OperationStatus.Done)
                return true;
            text = text[used..];
        }

        return false;
    }

    /// <summary>Any two of a kind make a pair, because phones and word processors change the form of quotes.</summary>
    internal static bool ArePair(char opening, char closing) =>
        (DoubleQuotes.Contains(opening) && DoubleQuotes.Contains(closing))
        || (SingleQuotes.Contains(opening) && SingleQuotes.Contains(closing));

    /// <summary>The text without the quotes and the white space around it, however many.</summary>
    internal static string Unquoted(string text)
    {
        var inner = text.AsSpan().Trim();
        while (inner.Length > 1 && ArePair(inner[0], inner[^1]))
            inner = inner[1..^1].Trim();

        return inner.Length == text.Length ? text : inner.ToString();
    }

    /// <summary>Shows as nothing by itself: an invisible character, or a variation selector.</summary>
    internal static bool IsUnseen(Rune rune) => IsInvisible(rune) || IsVariationSelector(rune);

    /// <summary>Whether a reader sees nothing of it.</summary>
    internal static bool IsBlank(ReadOnlySpan<char> text) => text.IsEmpty || (!IsPlain(text) && AreUnseen(text));

    /// <summary>
    /// A word in the form in which it is read: without invisible characters, with full-width forms as the ASCII signs
    /// that they stand for, and with the decimal digits of every script (Unicode's Nd) as 0 to 9.
    /// </summary>
    internal static string AsRead(string word) =>
        IsPlain(word) ? word : string.Concat(word.EnumerateRunes().Where(rune => !IsUnseen(rune)).Select(AsRead));

    internal static bool IsVariationSelector(Rune rune) =>
        rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF;

    /// <summary>
    /// Renders as nothing, or only turns the direction or joining of its neighbours: controls, formats, noncharacters,
    /// and the blanks among Unicode's default-ignorable code points
    /// (<see href="https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point"/>).
    /// White space and variation selectors are no part of it.
    /// </summary>
    internal static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
        || IsBlankIgnorable(rune.Value)
        || IsNoncharacter(rune.Value);

    /// <summary>Could turn the words around it: left-to-right and right-to-left marks, embeddings, overrides and
    /// isolates.</summary>
    internal static bool IsBidiControl(Rune rune) =>
        rune.Value is 0x061C or 0x200E or 0x200F or >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069;

    private static bool AreUnseen(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (!Rune.IsWhiteSpace(rune) && !IsUnseen(rune))
                return false;
        return true;
    }

    private static Rune AsRead(Rune rune) =>
        rune.Value switch
        {
            >= 0xFF01 and <= 0xFF5E and var fullWidth => new(fullWidth - 0xFF01 + '!'),
            0x066B => new('.'),
            _ when Rune.IsDigit(rune) => new('0' + (int)Rune.GetNumericValue(rune)),
            _ => rune,
        };

    private static bool IsBlankIgnorable(int value) =>
        value
            is 0x034F
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or >= 0x180B
                and <= 0x180F
                or 0x2065
                or 0x2800
                or 0x3164
                or 0xFFA0
                or >= 0xFFF0
                and <= 0xFFF8
                or >= 0xE0000
                and <= 0xE00FF
                or >= 0xE01F0
                and <= 0xE0FFF;

    private static bool IsNoncharacter(int value) => value is >= 0xFDD0 and <= 0xFDEF || (value & 0xFFFE) == 0xFFFE;
}
