using System.Diagnostics;
using CsCheck;

namespace LockThat.Tests.Locks.Names;

/// <summary>Which names are easily mistaken for each other.</summary>
public sealed class NearNamesTests
{
    [Theory]
    [InlineData("tset-site", "test-site")]
    [InlineData("test-siet", "test-site")]
    [InlineData("etst", "test")]
    [InlineData("test-site", "tezt-site")]
    [InlineData("test-site", "test-sit")]
    [InlineData("test-site", "est-site")]
    [InlineData("test-site", "test-sitee")]
    [InlineData("test-site", "testt-site")]
    [InlineData("test-site", "TEST_SITE")]
    [InlineData("test-site", "testsite")]
    [InlineData("test-site", "t.e-st_site")]
    [InlineData("a-b", "ab")]
    [InlineData("v1.2", "v12")]
    [InlineData("site-1a", "site-1b")]
    [InlineData("site-a", "site-ab")]
    [InlineData("site-a1", "sitea1")]
    [InlineData("ärger", "ärgre")]
    [InlineData("😀site", "😁site")]
    [InlineData("東京都庁舎", "東京都庁")]
    public void Names_that_one_mistake_makes_alike_are_near(string one, string other) =>
        (AreNear(one, other), AreNear(other, one)).ShouldBe((true, true));

    [Theory]
    [InlineData("site-1", "site-2")]
    [InlineData("site-1", "site-11")]
    [InlineData("site-12", "site-21")]
    [InlineData("site1", "site")]
    [InlineData("site-1", "site-a")]
    [InlineData("site-a", "site-b")]
    [InlineData("site_a", "site_b")]
    [InlineData("site.a", "site.b")]
    [InlineData("site-", "site-a")]
    [InlineData("dev", "dex")]
    [InlineData("dev", "devs")]
    [InlineData("東京都庁", "東京都")]
    [InlineData("test-site", "test-sites-s")]
    [InlineData("test-site", "tset-siet")]
    [InlineData("test-site", "prod-site")]
    [InlineData("abcd", "badc")]
    [InlineData("abcd", "acdb")]
    [InlineData("site²", "site³")]
    [InlineData("test", "test-site")]
    public void Other_names_are_not(string one, string other) =>
        (AreNear(one, other), AreNear(other, one)).ShouldBe((false, false));

    [Fact]
    public void A_name_is_not_near_itself() => AreNear("test-site", "Test-Site").ShouldBeFalse();

    [Fact]
    public void No_more_than_three_are_named() =>
        NearNames
            .Of(ResourceName.Of("test"), "test tests tesst ttest teest tst".Split(' ').Select(ResourceName.Of))
            .Select(name => name.Display)
            .ShouldBe(["tests", "tesst", "ttest"]);

    [Fact]
    public void A_letter_that_is_wrong_missing_too_many_or_swapped_is_found_wherever_it_stands() =>
        Gen.Select(Gen.String[Gen.Char['a', 'm'], 4, 30], Gen.Int[0, 29], Gen.Int[0, 3], Gen.Char['n', 'z'])
            .Sample(
                (name, at, kind, letter) =>
                {
                    at %= name.Length;
                    var mistaken = kind switch
                    {
                        0 => $"{name[..at]}{letter}{name[(at + 1)..]}",
                        1 => $"{name[..at]}{letter}{name[at..]}",
                        2 when name.Length > 4 => name.Remove(at, 1),
                        _ when at + 1 < name.Length => $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}",
                        _ => $"{name}{letter}",
                    };
                    return AreNear(name, mistaken) == (mistaken != name)
                        && AreNear(mistaken, name) == (mistaken != name);
                }
            );

    [Fact]
    public void A_thousand_names_are_looked_through_in_less_than_a_millisecond()
    {
        ResourceName[] names =
        [
            .. Enumerable
                .Range(0, 1_000)
                .Select(number => ResourceName.Of($"test-site-of-team-{number % 26}-{number}")),
        ];
        var typed = ResourceName.Of("tset-site-of-team-7-700");

        // The best of many, because others use the machine as well.
        var best = Enumerable
            .Range(0, 200)
            .Min(_ =>
            {
                var start = Stopwatch.GetTimestamp();
                NearNames.Of(typed, names).Count().ShouldBe(0);
                return Stopwatch.GetElapsedTime(start);
            });

        best.ShouldBeLessThan(TimeSpan.FromMilliseconds(1));
    }

    private static bool AreNear(string one, string other) =>
        NearNames.Of(ResourceName.Of(one), [ResourceName.Of(other)]).Any();
}
