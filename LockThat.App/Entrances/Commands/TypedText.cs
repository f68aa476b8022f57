using System.Buffers;
using System.Text;
using LockThat.App.Locks.Names;

namespace LockThat.App.Entrances.Commands;

/// <summary>Splits the text that a person typed. Invisible characters do not split words, are no words, and hide no
/// quote.</summary>
internal static class TypedText
{
    /// <summary>The text without white space around it and without invisible words at its ends.</summary>
    public static string Trim(string text)
    {
        var end = text.AsSpan().TrimEnd();
        while (LastWord(end) is { IsEmpty: false } word && Characters.IsBlank(word))
            end = end[..^word.Length].TrimEnd();
        return FromSeen(end.Length == text.Length ? text : end.ToString());
    }

    /// <summary>The text from its first visible character.</summary>
    public static string FromSeen(string text)
    {
        var start = 0;
        while (
            start < text.Length
            && Rune.DecodeFromUtf16(text.AsSpan(start), out var rune, out var used) == OperationStatus.Done
            && (Rune.IsWhiteSpace(rune) || Characters.IsUnseen(rune))
        )
            start += used;
        return text[start..];
    }

    /// <summary>The first word and what follows it.</summary>
    public static (string First, string Behind) FirstWord(string text)
    {
        var end = WordEnd(text);
        return (text[..end], FromSeen(text[end..]));
    }

    /// <summary>The same where a name is expected: a text in quotes (or backticks) is one word.</summary>
    public static (string First, string Behind) First(string text) =>
        Quoted(text) is var (close, end) ? (text[..(close + 1)], FromSeen(text[end..])) : FirstWord(text);

    /// <summary>The text behind a command's word and its name.</summary>
    public static string BehindName(string text) => First(FirstWord(Trim(text)).Behind).Behind;

    /// <summary>The visible words.</summary>
    public static string[] Words(string text)
    {
        var words = text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        return Array.Exists(words, word => Characters.IsBlank(word))
            ? Array.FindAll(words, word => !Characters.IsBlank(word))
            : words;
    }

    /// <summary>The place where a text that begins with a quote (or backtick) is closed, which is the matching quote at
    /// the end of a word, and the place where that word ends.</summary>
    public static (int Close, int End)? Quoted(string text)
    {
        for (var close = 1; close < text.Length; close++)
        {
            if (!ClosesName(text[0], text[close]))
                continue;
            var end = UnseenEnd(text, close + 1);
            if (end == text.Length || char.IsWhiteSpace(text[end]))
                return (close, end);
        }

        return null;
    }

    private static int UnseenEnd(string text, int start)
    {
        while (
            Rune.DecodeFromUtf16(text.AsSpan(start), out var rune, out var used) == OperationStatus.Done
            && !Rune.IsWhiteSpace(rune)
            && Characters.IsUnseen(rune)
        )
            start += used;
        return start;
    }

    private static int WordEnd(string text)
    {
        var end = 0;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        return end;
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1]))
            start--;
        return text[start..];
    }

    private static bool ClosesName(char opening, char closing) =>
        Characters.ArePair(opening, closing) || (opening == '`' && closing == '`');
}
