using CsCheck;

namespace LockThat.Tests.Locks.Names;

public sealed partial class ResourceNameTests
{
    [Theory]
    [InlineData("test-site")]
    [InlineData("x")]
    [InlineData("#42/<b>&*_~")]
    [InlineData("日本語")]
    [InlineData("❤️")]
    [InlineData("葛\U000E0100")]
    [InlineData("\uE000")]
    [InlineData("o'neil")]
    [InlineData("\"")]
    [InlineData("'mixed\"")]
    public void These_are_names_as_typed(string typed) => Name(typed).Display.ShouldBe(typed);

    [Theory]
    [InlineData("\"x\"")]
    [InlineData("“x”")]
    [InlineData("„x“")]
    [InlineData("«x»")]
    [InlineData("»x«")]
    [InlineData("‹x›")]
    [InlineData("'x'")]
    [InlineData("‘x’")]
    [InlineData("‚x‛")]
    [InlineData("＂x＂")]
    [InlineData("＇x＇")]
    [InlineData("‟x\"")]
    [InlineData(" \" '\u00A0x' \"\t")]
    public void Quotes_and_white_space_around_a_name_are_dropped(string typed) => Name(typed).Display.ShouldBe("x");

    [Theory]
    [InlineData(null, NameProblem.Empty)]
    [InlineData("", NameProblem.Empty)]
    [InlineData(" \u2003\n", NameProblem.Empty)]
    [InlineData("\"\"", NameProblem.Empty)]
    [InlineData("a b", NameProblem.WhiteSpace)]
    [InlineData("a\u00A0b", NameProblem.WhiteSpace)]
    [InlineData("a\nb", NameProblem.WhiteSpace)]
    [InlineData("a\u0085b", NameProblem.WhiteSpace)]
    [InlineData("a\u2028b", NameProblem.WhiteSpace)]
    [InlineData("a`b", NameProblem.Backtick)]
    [InlineData("`x`", NameProblem.Backtick)]
    public void These_are_no_names(string? typed, NameProblem problem) => Refusal(typed).Problem.ShouldBe(problem);

    [Theory]
    [
        InlineData(0x0000),
        InlineData(0x0007),
        InlineData(0x007F),
        InlineData(0x00AD),
        InlineData(0x034F),
        InlineData(0x061C)
    ]
    [
        InlineData(0x115F),
        InlineData(0x1160),
        InlineData(0x17B4),
        InlineData(0x17B5),
        InlineData(0x180B),
        InlineData(0x180E),
        InlineData(0x180F)
    ]
    [
        InlineData(0x200B),
        InlineData(0x200D),
        InlineData(0x200E),
        InlineData(0x202E),
        InlineData(0x2060),
        InlineData(0x2065),
        InlineData(0x2066)
    ]
    [
        InlineData(0x2800),
        InlineData(0x3164),
        InlineData(0xFEFF),
        InlineData(0xFFA0),
        InlineData(0xFFF0),
        InlineData(0xFFF8)
    ]
    [InlineData(0xFDD0), InlineData(0xFDEF), InlineData(0xFFFE), InlineData(0x10FFFF)]
    [InlineData(0xE0000), InlineData(0xE0041), InlineData(0xE00FF), InlineData(0xE01F0), InlineData(0xE0FFF)]
    public void What_cannot_be_seen_is_no_part_of_a_name(int codePoint) =>
        Refusal($"a{char.ConvertFromUtf32(codePoint)}b").Problem.ShouldBe(NameProblem.Invisible);

    [Theory]
    [
        InlineData(0x0300),
        InlineData(0x1161),
        InlineData(0x180A),
        InlineData(0x2801),
        InlineData(0xFFFC),
        InlineData(0xFFFD),
        InlineData(0xE000)
    ]
    [InlineData(0xFDCF), InlineData(0xFDF0), InlineData(0xE1000), InlineData(0x0640), InlineData(0x1810)]
    public void What_can_be_seen_beside_them_is_welcome(int codePoint) =>
        Name($"a{char.ConvertFromUtf32(codePoint)}b").Display.Length.ShouldBeGreaterThan(2);

    [Theory]
    [InlineData(0xFE00), InlineData(0xFE0F), InlineData(0xE0100), InlineData(0xE01EF)]
    public void A_variation_selector_needs_something_to_select(int codePoint)
    {
        var selector = char.ConvertFromUtf32(codePoint);
        Name("a" + selector).Display.ShouldBe("a" + selector);
        Name(selector + "a").Display.ShouldBe("a");
        Name("a" + selector + selector).Display.ShouldBe("a" + selector);
        Name("a\u200B" + selector).Display.ShouldBe("a");
        Name("“a”" + selector).Display.ShouldBe("a");
        Name("a," + selector).Display.ShouldBe("a,");
        Name("‼" + selector).Display.ShouldBe("‼" + selector);
        Refusal("a" + selector + selector + "b").Problem.ShouldBe(NameProblem.Invisible);
    }

    [Theory]
    [InlineData(0xFDFF), InlineData(0xFE10)]
    public void Their_neighbours_stand_alone(int codePoint) =>
        Name(char.ConvertFromUtf32(codePoint)).Display.Length.ShouldBe(1);

    [Fact]
    public void Half_a_surrogate_pair_is_no_text()
    {
        foreach (var typed in new[] { "a\uD83D", "\uDE00a", "\uDE00\uD83D", "😀\uD83Da" })
            Refusal(typed).Problem.ShouldBe(NameProblem.Malformed);
    }

    [Theory]
    [InlineData("x", 60)]
    [InlineData("e\u0301", 37)]
    [InlineData("😀", 37)]
    public void A_name_has_60_characters_and_75_units_at_most(string element, int most)
    {
        Name(Repeat(element, most)).Display.Length.ShouldBe(most * element.Length);
        Refusal(Repeat(element, most + 1)).Problem.ShouldBe(NameProblem.TooLong);
    }

    [Fact]
    public void A_name_of_few_characters_may_fill_all_75_units() =>
        Name(Repeat("e\u0301", 37) + "x").Display.Length.ShouldBe(ResourceName.MaxLength);

    [Theory]
    [InlineData("Test-Site", "tEST-sITE")]
    [InlineData("Stra\u00DFe", "stra\u00DFE")]
    [InlineData("\u00E9", "E\u0301")]
    [InlineData("\u03A3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C2", "\u03C3\u03AF\u03C3\u03C5\u03C6\u03BF\u03C3")]
    [InlineData("\u1FB3", "\u03B1\u0345")]
    [InlineData("привет", "ПРИВЕТ")]
    [InlineData("\U00010428", "\U00010400")]
    [InlineData("\u212B", "\u00E5")]
    [InlineData("q\u0323\u0307", "Q\u0307\u0323")]
    [InlineData("\uAC00", "\u1100\u1161")]
    [InlineData("i\u0307", "\u0130")]
    public void Spellings_of_one_name_are_equal(string one, string other)
    {
        Name(one).ShouldBe(Name(other));
        Name(one).GetHashCode().ShouldBe(Name(other).GetHashCode());
        Name(one).CompareTo(Name(other)).ShouldBe(0);
    }

    [Theory]
    [InlineData("site", "s\u0131te")]
    [InlineData("strasse", "stra\u00DFe")]
    [InlineData("a", "\u0430")]
    [InlineData("1", "\u0661")]
    public void Different_names_stay_apart(string one, string other) => Name(one).ShouldNotBe(Name(other));

    [Fact]
    public void Names_are_sorted_whatever_their_case()
    {
        ResourceName[] names = [Name("b"), Name("C"), Name("A")];
        names.Order().Select(name => name.Display).ShouldBe(["A", "b", "C"]);
        Name("a").CompareTo(null).ShouldBePositive();
    }

    [Theory]
    [InlineData("my site", "my-site")]
    [InlineData(" my \t\u00A0 other\nsite ", "my-other-site")]
    [InlineData("`x`", "x")]
    [InlineData("\"test site\"", "test-site")]
    [InlineData("“`x`”", "x")]
    [InlineData("`\"x\"`", "x")]
    [InlineData("a\u200Bb\uD83D", "ab")]
    [InlineData("\u200B ` `", null)]
    public void A_name_that_would_do_is_suggested(string typed, string? suggestion) =>
        (Refusal(typed).Suggestion?.Display).ShouldBe(suggestion);

    [Fact]
    public void What_is_too_long_is_cut_between_characters()
    {
        Refusal(Repeat("ab", 40)).Suggestion.ShouldNotBeNull().Display.ShouldBe(Repeat("ab", 30));
        Refusal(Repeat("😀", 40)).Suggestion.ShouldNotBeNull().Display.ShouldBe(Repeat("😀", 37));
        Refusal(Repeat("e\u0301", 37) + "xyz")
            .Suggestion.ShouldNotBeNull()
            .Display.ShouldBe(Repeat("e\u0301", 37) + "x");
        Refusal(Repeat("x", 59) + " y").Suggestion.ShouldNotBeNull().Display.ShouldBe(Repeat("x", 59));
        ResourceName.Suggest("a" + Repeat("\u0301", 80)).ShouldBeNull();
    }

    [Fact]
    public void A_stored_name_is_read_back_or_is_a_bug()
    {
        ResourceName.Of("Test-Site").ToString().ShouldBe("Test-Site");
        Should.Throw<ArgumentException>(() => ResourceName.Of("a b")).Message.ShouldContain("WhiteSpace");
    }

    [Fact]
    public void Any_text_is_a_name_or_is_refused_with_a_name_that_would_do() =>
        Some.Text.Sample(
            typed =>
            {
                var name = ResourceName.Parse(typed) switch
                {
                    NameParse.Parsed parsed => parsed.Name,
                    NameParse.Refused refused => refused.Suggestion,
                    _ => null,
                };
                return name is null || (Name(name.Display) == name && Name(name.Display).Display == name.Display);
            },
            iter: 5_000
        );

    [Fact]
    public void A_name_is_the_same_composed_decomposed_or_shouted() =>
        Some.Text.Sample(
            typed =>
            {
                if (ResourceName.Parse(typed) is not NameParse.Parsed { Name: var name })
                    return true;

                var composed = name.Display.Normalize();
                string[] spellings =
                [
                    composed,
                    composed.Normalize(System.Text.NormalizationForm.FormD),
                    composed.ToUpperInvariant(),
                    name.FormerIdentity,
                ];
                return spellings.All(spelling =>
                    ResourceName.Parse(spelling) is not NameParse.Parsed other || other.Name == name
                );
            },
            iter: 5_000
        );

    [Fact]
    public void Two_names_are_one_exactly_when_their_upper_case_is_the_same_text_but_for_typography() =>
        Gen.Select(Some.Text, Gen.Int[0, 40], Some.Text.Where(text => text.Length > 0), Gen.Int[0, 3])
            .Sample(
                (typed, at, other, change) =>
                {
                    var changed = change switch
                    {
                        0 => typed.Insert(Math.Min(at, typed.Length), other[..1]),
                        1 => typed.ToLowerInvariant(),
                        2 => other,
                        _ => typed.Length > at ? typed.Remove(at, 1) : typed,
                    };
                    return ResourceName.Parse(typed) is not NameParse.Parsed { Name: var one }
                        || ResourceName.Parse(changed) is not NameParse.Parsed { Name: var two }
                        || (one == two)
                            == (
                                Alike.Spelling(Upper(one)) == Alike.Spelling(Upper(two))
                                && one.GetHashCode() == two.GetHashCode()
                                && one.CompareTo(two) == 0
                            );
                },
                iter: 5_000
            );

    private static string Upper(ResourceName name) => name.Display.Normalize().ToUpperInvariant().Normalize();

    private static ResourceName Name(string typed) => ResourceName.Parse(typed).ShouldBeOfType<NameParse.Parsed>().Name;

    private static NameParse.Refused Refusal(string? typed) =>
        ResourceName.Parse(typed).ShouldBeOfType<NameParse.Refused>();

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
