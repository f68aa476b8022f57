using System.Text;
using CsCheck;

namespace LockThat.Tests.Locks.Names;

/// <summary>Quotes, dashes and other signs that phones put in by themselves make no other name.</summary>
public sealed class TypographyTests
{
    [Fact]
    public void Every_quote_dash_and_ellipsis_of_Unicode_is_one_of_its_kind_and_nothing_else_is()
    {
        foreach (var text in Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(code => $"a{new Rune(code)}b"))
        {
            if (
                ResourceName.Parse(text) is NameParse.Parsed
                && text.IsNormalized()
                && Typography.Fold(text) != Alike.Spelling(text)
            )
                Typography.Fold(text).ShouldBe(Alike.Spelling(text));
        }
    }

    [Fact]
    public void Two_spellings_are_one_name_for_whoever_compares_or_looks_for_it() =>
        Spelled.Twice.Sample(
            names =>
                names.One == names.Other
                && names.One.GetHashCode() == names.Other.GetHashCode()
                && names.One.CompareTo(names.Other) == 0
                && NameSearch.For(names.One.Display).Finds(names.Other)
                && NameSearch.For(names.Other.Display[..1]).Finds(names.One),
            iter: 3_000
        );

    [Fact]
    public void Two_names_that_differ_in_more_are_two() =>
        Spelled.Apart.Sample(names => names.One != names.Other, iter: 3_000);

    [Fact]
    public void What_is_folded_stays_as_it_is() =>
        Some.Text.Sample(
            typed =>
                ResourceName.Parse(typed) is not NameParse.Parsed { Name: var name }
                || Typography.Fold(name.Identity) == name.Identity,
            iter: 3_000
        );

    [Fact]
    public void Whatever_is_typed_can_be_looked_for() =>
        Some.Text.Sample(typed => NameSearch.For(typed).Finds(Some.TestSite) || typed.Length > 0, iter: 3_000);

    [Theory]
    [InlineData("bob’s", "bob's-phone")]
    [InlineData("B'S—P", "bob’s-phone")]
    [InlineData("--", "a-b")]
    [InlineData("a..", "a…b")]
    [InlineData(" \u200B", "a")]
    public void A_part_of_a_name_finds_it_in_any_spelling(string typed, string name) =>
        NameSearch.For(typed).Finds(ResourceName.Of(name)).ShouldBeTrue();

    [Theory]
    [InlineData("bob\"s", "bobs")]
    [InlineData("a..b", "a...b")]
    [InlineData("a_b", "a-b")]
    public void A_part_that_is_not_in_it_does_not(string typed, string name) =>
        NameSearch.For(typed).Finds(ResourceName.Of(name)).ShouldBeFalse();
}
