namespace LockThat.Tests;

public sealed class RoundsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void A_variable_that_is_not_set_leaves_the_number_of_the_gate(string? value) =>
        Rounds.Read("CRASH_ROUNDS", value, 20).ShouldBe(20);

    [Fact]
    public void What_the_variable_says_is_how_often() => Rounds.Read("CRASH_ROUNDS", "200", 20).ShouldBe(200);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("1,000")]
    [InlineData(" 7")]
    [InlineData("many")]
    [InlineData("99999999999")]
    public void A_value_that_is_no_number_of_rounds_fails_and_is_named(string value) =>
        Should
            .Throw<ArgumentException>(() => Rounds.Read("CRASH_ROUNDS", value, 20))
            .Message.ShouldContain($"CRASH_ROUNDS={value}");
}
