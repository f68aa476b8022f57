using CsCheck;

namespace LockThat.Tests.Locks.Names;

public sealed class ReasonTests
{
    [Theory]
    [InlineData("big demo", "big demo")]
    [InlineData("  big \t demo ", "big demo")]
    [InlineData("a\r\nb\nc\u000Bd\u000Ce\u0085f\u2028g\u2029h", "a b c d e f g h")]
    [InlineData("a\u00A0\u3000b", "a b")]
    [InlineData("a\0b\u001Bc\u009Fd", "a b c d")]
    [InlineData("a\u061Cb\u200Ec\u200Fd\u202Ae\u202Bf\u202Cg\u202Dh\u202Ei", "a b c d e f g h i")]
    [InlineData("a\u2066b\u2067c\u2068d\u2069e", "a b c d e")]
    [InlineData("\u202Ea\u202C", "a")]
    [InlineData("a\u2010b\u2029\u2065c\u206Ad", "a\u2010b \u2065c\u206Ad")]
    [InlineData("\"quoted\" <b> & *all*", "\"quoted\" <b> & *all*")]
    [InlineData("👩‍🚀 ❤️", "👩‍🚀 ❤️")]
    public void A_reason_is_tidied_onto_one_line(string typed, string value) => Parsed(typed).ShouldBe(value);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u00A0\r\n\u2028\t\0\u202E")]
    [InlineData("\u200B \uFE0F\u3164")]
    public void Nothing_to_read_is_no_reason(string? typed) => Reason.Parse(typed).ShouldBeOfType<ReasonParse.None>();

    [Fact]
    public void Half_a_surrogate_pair_shows_as_a_replacement_character() =>
        Parsed("a\uD83D b\uDE00").ShouldBe("a\uFFFD b\uFFFD");

    [Theory]
    [InlineData("x", 200)]
    [InlineData("😀", 200)]
    [InlineData("e\u0301\u0302", 133)]
    public void A_reason_has_200_characters_and_400_units_at_most(string element, int most)
    {
        Parsed(Repeat(element, most)).Length.ShouldBe(most * element.Length);
        Reason.Parse(Repeat(element, most + 1)).ShouldBeOfType<ReasonParse.TooLong>();
    }

    [Fact]
    public void A_reason_of_few_characters_may_fill_all_400_units()
    {
        Parsed(Repeat("e\u0301\u0302", 133) + "x").Length.ShouldBe(Reason.MaxLength);
        Reason.Parse(Repeat("e\u0301\u0302", 133) + "xy").ShouldBeOfType<ReasonParse.TooLong>();
    }

    [Fact]
    public void The_length_counts_once_the_text_is_tidy() =>
        Parsed(Repeat("x ", 100) + Repeat(" ", 500)).Length.ShouldBe(199);

    [Fact]
    public void A_stored_reason_is_read_back_or_is_a_bug()
    {
        Reason.Of("big demo").ToString().ShouldBe("big demo");
        Should.Throw<ArgumentException>(() => Reason.Of(" ")).Message.ShouldContain("No reason");
        Should.Throw<ArgumentException>(() => Reason.Of(Repeat("x", 201)));
        Should.Throw<InvalidOperationException>(() => default(Reason).Value).Message.ShouldContain("Parse");
    }

    [Fact]
    public void Any_text_becomes_one_line_that_stays_as_it_is() =>
        Some.Text.Sample(
            typed =>
                Reason.Parse(typed) is not ReasonParse.Parsed { Reason: var reason }
                || (
                    Reason.Of(reason.Value) == reason
                    && reason.Value.All(c => c == ' ' || (!char.IsWhiteSpace(c) && !char.IsControl(c)))
                ),
            iter: 5_000
        );

    private static string Parsed(string typed) => Reason.Parse(typed).ShouldBeOfType<ReasonParse.Parsed>().Reason.Value;

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
