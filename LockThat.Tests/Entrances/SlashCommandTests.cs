namespace LockThat.Tests.Entrances;

/// <summary>The words that people type, and the answers that they read.</summary>
public abstract class SlashCommandTests(Stage stage)
{
    [Fact]
    public async Task Locking_says_how_long_until_when_why_and_that_it_is_new()
    {
        var reply = await Reply("grace", "lock first-site 2 h demo");
        reply.ShouldContain("Locked. first-site is yours for 2 hours, until");
        reply.ShouldContain("“demo”. It is new here: I created it.");
        reply.ShouldContain("[Unlock] [Extend]");
    }

    [Fact]
    public async Task What_another_holds_is_refused_with_holder_end_and_reason()
    {
        await Reply("grace", "lock busy-site 2 h demo");
        var reply = await Reply("ada", "lock BUSY-site 1 h mine");
        reply.ShouldContain("Not locked. busy-site is held by @Grace Hopper since");
        reply.ShouldContain("“demo”.");
        reply.ShouldContain("[Tell me when it's free] [Ask for it] [Override]");
    }

    [Fact]
    public async Task Renewing_says_so_and_that_it_got_shorter()
    {
        await Reply("grace", "lock long-site 5 h");
        (await Reply("grace", "lock long-site 1 h")).ShouldContain("Renewed. long-site is yours for 1 hour");
        (await Reply("grace", "lock long-site 30 m")).ShouldContain("Your lock got shorter");
    }

    [Fact]
    public async Task Override_takes_over_names_the_former_holder_and_can_be_given_back()
    {
        await Reply("grace", "lock taken-site 3 h theirs");
        var reply = await Reply("ada", "lock taken-site 1 h urgent override");
        reply.ShouldContain("Taken over. taken-site is yours for 1 hour");
        reply.ShouldContain("“urgent”");
        reply.ShouldContain("@Grace Hopper had it until");
        reply.ShouldContain("[Give it back] [Unlock] [Extend]");
    }

    [Fact]
    public async Task Unlocking_is_for_the_holder_or_by_override()
    {
        await Reply("grace", "lock guarded-site");
        (await Reply("ada", "unlock guarded-site")).ShouldContain(
            "Not unlocked. guarded-site is held by @Grace Hopper"
        );
        (await Reply("ada", "release guarded-site override")).ShouldContain(
            "Unlocked. guarded-site is free now. @Grace Hopper had it"
        );
        (await Reply("ada", "unlock guarded-site")).ShouldContain("guarded-site is free already");
    }

    [Fact]
    public async Task Unlock_alone_frees_the_only_lock_or_asks_which()
    {
        (await Reply("bose", "unlock")).ShouldContain("You hold nothing");
        await Reply("bose", "lock only-site");
        (await Reply("bose", "unlock")).ShouldContain("Unlocked. only-site is free now");
        await Reply("bose", "lock one-site");
        await Reply("bose", "lock two-site");
        (await Reply("bose", "unlock")).ShouldContain("Which one? You hold 2 resources");
    }

    [Fact]
    public async Task Extending_adds_to_the_end()
    {
        await Reply("grace", "lock extended-site 2 h");
        (await Reply("grace", "extend extended-site 30 m")).ShouldContain(
            "Extended by 30 minutes. extended-site is yours until"
        );
        (await Reply("ada", "extend extended-site 30 m")).ShouldContain("Not extended.");
    }

    [Theory]
    [InlineData("lock refused-site 0")]
    [InlineData("lock refused-site -5 m")]
    [InlineData("lock refused-site 99999999999 d")]
    [InlineData("lock refused-site 367 d")]
    [InlineData("create my site")]
    [InlineData("create a`b")]
    public async Task What_cannot_be_done_is_refused_with_an_example_and_creates_nothing(string typed)
    {
        (await Reply("hedy", typed)).ShouldContain("Try /lockthat");
        (await Reply("hedy", "list")).ShouldNotContain("refused-site");
    }

    [Fact]
    public async Task Creating_twice_says_that_it_exists_and_how_it_stands()
    {
        (await Reply("grace", "create created-site")).ShouldContain("Created. created-site is free.");
        (await Reply("ada", "create CREATED-SITE")).ShouldContain("it exists already. created-site is free.");
    }

    [Fact]
    public async Task A_name_is_the_same_on_a_desk_and_on_a_phone()
    {
        await Reply("grace", "lock gene's-phone--2…x 2 h demo");
        (await Reply("ada", "lock gene’s-phone—2...x 1 h")).ShouldContain(
            "Not locked. gene's-phone--2…x is held by @Grace Hopper"
        );
        (await Reply("ada", "extend GENE‘S–PHONE-2…X 1 h")).ShouldContain(
            "Not extended. gene's-phone--2…x is held by @Grace Hopper"
        );
        (await Reply("grace", "unlock gene’s-phone-2…x")).ShouldContain("Unlocked. gene's-phone--2…x is free now");
    }

    [Fact]
    public async Task Punctuation_at_the_edge_of_a_name_is_no_part_of_it_while_there_is_none_with_it()
    {
        await Reply("grace", "create edged-site");
        (await Reply("grace", "create (edged-site).")).ShouldContain("it exists already. edged-site is free.");
        (await Reply("grace", "lock edged-site, 2h demo")).ShouldContain("Locked. edged-site is yours for 2 hours");
        (await Reply("grace", "extend edged-site: 30 m")).ShouldContain("Extended by 30 minutes. edged-site is yours");
        (await Reply("grace", "unlock edged-site!")).ShouldContain("Unlocked. edged-site is free now");
        (await Reply("grace", "edged-site, 2h demo")).ShouldContain("[Lock edged-site for 2 hours]");
        (await Reply("grace", "delete [edged-site]")).ShouldContain("Deleted. edged-site is gone");
        (await Reply("grace", "lock edged-site, 2h demo")).ShouldContain("Locked. edged-site, is yours for 2 hours");
    }

    [Fact]
    public async Task Deleting_is_refused_while_another_holds_it()
    {
        await Reply("grace", "lock kept-site");
        (await Reply("ada", "delete kept-site")).ShouldContain("Not deleted. kept-site is held by @Grace Hopper");
        (await Reply("grace", "delete kept-site")).ShouldContain("Deleted. kept-site is gone, and your lock with it.");
        (await Reply("grace", "delete kept-site")).ShouldContain("There is no resource kept-site");
    }

    [Theory]
    [InlineData("")]
    [InlineData("help")]
    [InlineData("frobnicate the site")]
    public async Task Help_gives_examples_and_says_that_it_is_an_honour_system(string typed)
    {
        var reply = await Reply("hedy", typed);
        reply.ShouldContain("honour system");
        reply.ShouldContain("/lockthat extend test-site 30m");
    }

    [Fact]
    public async Task A_missing_name_gets_the_help_that_fits() =>
        (await Reply("hedy", "delete")).ShouldContain("/lockthat delete NAME");

    [Fact]
    public async Task Mine_shows_what_I_hold_and_nothing_else()
    {
        await Reply("hedy", "lock hedys-site 1 h");
        var reply = await Reply("hedy", "mine");
        reply.ShouldContain("hedys-site is yours until");
        reply.ShouldNotContain("held by");
    }

    [Fact]
    public async Task Fifty_locks_with_long_reasons_are_listed_as_far_as_they_fit()
    {
        foreach (var number in Enumerable.Range(0, 50))
            await Reply("grace", $"lock full-{number} 1 h {new string('x', 190)}");
        (await Reply("ada", "list")).ShouldContain("more. The Home of this app shows them all.");
    }

    private async Task<string> Reply(string handle, string typed)
    {
        var person = await stage.As(handle);
        (await person.Types($"/lockthat {typed}")).ShouldBeTrue();
        var seen = person.Sees;
        return seen[(seen.LastIndexOf("LockThat (Only visible to you):", StringComparison.Ordinal) + 1)..];
    }
}

public sealed class SlashCommandOverHttpTests(Stage stage) : SlashCommandTests(stage), IClassFixture<Stage>;

public sealed class SlashCommandOverSocketModeTests(SocketStage socket)
    : SlashCommandTests(socket.Stage),
        IClassFixture<SocketStage>;
