using CsCheck;
using LockThat.App.Entrances.Forms;
using LockThat.App.Locks;
using LockThat.Blocks;
using LockThat.Tests.Locks;
using LockThat.Tests.Locks.Names;
using LockThat.Tests.Storage.LiteDb;

namespace LockThat.Tests.Entrances.Forms;

/// <summary>The choices of the resource select for the text typed so far.</summary>
public sealed class ModalDrawerTests : StoreOnDisk
{
    [Theory]
    [InlineData("bob’s—p", "bob’s—p (new)", "bob's--phone")]
    [InlineData("\u200BBOB‘S", "BOB‘S (new)", "bob's--phone")]
    [InlineData("bob’s-phone", "bob's--phone")]
    [InlineData("(bob’s-phone),", "bob's--phone")]
    public async Task What_was_typed_on_another_keyboard_finds_what_is_meant(string typed, params string[] offered)
    {
        await Created("bob's--phone");
        await Created("other-site");
        (await Choices(typed)).ShouldBe(offered);
    }

    [Theory]
    [InlineData("new-site", "new-site (new)")]
    [InlineData("new-site,", "new-site, (new)")]
    [InlineData("a b", null)]
    [InlineData("a\uFFFEb", null)]
    public async Task A_name_that_is_not_there_may_be_created(string typed, string? offered)
    {
        await Created("other-site");
        (await Choices(typed)).ShouldBe(offered is null ? [] : [offered]);
    }

    [Fact]
    public async Task Any_spelling_finds_any_other() =>
        await Spelled.Twice.SampleAsync(
            async pair =>
            {
                await Locks.Execute(Some.Ada.Asks(pair.One.Display), new Create(pair.One), Cancel);
                var choices = await Choices(pair.Other.Display);
                await Locks.Execute(Some.Ada.Asks("delete"), new Delete(pair.Other, Expected.Anything), Cancel);
                return choices is [var only] && only == pair.One.Display;
            },
            iter: 50,
            threads: 1
        );

    private LockService Locks => Some.Service(Store);

    private Task Created(string name) => Locks.Execute(Some.Ada.Asks(name), new Create(ResourceName.Of(name)), Cancel);

    private async Task<List<string>> Choices(string typed)
    {
        var choices = await new ModalDrawer(Locks).Choices(
            new(Some.Acme, Some.Ada, Ids.Fields.Value, Ids.Fields.Resource, typed, null),
            Cancel
        );
        return [.. choices.Select(choice => choice.Text.Text)];
    }
}
