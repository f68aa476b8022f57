using System.Buffers;
using System.Diagnostics;
using System.Text;
using LockThat.App.Locks.Names;

namespace LockThat.App.Locks.Time.Moments;

/// <summary>The result of reading the words behind a name.</summary>
public abstract record MomentRead
{
    private MomentRead() { }

    /// <summary>No <c>until</c>, or a reason behind it: "until further notice".</summary>
    public sealed record Absent : MomentRead;

    /// <summary>A moment.</summary>
    /// <param name="Moment">The moment.</param>
    /// <param name="WordsUsed">How many words it took, the <c>until</c> included; the words after them are the
    /// reason.</param>
    public sealed record Found(Moment Moment, int WordsUsed) : MomentRead;

    /// <summary>Plainly a moment, but not readable: <c>until 25:00</c>, <c>until 31 feb</c>.</summary>
    /// <param name="Nearest">The likely lengths, the likeliest first; may be empty.</param>
    /// <param name="WordsUsed">How many words it took, the <c>until</c> included.</param>
    public sealed record Unclear(IReadOnlyList<TypedLength> Nearest, int WordsUsed) : MomentRead;
}

/// <summary>
/// Reads <c>until MOMENT</c>: a time (<c>17:30</c>, <c>5 pm</c>, <c>noon</c>), a day (<c>tomorrow</c>, <c>fri</c>,
/// <c>24 dec</c>, <c>2026-12-24</c>), or both in either order.
/// </summary>
public static class MomentReader
{
    // "until the end of the day on thursday 24th of december 2026" takes fewer.
    private const int MostWords = 16;
    private const int MostNearest = 3;

    // A quote before it stands for the letters that are left out.
    private const string Short = "til";

    /// <summary>Reads the moment that these words begin with. Case, invisible characters, quotes and brackets around a
    /// word and punctuation behind it do not count. Never throws.</summary>
    /// <param name="words">The words behind the name, cut at white space.</param>
    public static MomentRead Read(ReadOnlySpan<string> words)
    {
        // Fast path: most texts begin with another character.
        if (
            words.Length < 2
            || (words[0] is [var first, ..] && char.IsAsciiLetter(first) && first is not ('u' or 'U' or 't' or 'T'))
        )
            return new MomentRead.Absent();

        var seen = words[..Math.Min(words.Length, MostWords)]
            .ToArray()
            .Select(Characters.AsRead)
            .Index()
            .Where(word => word.Item.Length > 0)
            .ToArray();
        var said = Array.ConvertAll(seen, word => Compared(word.Item));
        if (said is not ["until" or "till" or Short, { Length: > 0 }, ..] || ReadMoment(said.AsSpan(1)) is not { } read)
            return new MomentRead.Absent();

        // A text in quotes or brackets is a moment only when all of it is: “until friday or so” is a reason.
        var (start, end) = (seen[0].Item, seen[read.Used]);
        if (IsOpened(start) && !IsClosed(end.Item) && said[0] != Short)
            return new MomentRead.Absent();
        return read.Moment is { } moment
            ? new MomentRead.Found(moment, end.Index + 1)
            : new MomentRead.Unclear([.. read.Nearest.Take(MostNearest)], end.Index + 1);
    }

    private static MomentWords? ReadMoment(ReadOnlySpan<string> said)
    {
        var day = DayWords.Read(said, isExpected: true);
        if (day is { Day: { } onDay })
            return WithTime(onDay, day.Used, said);
        var time = TimeWords.Read(said, isExpected: true);
        if (time is { IsRead: true })
            return WithDay(time, said);
        if (day is null && time is null && !char.IsAsciiDigit(said[0][0]) && !DayNames.BeginWith(said[0]))
            return null;
        return Longest([
            AsLength(said),
            new(null, time?.Used ?? 1) { Nearest = [.. (time?.Nearest ?? []).Select(one => Until(null, one))] },
            new(null, day?.Used ?? 1) { Nearest = [.. (day?.Nearest ?? []).Select(one => Until(one, null))] },
        ]);
    }

    /// <summary>The likeliest of several readings takes the most words.</summary>
    private static MomentWords Longest(MomentWords[] readings)
    {
        var used = readings.Max(reading => reading.Used);
        return new(null, used)
        {
            Nearest = [.. readings.Where(reading => reading.Used == used).SelectMany(reading => reading.Nearest)],
        };
    }

    private static MomentWords WithTime(SaidDay day, int used, ReadOnlySpan<string> said)
    {
        var rest = BehindLink(said[used..], out var link);
        return TimeWords.Read(rest, isExpected: link > 0 || rest.Length == 1) switch
        {
            null => new(new(day, null), used),
            { IsRead: true } time => new(new(day, time.Time), used + link + time.Used),
            var unclear => new(null, used + link + unclear.Used)
            {
                Nearest = [.. unclear.Nearest.Select(time => Until(day, time))],
            },
        };
    }

    private static MomentWords WithDay(TimeWords time, ReadOnlySpan<string> said)
    {
        var rest = BehindLink(said[time.Used..], out var link);
        return DayWords.Read(rest, isExpected: link > 0 || rest.Length == 1) switch
        {
            null => new(new(null, time.Time), time.Used),
            { Day: { } day } read => new(new(day, time.Time), time.Used + link + read.Used),
            var unclear => new(null, time.Used + link + unclear.Used)
            {
                Nearest = [.. unclear.Nearest.Select(day => Until(day, time.Time))],
            },
        };
    }

    private static ReadOnlySpan<string> BehindLink(ReadOnlySpan<string> words, out int link)
    {
        link = words is ["at" or "on", ..] ? 1 : 0;
        return words[link..];
    }

    // "until 2h" may mean "for 2h".
    private static MomentWords AsLength(ReadOnlySpan<string> said) =>
        (LockDuration.IsPlain(said) ? LockDuration.Read(said) : new DurationRead.Absent()) switch
        {
            DurationRead.Found(var length, var used) => new(null, used) { Nearest = [new TypedLength.For(length)] },
            DurationRead.Unclear(var nearest, var used, _) => new(null, used)
            {
                Nearest = [.. nearest.Select(length => new TypedLength.For(length))],
            },
            DurationRead.Refused or DurationRead.Absent => new(null, 1),
            _ => throw new UnreachableException(),
        };

    private static TypedLength.Until Until(SaidDay? day, TimeSpan? time) => new(new(day, time));

    private static string Compared(string word)
    {
        var start = 0;
        while (Rune.DecodeFromUtf16(word.AsSpan(start), out var rune, out var used) == OperationStatus.Done)
        {
            if (!LengthMarks.Opens(rune))
                break;
            start += used;
        }

        return LengthMarks.WithoutEnd(word.AsSpan(start)).ToString().ToLowerInvariant();
    }

    private static bool IsOpened(string word) =>
        Rune.DecodeFromUtf16(word, out var first, out _) == OperationStatus.Done && LengthMarks.Opens(first);

    private static bool IsClosed(string word) =>
        word[LengthMarks.WithoutEnd(word).Length..].EnumerateRunes().Any(LengthMarks.Closes);

    /// <summary>The words of a moment, or of what is plainly one.</summary>
    /// <param name="Moment">Null when it cannot be read.</param>
    /// <param name="Used">How many words it takes.</param>
    private sealed record MomentWords(Moment? Moment, int Used)
    {
        /// <summary>The likely lengths where it cannot be read.</summary>
        internal IReadOnlyList<TypedLength> Nearest { get; init; } = [];
    }
}
