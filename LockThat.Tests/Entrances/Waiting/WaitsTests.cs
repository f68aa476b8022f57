using LockThat.Playground.People;

namespace LockThat.Tests.Entrances.Waiting;

/// <summary>All lines in which a person waits. Each test has a stage of its own, where nobody waits for anything
/// else.</summary>
public sealed class WaitsTests : IAsyncLifetime
{
    private readonly Stage _stage = new();

    public ValueTask InitializeAsync() => _stage.InitializeAsync();

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task Queue_alone_and_mine_show_where_one_waits()
    {
        Last(await Typed("bose", "queue")).ShouldContain("You wait for nothing. /lockthat queue test-site 1h demo");
        await Typed("grace", "lock shown-site 2 h");
        await Typed("bose", "queue shown-site 1h");
        Last(await Typed("bose", "queue")).ShouldContain("You wait for 1 resource:");
        var mine = Last(await Typed("bose", "mine"));
        mine.ShouldContain("You hold nothing.");
        mine.ShouldContain("shown-site is held by @Grace Hopper until");
        mine.ShouldContain("You are 1st in line: your turn comes about");
    }

    [Fact]
    public async Task Leave_names_the_line_or_asks_which_one()
    {
        await Typed("grace", "lock left-one 2 h", "lock left-two 2 h");
        Last(await Typed("bose", "leave")).ShouldContain("You wait for nothing.");
        await Typed("bose", "queue left-one", "queue left-two");
        var bose = await Typed("bose", "leave");
        Last(bose).ShouldContain("Which line? You wait for 2 resources:");
        await bose.Clicks("Leave the line", near: "left-one");
        await _stage.Shows(bose, "You are not in line any more. left-one is held by @Grace Hopper");
        Last(bose).ShouldContain("You wait for 1 resource:");
        Last(await Typed("bose", "leave")).ShouldContain("You are not in line any more. left-two");
        Last(await Typed("bose", "leave left-two")).ShouldContain("You are not in line.");
        Last(await Typed("bose", "leave no-such")).ShouldContain("There is no resource no-such here.");
    }

    private async Task<Person> Typed(string handle, params string[] commands)
    {
        var person = await _stage.As(handle);
        foreach (var command in commands)
            await person.Types($"/lockthat {command}");
        return person;
    }

    private static string Last(Person person)
    {
        var seen = person.Sees;
        return seen[(seen.LastIndexOf("LockThat (Only visible to you)", StringComparison.Ordinal) + 1)..].TrimEnd();
    }
}
