namespace LockThat.App.Locks.Time;

/// <summary>Finds a length by the signs before it and around it, in words without invisible characters.</summary>
internal static class LengthReader
{
    internal static DurationRead Read(ReadOnlySpan<string> words)
    {
        var start = Start.Of(words);
        return start switch
        {
            { Words: [] } => new DurationRead.Absent(),
            { IsOpened: true } when ClosedAt(start.Words) is { } last => Enclosed(
                start,
                Inside(start.Words[..(last + 1)]),
                start.Used + last + 1
            ),
            _ => Open(start),
        };
    }

    private static DurationRead Open(Start start)
    {
        var sum = DurationWords.Read(start.Words);
        if (sum is { } read && !start.IsOpened)
            return start.IsNegative ? Negative : LockDuration.Judge(read, start.Used + read.WordsUsed);

        // A quote or bracket that is not closed is one more sign that does not belong there.
        return (sum is { HasUnit: true } length ? MeantLength.Of(length) : MeantLength.Read(start.Words)) switch
        {
            null => new DurationRead.Absent(),
            _ when start.IsNegative => Negative,
            { } meant => new DurationRead.Unclear(meant.Lengths, start.Used + meant.WordsUsed, meant.Behind),
        };
    }

    /// <summary>A text in quotes or brackets is a length only when all of it is: <c>“2h demo”</c> is a
    /// reason.</summary>
    private static DurationRead Enclosed(Start start, ReadOnlySpan<string> inside, int used)
    {
        if (DurationWords.Read(inside) is { } sum && sum.WordsUsed == inside.Length)
            return start.IsNegative ? Negative : LockDuration.Judge(sum, used);
        if (MeantLength.Read(inside) is not { Behind: "" } meant || meant.WordsUsed != inside.Length)
            return new DurationRead.Absent();
        return start.IsNegative ? Negative : new DurationRead.Unclear(meant.Lengths, used, "");
    }

    private static DurationRead.Refused Negative => new(DurationProblem.Negative);

    private static int? ClosedAt(ReadOnlySpan<string> words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            var end = words[at].AsSpan()[LengthMarks.WithoutClosing(words[at]).Length..];
            foreach (var rune in end.EnumerateRunes())
                if (LengthMarks.Closes(rune))
                    return at;
        }

        return null;
    }

    private static string[] Inside(ReadOnlySpan<string> words)
    {
        var last = LengthMarks.WithoutClosing(words[^1]).ToString();
        return last.Length == 0 ? words[..^1].ToArray() : [.. words[..^1], last];
    }

    /// <summary>The words and signs before a length: <c>for</c>, quotes and brackets, dashes.</summary>
    private readonly ref struct Start(ReadOnlySpan<string> words, int used, bool isOpened, bool isNegative)
    {
        /// <summary>The words after that; the first one is not empty.</summary>
        internal ReadOnlySpan<string> Words { get; } = words;

        /// <summary>How many words were taken whole.</summary>
        internal int Used { get; } = used;

        internal bool IsOpened { get; } = isOpened;

        internal bool IsNegative { get; } = isNegative;

        internal static Start Of(ReadOnlySpan<string> words)
        {
            // Fast path: most texts begin with another character.
            if (!words.IsEmpty && words[0] is [>= '0' and <= '9', ..])
                return new(words, 0, false, false);

            var (used, hasFor, isOpened, isNegative) = (0, false, false, false);
            while (!words.IsEmpty)
            {
                var length = 0;
                foreach (var rune in words[0].EnumerateRunes())
                {
                    if (!LengthMarks.IsDash(rune) && !LengthMarks.Opens(rune))
                        break;
                    isNegative |= LengthMarks.IsDash(rune);
                    isOpened |= LengthMarks.Opens(rune);
                    length += rune.Utf16SequenceLength;
                }

                var isFor =
                    !hasFor
                    && LengthMarks
                        .WithoutEnd(words[0].AsSpan(length))
                        .Equals("for", StringComparison.OrdinalIgnoreCase);
                if (!isFor && length < words[0].Length)
                    return new(
                        length == 0 ? words : (string[])[words[0][length..], .. words[1..]],
                        used,
                        isOpened,
                        isNegative
                    );
                hasFor |= isFor;
                used++;
                words = words[1..];
            }

            return new([], used, isOpened, isNegative);
        }
    }
}
