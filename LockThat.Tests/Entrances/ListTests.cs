using LockThat.Playground.People;

namespace LockThat.Tests.Entrances;

/// <summary>Lists of a part of the resources.</summary>
public sealed class ListTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task List_free_shows_what_is_free()
    {
        var ada = await Typed("ada", "create idle-site", "lock busy-site", "list free");
        await stage.Shows(ada, "idle-site is free");
        Answer(ada).ShouldNotContain("busy-site");
    }

    [Fact]
    public async Task A_part_of_a_name_shows_the_resources_that_have_it_and_stays_after_a_press()
    {
        var ada = await Typed("ada", "create phone-1", "create Phone-2", "create tablet", "list phone");
        Answer(ada).ShouldContain("Phone-2");
        Answer(ada).ShouldNotContain("tablet");
        await ada.Clicks("Lock", near: "Phone-2");
        await stage.Shows(ada, "For how long");
        await ada.Submits();
        await stage.Shows(ada, "Phone-2 is yours");
        Answer(ada).ShouldNotContain("tablet");
    }

    [Fact]
    public async Task A_part_that_no_name_has_is_said() =>
        await stage.Shows(await Typed("ada", "create some-site", "list zebra"), "No resource has zebra in its name.");

    private string Answer(Person person) =>
        stage.Workspace.Messages(person.ActiveChannel.Id, person.UserId)[^1].Text ?? "";

    private async Task<Person> Typed(string handle, params string[] commands)
    {
        var person = await stage.As(handle);
        foreach (var command in commands)
            await person.Types($"/lockthat {command}");
        return person;
    }
}
