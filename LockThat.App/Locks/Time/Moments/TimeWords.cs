using System.Globalization;
using System.Text.RegularExpressions;

namespace LockThat.App.Locks.Time.Moments;

/// <summary>A time of the day at the beginning of some words, or a text that is plainly a time and cannot be read as
/// one.</summary>
/// <param name="Used">How many words it takes.</param>
internal sealed partial record TimeWords(int Used)
{
    private const int MinutesOfHour = 60;
    private const int LastHour = 24;
    private const int HalfADay = 12;
    private const int MostDigits = 4;
    private static readonly string[] Noons = ["noon", "midday"];

    /// <summary>The time since midnight; null for the end of the working hours.</summary>
    internal TimeSpan? Time { get; private init; }

    /// <summary>Whether it could be read.</summary>
    internal bool IsRead { get; private init; }

    /// <summary>The likely times where it could not be read.</summary>
    internal IReadOnlyList<TimeSpan> Nearest { get; private init; } = [];

    /// <summary>Null for words that are no time.</summary>
    /// <param name="words">The words.</param>
    /// <param name="isExpected">Whether a number that is no time in itself is plainly meant as one.</param>
    internal static TimeWords? Read(ReadOnlySpan<string> words, bool isExpected) =>
        words switch
        {
            ["eod", ..] => new(1) { IsRead = true },
            ["end", "of", "day", ..] => new(3) { IsRead = true },
            ["end", "of", "the", "day", ..] or ["the", "end", "of", "day", ..] => new(4) { IsRead = true },
            ["the", "end", "of", "the", "day", ..] => new(5) { IsRead = true },
            ["12", var named, ..] when NamedTime(named) is { } time => new(2) { IsRead = true, Time = time },
            [var named, ..] when NamedTime(named) is { } time => new(1) { IsRead = true, Time = time },
            [var first, .. var rest] when Written().Match(first) is { Success: true } written => Read(
                Clock.Of(written),
                rest is [var next, ..] ? next : "",
                isExpected
            ),
            _ => null,
        };

    private static TimeWords? Read(Clock clock, string next, bool isExpected)
    {
        var isApart = clock.Half is null && Half().IsMatch(next);
        if (isApart)
            clock = clock with { Half = next[0] };
        var used = isApart ? 2 : 1;
        if (clock.Time is { } time)
            return new(used) { IsRead = true, Time = time };
        // A colon between digits is a clock's; a bare number may count something.
        return isExpected || clock is { Sign: ':' } or { Half: not null } || next is "o'clock" or "o’clock" or "oclock"
            ? new(used) { Nearest = [.. clock.Nearest()] }
            : null;
    }

    private static TimeSpan? NamedTime(string word) =>
        word switch
        {
            _ when Noons.Contains(word) => TimeSpan.FromHours(HalfADay),
            // The end of the day that is named, or of today.
            "midnight" => TimeSpan.FromHours(LastHour),
            _ => null,
        };

    [GeneratedRegex(
        @"^(?<hour>[0-9]+)(?:(?<sign>[:.h])(?<minute>[0-9]*)(?<more>:[0-9]+)?)?(?<half>[ap]\.?m)?\z",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Written();

    [GeneratedRegex(@"^[ap]\.?m\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Half();

    /// <summary>The parts of a time in digits.</summary>
    /// <param name="Hour">The digits before the sign.</param>
    /// <param name="Sign">The sign between hour and minute; null when there is none.</param>
    /// <param name="Minute">The digits behind the sign; may be empty.</param>
    /// <param name="HasSeconds">Whether more digits follow.</param>
    /// <param name="Half">The first letter of <c>am</c> or <c>pm</c>; null where neither stands.</param>
    private readonly record struct Clock(string Hour, char? Sign, string Minute, bool HasSeconds, char? Half)
    {
        internal static Clock Of(Match written) =>
            new(
                written.Groups["hour"].Value,
                written.Groups["sign"] is { Success: true, ValueSpan: [var sign] } ? sign : null,
                written.Groups["minute"].Value,
                written.Groups["more"].Success,
                written.Groups["half"] is { Success: true, ValueSpan: [var half, ..] } ? half : null
            );

        /// <summary>The time that is meant; null when it is not clear, or there is no such time.</summary>
        internal TimeSpan? Time
        {
            get
            {
                var isClear = (Sign, Half) switch
                {
                    (null, not null) => true,
                    (':', _) or ('.', not null) => Minute.Length == 2 && !HasSeconds,
                    _ => false,
                };
                if (!isClear || Hour.Length > 2)
                    return null;
                var (hour, minute) = (Number(Hour), Number(Minute));
                return (hour, Half) switch
                {
                    (>= 1 and <= HalfADay, 'a') => At(hour % HalfADay, minute),
                    (>= 1 and <= HalfADay, 'p') => At(hour % HalfADay + HalfADay, minute),
                    (< LastHour, null) => At(hour, minute),
                    (LastHour, null) when minute == 0 => At(hour, minute),
                    _ => null,
                };
            }
        }

        /// <summary>The times that may be meant.</summary>
        internal IEnumerable<TimeSpan> Nearest()
        {
            if (Hour.Length > MostDigits || Minute.Length is not (0 or 2))
                yield break;
            // "1730" is an hour and a minute.
            var isWhole = Sign is null && Hour.Length > 2;
            var (hour, minute) = isWhole ? (Number(Hour) / 100, Number(Hour) % 100) : (Number(Hour), Number(Minute));
            if (At(hour, minute) is { } time && time <= TimeSpan.FromHours(LastHour))
                yield return time;
            if (hour < HalfADay && Half is null && !isWhole && At(hour + HalfADay, minute) is { } later)
                yield return later;
        }

        private static TimeSpan? At(int hour, int minute) =>
            minute < MinutesOfHour ? new TimeSpan(hour, minute, 0) : null;

        private static int Number(string digits) =>
            digits.Length == 0 ? 0 : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
