using CsCheck;

namespace LockThat.Tests.Locks.Names;

public sealed partial class ResourceNameTests
{
    [Theory]
    [InlineData("\u200Btest-site\uFEFF", "test-site")]
    [InlineData(" \u200E“\u00ADx\u2060”\u200D", "x")]
    [InlineData("\u200C\"\u200D'x'\u200C\"", "x")]
    public void What_cannot_be_seen_around_a_name_is_dropped(string typed, string name) =>
        Name(typed).Display.ShouldBe(name);

    [Theory]
    [InlineData("👩\u200D💻-laptop")]
    [InlineData("👩🏽\u200D💻")]
    [InlineData("🏳\uFE0F\u200D🌈")]
    [InlineData("❤\uFE0F\u200D🔥")]
    [InlineData("🙂\u200D↔\uFE0F")]
    [InlineData("👨\u200D👩\u200D👧\u200D👦")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("سرور\u200Cها")]
    [InlineData("API\u200Cها")]
    [InlineData("क्\u200Dष")]
    [InlineData("ශ්\u200Dරී")]
    public void What_is_written_with_a_joiner_is_a_name(string typed) => Name(typed).Display.ShouldBe(typed);

    [Theory]
    [InlineData("test\u200Dsite", "testsite")]
    [InlineData("test\u200Csite", "testsite")]
    [InlineData("👩\u200D\u200D💻", "👩💻")]
    [InlineData("👩\u200Ddev", "👩dev")]
    [InlineData("می\u200C\u200Bخواهم", "می\u200Cخواهم")]
    [InlineData("my 👩\u200D💻 te\u200Bst", "my-👩\u200D💻-test")]
    [InlineData("東\u200C京", "東京")]
    public void A_joiner_that_does_nothing_is_refused_with_the_name_without_it(string typed, string suggestion) =>
        (Refusal(typed).Suggestion?.Display).ShouldBe(suggestion);

    [Theory]
    [InlineData("test-site,", "test-site")]
    [InlineData("(test-site)", "(test-site", "test-site)", "test-site")]
    [InlineData("#site!", "#site", "site!", "site")]
    [InlineData("a.b.", "a.b")]
    [InlineData("a…", "a")]
    [InlineData("x!!!!!!", "x!!!!!", "x!!!!", "x")]
    [InlineData("𐽕x𐽕", "𐽕x", "x𐽕", "x")]
    [InlineData("...", "..", ".")]
    [InlineData("'x.", "'x", "x.", "x")]
    [InlineData("c++")]
    [InlineData("👍")]
    [InlineData("a.b")]
    public void Punctuation_at_the_edges_is_perhaps_no_part_of_the_name(string typed, params string[] others) =>
        Name(typed).WithoutPunctuation().Select(name => name.Display).ShouldBe(others, ignoreOrder: true);

    [Fact]
    public void A_mark_makes_another_name_that_is_no_longer_than_a_name_may_be()
    {
        Name("bob’s-phone").Marked(2).Display.ShouldBe("bob’s-phone~2");
        Name(Repeat("x", 60)).Marked(12).Display.ShouldBe(Repeat("x", 57) + "~12");
        Name(Repeat("😀", 37)).Marked(2).Display.ShouldBe(Repeat("😀", 36) + "~2");
        Name(Repeat("می\u200C", 24) + "خو").Marked(2).Display.Length.ShouldBeLessThanOrEqualTo(ResourceName.MaxLength);
    }
}
