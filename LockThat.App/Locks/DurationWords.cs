using System.Globalization;

namespace LockThat.App.Locks;

/// <summary>What the first words of a text add up to, before anyone asks whether that makes sense.</summary>
/// <param name="Milliseconds">The sum, not rounded.</param>
/// <param name="IsSomething">Whether any of its numbers has a digit that is not 0, however small.</param>
/// <param name="Smallest">The last unit, in milliseconds: what goes on must be smaller.</param>
/// <param name="WordsUsed">How many words it took.</param>
internal readonly record struct DurationWords(decimal Milliseconds, bool IsSomething, decimal Smallest, int WordsUsed)
{
    private const decimal Second = 1_000, Minute = 60 * Second, Hour = 60 * Minute, Day = 24 * Hour, Week = 7 * Day, Month = 30 * Day;

    // A number longer than this is more than a hundred years in every unit.
    private const int ManyDigits = 12;

    // Finer than rounding to milliseconds can tell, and still exact in a decimal with ManyDigits before the point.
    private const int FractionDigits = 15;

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
        new(Milliseconds + next.Milliseconds, IsSomething || next.IsSomething, next.Smallest, WordsUsed + next.WordsUsed);

    private static DurationWords? ReadBareNumber(ReadOnlySpan<string> words) =>
        !words.IsEmpty && Number.Read(WithoutLast(words[0], ",")) is { IsAll: true } number ? number.Of(Minute, 1) : null;

    private static DurationWords? ReadNext(ReadOnlySpan<string> words, decimal below)
    {
        var joined = !words.IsEmpty && words[0].Equals("and", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        return ReadPart(words[joined..], below) is { } next ? next with { WordsUsed = joined + next.WordsUsed } : null;
    }

    private static DurationWords? ReadPart(ReadOnlySpan<string> words, decimal below)
    {
        if (words.IsEmpty)
            return null;

        var unit = words.Length > 1 ? UnitOf(WithoutLast(words[1], ",.")) : null;
        return unit < below && Number.Read(words[0]) is { IsAll: true } number ? number.Of(unit.Value, 2) : ReadTogether(words[0], below);
    }

    // 2h, 2h30m, and 2h30, where the minutes go without saying.
    private static DurationWords? ReadTogether(string word, decimal below)
    {
        var text = WithoutLast(word, ",.");
        DurationWords? sum = null;
        while (!text.IsEmpty)
        {
            var number = Number.Read(text);
            var letters = number.Rest.IndexOfAnyExceptInRange('A', 'z') is >= 0 and var end ? end : number.Rest.Length;
            var unit = UnitOf(number.Rest[..letters]) ?? (number.Rest.IsEmpty && sum?.Smallest == Hour ? Minute : AnyUnit);
            if (!number.IsOne || unit >= (sum?.Smallest ?? below))
                return null;

            var part = number.Of(unit, 1);
            sum = sum is { } before ? before.Plus(part) with { WordsUsed = 1 } : part;
            text = number.Rest[letters..];
        }

        return sum;
    }

    private static decimal? UnitOf(ReadOnlySpan<char> word) => word.ToString().ToLowerInvariant() switch
    {
        "s" or "sec" or "secs" or "second" or "seconds" => Second,
        "m" or "min" or "mins" or "minute" or "minutes" => Minute,
        "h" or "hr" or "hrs" or "hour" or "hours" => Hour,
        "d" or "day" or "days" => Day,
        "w" or "week" or "weeks" => Week,
        "month" or "months" => Month,
        _ => null,
    };

    // People write "2h, demo" and "30 min. demo".
    private static ReadOnlySpan<char> WithoutLast(ReadOnlySpan<char> word, string tolerated) =>
        !word.IsEmpty && tolerated.Contains(word[^1], StringComparison.Ordinal) ? word[..^1] : word;

    /// <summary>ASCII digits with at most one point among or before them, and the text behind them.</summary>
    private readonly ref struct Number(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, ReadOnlySpan<char> rest)
    {
        private readonly ReadOnlySpan<char> _whole = whole;
        private readonly ReadOnlySpan<char> _fraction = fraction;

        internal ReadOnlySpan<char> Rest { get; } = rest;

        internal bool IsAll => IsOne && Rest.IsEmpty;

        internal bool IsOne => !_whole.IsEmpty || !_fraction.IsEmpty;

        internal static Number Read(ReadOnlySpan<char> text)
        {
            var whole = DigitsOf(text);
            var rest = text[whole.Length..];
            var fraction = rest is ['.', ..] ? DigitsOf(rest[1..]) : [];
            return new(whole, fraction, fraction.IsEmpty ? rest : rest[(fraction.Length + 1)..]);
        }

        internal DurationWords Of(decimal unit, int words)
        {
            var isSomething = _whole.ContainsAnyExcept('0') || _fraction.ContainsAnyExcept('0');
            return new(Value() * unit, isSomething, unit, words);
        }

        // A number of absurd length becomes one that is merely too long.
        private decimal Value()
        {
            var digits = _whole.TrimStart('0');
            return digits.Length > ManyDigits
                ? 1_000_000_000_000m
                : decimal.Parse($"0{digits}.{_fraction[..Math.Min(_fraction.Length, FractionDigits)]}0", CultureInfo.InvariantCulture);
        }

        private static ReadOnlySpan<char> DigitsOf(ReadOnlySpan<char> text) =>
            text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? text[..end] : text;
    }
}
