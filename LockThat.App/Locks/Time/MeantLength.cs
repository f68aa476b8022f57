using LockThat.App.Slack.Requests;

namespace LockThat.App.Locks.Time;

/// <summary>
/// A text that is plainly a length but cannot be read as one: numbers and units with signs before them or between them
/// (<c>+2h</c>, <c>1:30h</c>, <c>2-3 days</c>), in no falling order (<c>30m2h</c>), or in numerals that are no decimal
/// digits (<c>½h</c>). A number with no unit is a time, a date or a version, and a word with any other letters is a
/// reason.
/// </summary>
/// <param name="Lengths">The likely lengths, the likeliest first.</param>
/// <param name="WordsUsed">How many words it took.</param>
/// <param name="Behind">The text behind it in the same word: <c>demo</c> in <c>2h,demo</c>.</param>
internal sealed record MeantLength(IReadOnlyList<TimeSpan> Lengths, int WordsUsed, string Behind = "")
{
    private const int MostReadings = 3;

    private static readonly decimal LeastMilliseconds = (decimal)LockDuration.Least.TotalMilliseconds;
    private static readonly decimal MostMilliseconds = (decimal)LockDuration.Most.TotalMilliseconds;

    // Behind these, somebody has left out the space.
    private const string Ends = ",;:、。–—…";

    internal static MeantLength Of(DurationWords sum) => Of([sum.Milliseconds], sum.WordsUsed);

    internal static MeantLength? Read(ReadOnlySpan<string> words)
    {
        if (words.IsEmpty)
            return null;
        return ReadBehindSign(words)
            ?? (
                LengthToken.Of(words[0]) is (not [], _) and var (tokens, rest) ? ReadTokens(tokens, rest, words) : null
            );
    }

    // "~2h" as well as "~ 2h".
    private static MeantLength? ReadBehindSign(ReadOnlySpan<string> words)
    {
        var signs = 0;
        foreach (var rune in words[0].EnumerateRunes())
        {
            if (!LengthMarks.IsGlue(rune))
                break;
            signs += rune.Utf16SequenceLength;
        }

        if (signs == 0)
            return null;
        var isAlone = signs == words[0].Length;
        ReadOnlySpan<string> length = isAlone ? words[1..] : [words[0][signs..], .. words[1..]];
        return DurationWords.Read(length) is { HasUnit: true } sum
            ? Of([sum.Milliseconds], sum.WordsUsed + (isAlone ? 1 : 0))
            : null;
    }

    private static MeantLength? ReadTokens(List<LengthToken> tokens, string rest, ReadOnlySpan<string> words)
    {
        if (tokens[0].Glue.AsSpan().ContainsAny('/', '&') || LengthPart.Of(tokens) is not { } parts)
            return null;

        // The last part has the numbers that no unit follows.
        var (whole, last) = (parts[..^1], parts[^1]);
        var isEnd = rest.EnumerateRunes().All(LengthMarks.IsGlue);
        var isForeign = tokens.Any(token => token.IsForeign) || rest.EnumerateRunes().Any(LengthMarks.IsSymbol);
        if (!isEnd)
            return whole is not [] && last.IsEmpty && Ends.Contains(rest[0], StringComparison.Ordinal)
                ? Of(Readings(whole), 1, rest[1..])
                : null;
        if (last.IsEmpty)
            return isForeign || whole.Count > 1 ? Of(Readings(whole), 1) : null;
        return whole is [] ? ReadApart(last, isForeign, words) : ReadLast(whole, last, isForeign);
    }

    // "1:30 h", and "1,500", of which nobody can tell how many minutes that is.
    private static MeantLength? ReadApart(LengthPart numbers, bool isForeign, ReadOnlySpan<string> words)
    {
        var apart = words.Length > 1 ? DurationWords.UnitOf(LengthMarks.WithoutEnd(words[1])) : null;
        numbers.Unit = apart ?? DurationWords.Minute;
        return (apart is null ? numbers is { IsGrouped: true, HasGlue: false } : isForeign)
            ? Of(numbers.Readings(), apart is null ? 1 : 2)
            : null;
    }

    // "2h:30", in which the second number means minutes.
    private static MeantLength? ReadLast(List<LengthPart> whole, LengthPart last, bool isForeign)
    {
        if (whole[^1].Unit != DurationWords.Hour)
            return last.HasGlue ? Of(Readings(whole), 1) : null;
        last.Unit = DurationWords.Minute;
        return isForeign || whole.Count > 1 ? Of(Readings([.. whole, last]), 1) : null;
    }

    // Different units add up; of equal units only one is meant.
    private static IEnumerable<decimal> Readings(List<LengthPart> parts) =>
        parts.DistinctBy(part => part.Unit).Count() < parts.Count || parts.Count == 1
            ? parts.SelectMany(part => part.Readings())
            : [parts.Sum(part => part.Readings().First())];

    private static MeantLength Of(IEnumerable<decimal> milliseconds, int wordsUsed, string behind = "") =>
        new(
            [
                .. milliseconds
                    .Where(length => length >= LeastMilliseconds && length <= MostMilliseconds)
                    .Select(length => TimeSpan.FromMilliseconds((long)length))
                    .Distinct()
                    .Take(MostReadings),
            ],
            wordsUsed,
            behind
        );
}
