namespace LockThat.App.Locks.Time;

/// <summary>The sum of the first words of a text, before any check of its sense.</summary>
/// <param name="Milliseconds">The sum, not rounded.</param>
/// <param name="IsSomething">Whether any of its numbers has a digit that is not 0, however small.</param>
/// <param name="Smallest">The last unit, in milliseconds: a following unit must be smaller.</param>
/// <param name="WordsUsed">How many words it took.</param>
/// <param name="HasUnit">Whether a unit was typed; a bare number is minutes.</param>
internal readonly record struct DurationWords(
    decimal Milliseconds,
    bool IsSomething,
    decimal Smallest,
    int WordsUsed,
    bool HasUnit = true
)
{
    internal const decimal Second = 1_000,
        Minute = 60 * Second,
        Hour = 60 * Minute,
        Day = 24 * Hour,
        Week = 7 * Day,
        Month = 30 * Day;

    private const decimal AnyUnit = decimal.MaxValue;

    internal static DurationWords? Read(ReadOnlySpan<string> words)
    {
        if (ReadPart(words, AnyUnit) is not { } sum)
            return ReadBareNumber(words);

        while (ReadNext(words[sum.WordsUsed..], sum.Smallest) is { } next)
            sum = sum.Plus(next);

        return sum;
    }

    private DurationWords Plus(DurationWords next) =>
        new(
            Milliseconds + next.Milliseconds,
            IsSomething || next.IsSomething,
            next.Smallest,
            WordsUsed + next.WordsUsed
        );

    private static DurationWords? ReadBareNumber(ReadOnlySpan<string> words) =>
        !words.IsEmpty && LengthNumber.Read(LengthMarks.WithoutStops(words[0])) is { IsAll: true } number
            ? number.Of(Minute, 1) with
            {
                HasUnit = false,
            }
            : null;

    private static DurationWords? ReadNext(ReadOnlySpan<string> words, decimal below)
    {
        var joined = !words.IsEmpty && words[0].Equals("and", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        return ReadPart(words[joined..], below) is { } next ? next with { WordsUsed = joined + next.WordsUsed } : null;
    }

    private static DurationWords? ReadPart(ReadOnlySpan<string> words, decimal below)
    {
        if (words.IsEmpty)
            return null;

        var unit = words.Length > 1 ? UnitOf(LengthMarks.WithoutEnd(words[1])) : null;
        return unit < below && LengthNumber.Read(words[0]) is { IsAll: true } number
            ? number.Of(unit.Value, 2)
            : ReadTogether(words[0], below);
    }

    // 2h, 2h30m, and 2h30, in which the second number means minutes.
    private static DurationWords? ReadTogether(string word, decimal below)
    {
        var text = LengthMarks.WithoutEnd(word);
        DurationWords? sum = null;
        while (!text.IsEmpty)
        {
            var number = LengthNumber.Read(text);
            var letters = number.Rest.IndexOfAnyExceptInRange('A', 'z') is >= 0 and var end ? end : number.Rest.Length;
            var unit =
                UnitOf(number.Rest[..letters]) ?? (number.Rest.IsEmpty && sum?.Smallest == Hour ? Minute : AnyUnit);
            if (!number.IsOne || unit >= (sum?.Smallest ?? below))
                return null;

            var part = number.Of(unit, 1);
            sum = sum is { } before ? before.Plus(part) with { WordsUsed = 1 } : part;
            text = number.Rest[letters..];
        }

        return sum;
    }

    internal static decimal? UnitOf(ReadOnlySpan<char> word) =>
        word.ToString().ToLowerInvariant() switch
        {
            "s" or "sec" or "secs" or "second" or "seconds" => Second,
            "m" or "min" or "mins" or "minute" or "minutes" => Minute,
            "h" or "hr" or "hrs" or "hour" or "hours" => Hour,
            "d" or "day" or "days" => Day,
            "w" or "week" or "weeks" => Week,
            "month" or "months" => Month,
            _ => null,
        };
}
