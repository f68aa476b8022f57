namespace LockThat.App.Locks.Time;

/// <summary>Numbers with one unit behind them. Several numbers, or the signs between them, make the meaning unclear:
/// <c>1:30 h</c>, <c>2-3 days</c>.</summary>
internal sealed class LengthPart
{
    private readonly List<LengthToken> _numbers = [];

    internal bool IsEmpty => _numbers.Count == 0;

    /// <summary>The unit in milliseconds; 0 as long as there is none.</summary>
    internal decimal Unit { get; set; }

    /// <summary>Whether it is one number whose comma may begin a fraction or a group of thousands.</summary>
    internal bool IsGrouped => _numbers is [{ Grouped: not null }];

    /// <summary>Whether signs stand before it.</summary>
    internal bool HasGlue => _numbers is [{ Glue.Length: > 0 }, ..];

    /// <summary>The parts of a word, the last of them without a unit and perhaps empty; null when a unit stands in no
    /// length.</summary>
    internal static List<LengthPart>? Of(List<LengthToken> tokens)
    {
        var parts = new List<LengthPart> { new() };
        foreach (var token in tokens)
        {
            if (token.Unit is not { } unit)
            {
                parts[^1]._numbers.Add(token);
                continue;
            }

            if (parts[^1].IsEmpty || !token.IsUnitOfLength)
                return null;
            parts[^1].Unit = unit;
            parts.Add(new());
        }

        return parts;
    }

    /// <summary>The lengths that it may mean, in milliseconds, the likeliest first.</summary>
    internal IEnumerable<decimal> Readings() =>
        _numbers switch
        {
            [{ Grouped: { } grouped } number] => [grouped * Unit, Of(number)],
            [var hours, { Glue: ":" } minutes, { Glue: ":" } seconds] when Unit == DurationWords.Hour =>
            [
                Of(hours) + Of(minutes) / 60 + Of(seconds) / 3_600,
            ],
            [var whole, { Glue: ":" } part] => Clock(whole, part),
            [var dividend, { Glue: "/" or "⁄" or "∕" or "÷", Number: > 0 } divisor] =>
            [
                Of(dividend) / divisor.Number ?? 1,
            ],
            [_, { Glue: "." or "," }, ..] => [],
            _ => _numbers.Select(Of),
        };

    private IEnumerable<decimal> Clock(LengthToken whole, LengthToken part) =>
        Unit switch
        {
            DurationWords.Hour => [Of(whole) + Of(part) / 60],
            DurationWords.Minute => [Of(whole) + Of(part) / 60, (Of(whole) + Of(part) / 60) * 60],
            DurationWords.Day => [Of(whole) + Of(part) / 24],
            _ => [Of(whole), Of(part)],
        };

    private decimal Of(LengthToken number) => (number.Number ?? 0) * Unit;
}
