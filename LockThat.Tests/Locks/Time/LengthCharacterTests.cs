using System.Globalization;
using System.Text;

namespace LockThat.Tests.Locks.Time;

/// <summary>Every character of a kind, not some of them: whatever a keyboard, a phone or a copied text puts around,
/// before or into a length.</summary>
public sealed class LengthCharacterTests
{
    private const string OtherMeanings = "#@&%*/\\‰‱٪";

    private static readonly Rune[] All =
    [
        .. Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(value => new Rune(value)),
    ];

    // Unicode's list, and not the app's own (DerivedCoreProperties.txt, Default_Ignorable_Code_Point).
    private static readonly (int First, int Last)[] DefaultIgnorable =
    [
        (0x00AD, 0x00AD),
        (0x034F, 0x034F),
        (0x061C, 0x061C),
        (0x115F, 0x1160),
        (0x17B4, 0x17B5),
        (0x180B, 0x180F),
        (0x200B, 0x200F),
        (0x202A, 0x202E),
        (0x2060, 0x206F),
        (0x3164, 0x3164),
        (0xFE00, 0xFE0F),
        (0xFEFF, 0xFEFF),
        (0xFFA0, 0xFFA0),
        (0xFFF0, 0xFFF8),
        (0x1BCA0, 0x1BCA3),
        (0x1D173, 0x1D17A),
        (0xE0000, 0xE0FFF),
    ];

    private static readonly string[] Lengths = ["2h", "2 h", "2h30m", "1 day 12 hours", "for 2 hours", "45", "1.5h"];

    /// <summary>Everything that shows as nothing, but for white space, which parts words.</summary>
    internal static IReadOnlyList<Rune> Unseen { get; } =
    [
        .. All.Where(rune =>
            !Rune.IsWhiteSpace(rune)
            && (
                DefaultIgnorable.Any(range => rune.Value >= range.First && rune.Value <= range.Last)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
                || rune.Value is (>= 0xFDD0 and <= 0xFDEF)
                || (rune.Value & 0xFFFE) == 0xFFFE
            )
        ),
    ];

    [Fact]
    public void Nothing_unseen_changes_a_length_wherever_it_stands()
    {
        Unseen.Count.ShouldBeGreaterThan(4_000);
        Faults(
                Unseen,
                rune =>
                    Lengths.SelectMany(length =>
                        Enumerable
                            .Range(0, length.Length + 1)
                            .Select(at =>
                                (Typed: length.Insert(at, $"{rune}") + " big demo", Plain: length + " big demo")
                            )
                    )
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_unseen_between_the_words_is_a_word() =>
        Faults(
                Unseen,
                rune =>
                    Lengths.Select(length =>
                        (
                            Typed: $"{rune} {length.Replace(" ", $" {rune} ", StringComparison.Ordinal)} big demo",
                            Plain: length + " big demo"
                        )
                    )
            )
            .ShouldBeEmpty();

    [Fact]
    public void Every_dash_before_a_length_is_a_minus()
    {
        var dashes = All.Where(rune =>
                Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation
                || rune.Value is 0x2212 or 0x207B or 0x208B or 0x02D7 or 0x2796
            )
            .ToList();
        dashes.Count.ShouldBeGreaterThan(25);
        dashes
            .SelectMany(dash =>
                Lengths.SelectMany(length =>
                    (string[])[$"{dash}{length}", $"{dash} {length}", $"{dash}{dash}{length} demo"]
                )
            )
            .Where(typed => Read(typed) is not DurationRead.Refused { Problem: DurationProblem.Negative })
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_decimal_digits_of_every_script_are_digits()
    {
        var zeros = All.Where(rune =>
                Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber && Rune.GetNumericValue(rune) == 0
            )
            .ToList();
        zeros.Count.ShouldBeGreaterThan(60);
        Faults(
                zeros,
                zero =>
                    Lengths.Select(length =>
                        (
                            Typed: string.Concat(
                                length.Select(c => char.IsAsciiDigit(c) ? $"{new Rune(zero.Value + c - '0')}" : $"{c}")
                            ) + " demo",
                            Plain: length + " demo"
                        )
                    )
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void Quotes_and_brackets_around_a_length_are_dropped_and_around_more_they_are_a_reasons()
    {
        var opening = Of(
            UnicodeCategory.OpenPunctuation,
            UnicodeCategory.InitialQuotePunctuation,
            UnicodeCategory.FinalQuotePunctuation
        );
        var closing = Of(
            UnicodeCategory.ClosePunctuation,
            UnicodeCategory.InitialQuotePunctuation,
            UnicodeCategory.FinalQuotePunctuation
        );
        opening.Count.ShouldBeGreaterThan(80);
        string[] pairs =
        [
            .. opening.SelectMany(open => (string[])[$"{open} )", $"{open} ”"]),
            .. closing.SelectMany(close => (string[])[$"( {close}", $"“ {close}"]),
            "\" \"",
            "' '",
            "` `",
            "< >",
        ];
        foreach (var pair in pairs.Select(pair => pair.Split(' ')))
        {
            foreach (var length in Lengths)
            {
                Same($"{pair[0]}{length}{pair[1]} big demo", $"{length} big demo")
                    .ShouldBeTrue($"{pair[0]}{length}{pair[1]}");
                Same($"{pair[0]}{length}{pair[1]}, big demo", $"{length} big demo")
                    .ShouldBeTrue($"{pair[0]}{length}{pair[1]},");
            }

            Read($"{pair[0]}2h big demo{pair[1]}").ShouldBeOfType<DurationRead.Absent>(string.Concat(pair));
        }
    }

    [Fact]
    public void All_punctuation_behind_a_length_is_dropped()
    {
        var marks = All.Where(rune =>
                Rune.IsPunctuation(rune)
                && !OtherMeanings.Contains(Characters.AsRead($"{rune}"), StringComparison.Ordinal)
            )
            .ToList();
        marks.Count.ShouldBeGreaterThan(600);
        Faults(
                marks,
                mark =>
                    Lengths
                        .Where(length => length.Any(char.IsLetter))
                        .Select(length => (Typed: $"{length}{mark} big demo", Plain: $"{length} big demo"))
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_sign_of_mathematics_before_a_length_is_asked_about() =>
        Of(UnicodeCategory.MathSymbol)
            .Where(sign => !LengthMarks.IsDash(sign))
            .SelectMany(sign => (string[])[$"{sign}2h", $"{sign} 2h demo", $"{sign}2 h"])
            .Where(typed => Read(typed) is not DurationRead.Unclear { Nearest: [{ TotalHours: 2 }] })
            .ShouldBeEmpty();

    private static List<Rune> Of(params UnicodeCategory[] categories) =>
        [.. All.Where(rune => categories.Contains(Rune.GetUnicodeCategory(rune)))];

    private static IEnumerable<string> Faults(
        IEnumerable<Rune> runes,
        Func<Rune, IEnumerable<(string Typed, string Plain)>> texts
    ) =>
        runes
            .SelectMany(rune =>
                texts(rune)
                    .Where(text => !Same(text.Typed, text.Plain))
                    .Select(text => $"U+{rune.Value:X4} {text.Typed}")
            )
            .Take(20);

    private static bool Same(string typed, string plain) =>
        Read(typed) is DurationRead.Found read
        && Read(plain) is DurationRead.Found expected
        && read.Length == expected.Length
        && Words(typed).Skip(read.WordsUsed).SequenceEqual(Words(plain).Skip(expected.WordsUsed));

    private static DurationRead Read(string typed) => LockDuration.Read(Words(typed));

    private static string[] Words(string typed) => typed.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
}
