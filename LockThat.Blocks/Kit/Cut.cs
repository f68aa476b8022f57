using System.Globalization;
using System.Text;

namespace LockThat.Blocks.Kit;

/// <summary>Shortens text where Slack has a maximum.</summary>
public static class Cut
{
    /// <summary>The sign in the place of a cut.</summary>
    public const char Mark = '…';

    /// <summary>The text, or as much of its beginning as fits, with <see cref="Mark"/> behind it; no character that a
    /// reader sees is cut in two.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="max">UTF-16 units, at least 1.</param>
    public static string To(string text, int max) =>
        text.Length <= max && max > 0 ? text : To(text, max, (character, into) => into.Append(character));

    internal static string To(string text, int max, Action<ReadOnlySpan<char>, StringBuilder> write)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        var into = new StringBuilder(Math.Min(text.Length + 16, max));
        var fits = 0;
        for (var rest = text.AsSpan(); rest.Length > 0; )
        {
            var length = StringInfo.GetNextTextElementLength(rest);
            write(rest[..length], into);
            rest = rest[length..];
            if (into.Length > max)
                return into.Remove(fits, into.Length - fits).Append(Mark).ToString();
            if (into.Length <= max - 1)
                fits = into.Length;
        }

        return into.ToString();
    }
}
