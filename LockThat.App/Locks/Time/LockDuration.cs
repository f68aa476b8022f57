using System.Diagnostics;
using System.Globalization;
using LockThat.App.Locks.Names;

namespace LockThat.App.Locks.Time;

/// <summary>Why a typed duration is refused.</summary>
public enum DurationProblem
{
    /// <summary>Nothing: <c>0</c>, <c>0 m</c>.</summary>
    Zero,

    /// <summary>A minus before the number, in any typography.</summary>
    Negative,

    /// <summary>More than nothing and less than <see cref="LockDuration.Least"/>.</summary>
    TooShort,

    /// <summary>More than <see cref="LockDuration.Most"/>. The maximum of a workspace is lower, and is checked
    /// elsewhere.</summary>
    TooLong,
}

/// <summary>The result of reading the words behind a name.</summary>
public abstract record DurationRead
{
    private DurationRead() { }

    /// <summary>No duration: the words are a reason, or there are none.</summary>
    public sealed record Absent : DurationRead;

    /// <summary>A duration.</summary>
    /// <param name="Length">Between <see cref="LockDuration.Least"/> and <see cref="LockDuration.Most"/>, in whole
    /// milliseconds.</param>
    /// <param name="WordsUsed">How many words it took, a <c>for</c> included; the words after them are the
    /// reason.</param>
    public sealed record Found(TimeSpan Length, int WordsUsed) : DurationRead;

    /// <summary>A duration that cannot be meant.</summary>
    /// <param name="Problem">The reason of the refusal.</param>
    public sealed record Refused(DurationProblem Problem) : DurationRead;

    /// <summary>Plainly a duration, but not readable: <c>1:30h</c>, <c>+2h</c>, <c>30m2h</c>.</summary>
    /// <param name="Nearest">The likely durations, the likeliest first, each between <see cref="LockDuration.Least"/>
    /// and <see cref="LockDuration.Most"/>; may be empty.</param>
    /// <param name="WordsUsed">How many words it took, a <c>for</c> included.</param>
    /// <param name="Behind">The text behind it in its last word: <c>demo</c> in <c>2h,demo</c>; else empty.</param>
    public sealed record Unclear(IReadOnlyList<TimeSpan> Nearest, int WordsUsed, string Behind) : DurationRead;
}

/// <summary>
/// Durations as people type them: numbers with units, together or apart, in falling order (<c>2h30m</c>, <c>1 day 12
/// hours</c>);
/// a bare number is minutes.
/// </summary>
public static class LockDuration
{
    /// <summary>One second.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    /// <summary>100 years of 365.25 days.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromDays(36_525);

    /// <summary>
    /// Reads the duration that these words begin with. Invisible characters do not count; quotes and brackets around it
    /// and punctuation behind it are dropped. Never throws, whatever the length of a number.
    /// </summary>
    /// <param name="words">The words behind the name, cut at white space.</param>
    public static DurationRead Read(ReadOnlySpan<string> words)
    {
        // Fast path: most reasons begin with another character.
        if (
            words.IsEmpty
            || (
                words[0] is [var first, ..]
                && char.IsAsciiLetter(first)
                && first is not ('f' or 'F')
                && Characters.IsPlain(words[0])
            )
        )
            return new DurationRead.Absent();
        if (ArePlain(words))
            return LengthReader.Read(words);

        var seen = words.ToArray().Select(Characters.AsRead).Index().Where(word => word.Item.Length > 0).ToArray();
        return LengthReader.Read(Array.ConvertAll(seen, word => word.Item)) switch
        {
            DurationRead.Found found => found with { WordsUsed = seen[found.WordsUsed - 1].Index + 1 },
            DurationRead.Unclear unclear => unclear with { WordsUsed = seen[unclear.WordsUsed - 1].Index + 1 },
            DurationRead.Absent absent => absent,
            DurationRead.Refused refused => refused,
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>
    /// Whether the words begin with a duration that has a unit or a <c>for</c>, however it is written: no resource has
    /// such a name. A bare number may well be the name of a room or a desk.
    /// </summary>
    /// <param name="words">A name and the words behind it, cut at white space.</param>
    internal static bool IsPlain(ReadOnlySpan<string> words) =>
        Read(words) is not DurationRead.Absent
        && (
            words[0].Any(char.IsLetter)
            || (
                words.Length > 1
                && DurationWords.UnitOf(LengthMarks.WithoutEnd(Characters.AsRead(words[1]))) is not null
            )
        );

    /// <summary>The length in words that <see cref="Read"/> reads back: <c>2 hours 30 minutes</c>; weeks only when
    /// there is nothing else.</summary>
    /// <param name="length">Zero or more; a negative one reads as nothing. Shown to the millisecond.</param>
    public static string Describe(TimeSpan length)
    {
        var whole = TimeSpan.FromMilliseconds(Math.Max(0, (long)length.TotalMilliseconds));
        if (whole > TimeSpan.Zero && whole.Ticks % (7 * TimeSpan.TicksPerDay) == 0)
            return Count(whole.Days / 7, "week");

        var seconds = whole.Seconds + whole.Milliseconds / 1_000m;
        var parts = new List<string>(4);
        if (whole.Days > 0)
            parts.Add(Count(whole.Days, "day"));
        if (whole.Hours > 0)
            parts.Add(Count(whole.Hours, "hour"));
        if (whole.Minutes > 0)
            parts.Add(Count(whole.Minutes, "minute"));
        if (seconds > 0 || parts.Count == 0)
            parts.Add(Count(seconds, "second"));
        return string.Join(' ', parts);
    }

    private static string Count(decimal number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:0.###} {unit}{(number == 1 ? "" : "s")}");

    internal static DurationRead Judge(DurationWords sum, int wordsUsed)
    {
        if (!sum.IsSomething)
            return new DurationRead.Refused(DurationProblem.Zero);

        var milliseconds = Math.Round(sum.Milliseconds, MidpointRounding.AwayFromZero);
        if (milliseconds < (decimal)Least.TotalMilliseconds)
            return new DurationRead.Refused(DurationProblem.TooShort);
        if (milliseconds > (decimal)Most.TotalMilliseconds)
            return new DurationRead.Refused(DurationProblem.TooLong);

        return new DurationRead.Found(TimeSpan.FromMilliseconds((long)milliseconds), wordsUsed);
    }

    private static bool ArePlain(ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (!Characters.IsPlain(word))
                return false;
        return true;
    }
}
