using LockThat.Playground.Ui.Shell;

namespace LockThat.Tests.Playground.Ui;

public sealed class CommandHintsTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/lock")]
    [InlineData("/LockThat")]
    [InlineData("/lockthat ")]
    public void Every_command_of_the_app_is_offered(string text) =>
        CommandHints
            .For(text)
            .Select(hint => hint.Word)
            .ShouldBe(CommandCatalog.All.Select(entry => entry.Word), ignoreOrder: true);

    [Theory]
    [InlineData("/lockthat L", 3)]
    [InlineData("/lockthat lock", 1)]
    [InlineData("/lockthat lock ", 0)]
    [InlineData("/lockthatx", 0)]
    [InlineData("/other", 0)]
    [InlineData("lock", 0)]
    [InlineData("", 0)]
    public void What_is_typed_narrows_the_commands(string text, int offered) =>
        CommandHints.For(text).Count.ShouldBe(offered);

    [Theory]
    [InlineData("/lockthat extend ", "NAME LENGTH")]
    [InlineData("/lockthat EXTEND x", "NAME LENGTH")]
    [InlineData("/lockthat nonsense x", null)]
    [InlineData("/lockthat", null)]
    public void A_command_s_arguments_stay_in_sight_behind_it(string text, string? arguments) =>
        CommandHints.Typed(text)?.Arguments.ShouldBe(arguments);

    [Fact]
    public void A_command_with_arguments_is_completed_up_to_them()
    {
        CommandHints.For("/lockthat unl").ShouldHaveSingleItem().Inserted.ShouldBe("/lockthat unlock ");
        CommandHints.For("/lockthat mi").ShouldHaveSingleItem().Inserted.ShouldBe("/lockthat mine");
    }
}
