using System.Globalization;

namespace LockThat.App.Locks.Time;

/// <summary>ASCII digits with at most one point or comma among or before them, and the text behind them.</summary>
internal readonly ref struct LengthNumber
{
    // A number longer than this is more than a hundred years in every unit.
    private const int ManyDigits = 12;

    // Finer than rounding to milliseconds can tell, and still exact in a decimal with ManyDigits before the point.
    private const int FractionDigits = 15;

    private readonly ReadOnlySpan<char> _whole;
    private readonly ReadOnlySpan<char> _fraction;

    private LengthNumber(ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, ReadOnlySpan<char> rest, bool isGrouped)
    {
        _whole = whole;
        _fraction = fraction;
        Rest = rest;
        IsGrouped = isGrouped;
    }

    internal ReadOnlySpan<char> Rest { get; }

    /// <summary>Whether its comma may begin a fraction or a group of thousands: <c>1,500</c>.</summary>
    internal bool IsGrouped { get; }

    internal bool IsAll => IsOne && Rest.IsEmpty;

    internal bool IsOne => HasDigits && !IsGrouped;

    internal bool HasDigits => !_whole.IsEmpty || !_fraction.IsEmpty;

    internal static LengthNumber Read(ReadOnlySpan<char> text)
    {
        var whole = DigitsOf(text);
        var rest = text[whole.Length..];
        var fraction = rest is ['.' or ',', ..] ? DigitsOf(rest[1..]) : [];
        var isGrouped = rest is [',', ..] && fraction.Length == 3 && whole is { Length: <= 3 } and [not '0', ..];
        return new(whole, fraction, fraction.IsEmpty ? rest : rest[(fraction.Length + 1)..], isGrouped);
    }

    internal DurationWords Of(decimal unit, int words)
    {
        var isSomething = _whole.ContainsAnyExcept('0') || _fraction.ContainsAnyExcept('0');
        return new(Value() * unit, isSomething, unit, words);
    }

    // A number of absurd length becomes one that is merely too long.
    internal decimal Value()
    {
        var digits = _whole.TrimStart('0');
        return digits.Length > ManyDigits
            ? 1_000_000_000_000m
            : decimal.Parse(
                $"0{digits}.{_fraction[..Math.Min(_fraction.Length, FractionDigits)]}0",
                CultureInfo.InvariantCulture
            );
    }

    private static ReadOnlySpan<char> DigitsOf(ReadOnlySpan<char> text) =>
        text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? text[..end] : text;
}
