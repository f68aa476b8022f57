using LockThat.Playground.People;

namespace LockThat.Tests.Entrances;

/// <summary>The past, as people ask for it and page through it.</summary>
public sealed class HistoryTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task It_shows_the_newest_first_with_who_and_why()
    {
        var ada = await Typed("ada", "lock told-site 2 h demo", "unlock told-site");
        var grace = await Typed("grace", "history told-site");
        await stage.Shows(grace, "@Ada Lovelace created and locked told-site for 2 hours — “demo”");
        var (unlocked, locked) = (
            grace.Sees.IndexOf("unlocked told-site", StringComparison.Ordinal),
            grace.Sees.IndexOf("locked told-site for 2 hours", StringComparison.Ordinal)
        );
        unlocked.ShouldBeInRange(0, locked);
        ada.Sees.ShouldNotContain("History of told-site");
    }

    [Fact]
    public async Task What_was_deleted_has_a_past()
    {
        await Typed("ada", "create brief-site", "delete brief-site");
        await stage.Shows(await Typed("grace", "history brief-site"), "@Ada Lovelace deleted brief-site");
    }

    [Fact]
    public async Task What_never_was_has_none() =>
        await stage.Shows(await Typed("grace", "history no-such-site"), "There is no resource no-such-site");

    [Fact]
    public async Task All_of_it_is_in_a_form_page_by_page()
    {
        await Changes("paged-site", times: 15);
        var ada = await Typed("ada", "history paged-site");
        await ada.Clicks("More");
        await stage.Shows(ada, "[Older]");
        Rows(ada, "paged-site").ShouldBe(20);
        await ada.Clicks("Older");
        await stage.Shows(ada, "created and locked paged-site");
        Rows(ada, "paged-site").ShouldBe(10);
        await ada.Clicks("Newer");
        await stage.Hides(ada, "created and locked paged-site");
        await ada.Closes();
    }

    [Fact]
    public async Task It_can_be_narrowed_to_a_person_and_a_kind()
    {
        await Changes("kind-site", times: 6);
        await Typed("grace", "lock kind-site");
        var ada = await Typed("ada", "history kind-site");
        await ada.Clicks("More");
        await stage.Shows(ada, "By anybody");
        await ada.Chooses("By anybody", "Grace Hopper");
        await stage.Hides(ada, "@Ada Lovelace unlocked");
        Rows(ada, "kind-site").ShouldBe(1);
        await ada.Clicks("Show everything");
        await stage.Shows(ada, "@Ada Lovelace unlocked");
        await ada.Chooses("Everything", "Unlocks and ends");
        await stage.Hides(ada, "@Grace Hopper locked");
        Rows(ada, "kind-site").ShouldBe(6);
        await ada.Closes();
    }

    private static int Rows(Person person, string name) => person.Sees.Split($"locked {name}").Length - 1;

    private async Task Changes(string name, int times)
    {
        foreach (var _ in Enumerable.Range(0, times))
            await Typed("ada", $"lock {name} 1 h", $"unlock {name}");
    }

    private async Task<Person> Typed(string handle, params string[] commands)
    {
        var person = await stage.As(handle);
        foreach (var command in commands)
            await person.Types($"/lockthat {command}");
        return person;
    }
}
