using System.Text;
using CsCheck;

namespace LockThat.Tests.Locks.Names;

/// <summary>Names as different keyboards put them in: any quote, any dash or several of them, any ellipsis, with
/// variation selectors or without.</summary>
internal static class Spelled
{
    private static readonly Rune[] All =
    [
        .. Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(code => new Rune(code)),
    ];

    private static readonly string[] Quotes = [.. All.Where(Alike.IsQuote).Select(rune => rune.ToString())];
    private static readonly string[] Dashes = [.. All.Where(Alike.IsDash).Select(rune => rune.ToString())];
    private static readonly string[] Selectors =
    [
        "",
        "",
        .. All.Where(Characters.IsVariationSelector).Select(rune => rune.ToString()),
    ];

    // Q, D and E stand for a quote, a dash and an ellipsis; no two dashes follow each other, for they would be one.
    private static readonly Gen<string> Pattern = Gen.OneOf(
            "a",
            "b",
            "é",
            "7",
            "語",
            "😀",
            "Q",
            "D",
            "E",
            "aQ",
            "bD",
            "cE"
        )
        .Array[1, 6]
        .Select(parts => $"x{string.Concat(parts)}y")
        .Where(pattern => !pattern.Contains("DD", StringComparison.Ordinal));

    /// <summary>Two spellings of one name.</summary>
    public static readonly Gen<(ResourceName One, ResourceName Other)> Twice = Pattern.SelectMany(pattern =>
        Gen.Select(Of(pattern), Of(pattern))
    );

    /// <summary>Two names that differ in more than typography.</summary>
    public static readonly Gen<(ResourceName One, ResourceName Other)> Apart = Gen.Select(Pattern, Pattern)
        .Where(pair => pair.Item1 != pair.Item2)
        .SelectMany(pair => Gen.Select(Of(pair.Item1), Of(pair.Item2)));

    private static Gen<ResourceName> Of(string pattern) =>
        pattern
            .EnumerateRunes()
            .Select(Spelling)
            .Aggregate(Gen.Const(""), (before, next) => Gen.Select(before, next, (text, more) => text + more))
            .Where(text => ResourceName.Parse(text) is NameParse.Parsed)
            .Select(ResourceName.Of);

    private static Gen<string> Spelling(Rune rune)
    {
        var typed = rune.Value switch
        {
            'Q' => Gen.OneOf(Quotes),
            'D' => Gen.OneOf(Dashes).Array[1, 3].Select(string.Concat),
            'E' => Gen.OneOf("...", "…", "⋯", "︙"),
            _ => Gen.OneOf($"{rune}", $"{rune}".ToUpperInvariant(), $"{rune}".Normalize(NormalizationForm.FormD)),
        };
        return Gen.Select(typed, Gen.OneOf(Selectors), (text, selector) => text + selector);
    }
}
