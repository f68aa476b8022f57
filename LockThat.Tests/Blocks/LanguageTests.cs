using LockThat.App.Locks;
using LockThat.App.Surfaces;

namespace LockThat.Tests.Blocks;

public sealed class LanguageTests
{
    [Fact]
    public void Every_language_that_a_person_can_read_has_a_wording_of_its_own() =>
        Enum.GetValues<Language>()
            .Select(language => Languages.Of(language).GetType().Name)
            .ShouldBe(Spoken.Languages.Keys, ignoreOrder: true);

    [Fact]
    public void Every_command_is_in_the_catalogue_once() =>
        CommandCatalog.All.Select(entry => entry.Command).ShouldBe(Enum.GetValues<CommandWord>(), ignoreOrder: true);

    [Theory]
    [InlineData("lock", CommandWord.Lock)]
    [InlineData("release", CommandWord.Unlock)]
    [InlineData("lok", null)]
    [InlineData("", null)]
    public void A_word_is_the_command_that_the_catalogue_says(string word, CommandWord? command) =>
        CommandCatalog.Find(word).ShouldBe(command);
}
