namespace LockThat.Tests.Entrances.Moments;

/// <summary>A moment that cannot be read, or cannot be meant: nothing is done, and one press does what was
/// meant.</summary>
public sealed class MeantMomentTests : IAsyncLifetime
{
    private Clocks? _clocks;

    private Clocks Clocks => _clocks ?? throw new InvalidOperationException("It does not run.");

    public async ValueTask InitializeAsync() => _clocks = await Clocks.Start();

    public ValueTask DisposeAsync() => Clocks.DisposeAsync();

    [Theory]
    [InlineData(
        "lock x until 25:00",
        "Nothing was done:* I can't read “25:00” as a time or a day, such as `17:30`, `fri 5pm` or `24 dec`."
    )]
    [InlineData("lock x until 31 feb", "I can't read “31 feb” as a time or a day")]
    [InlineData("lock x until fri 5", "I can't read “fri 5” as a time or a day")]
    [InlineData(
        "lock x until today 9:00",
        "Nothing was done:* “today 09:00” has passed. Did you mean `/lockthat lock x until 2023-11-15 09:00`?"
    )]
    [InlineData("lock x until today", "“today” has passed. Did you mean `/lockthat lock x until 2023-11-15`?")]
    [InlineData(
        "lock x until 2023-11-13 9:00",
        "“2023-11-13 09:00” has passed. Did you mean `/lockthat lock x until 2024-11-13 09:00`?"
    )]
    [InlineData("lock x until fri 24 dec", "There is no “fri 24 dec”: the date is another day of the week.")]
    [InlineData("queue x until 25:00", "I can't read “25:00” as a time or a day")]
    [InlineData("ask x until 25:00", "I can't read “25:00” as a time or a day")]
    [InlineData("extend x until 25:00", "Try `/lockthat extend x until 17:30` or `/lockthat extend x until fri`.")]
    [InlineData("extend x until today 9:00", "“today 09:00” has passed.")]
    [InlineData("lock until 17:30", "“until 17:30” is a time. What is to be locked until then?")]
    [InlineData("queue until fri", "“until fri” is a time. What do you want to wait for?")]
    public async Task Nothing_is_done_and_the_app_asks_what_was_meant(string typed, string said)
    {
        (await Clocks.Types(typed)).ShouldContain(said);
        (await Clocks.Find("x")).ShouldBeNull();
        (await Clocks.Find("until")).ShouldBeNull();
    }

    [Theory]
    [InlineData("lock x until 25:00", "Lock x for 1 day (“until 25:00”)", "lock x 1 day until 25:00")]
    [InlineData("lock x until 31 feb demo", "Lock x until 28 feb", "lock x until 28 feb demo")]
    [InlineData("lock x until 17 demo", "Lock x until 17:00", "lock x until 17:00 demo")]
    [InlineData("lock x until 17 demo override", "Take x over until 17:00", "lock x until 17:00 demo override")]
    [InlineData("lock x until 2h demo", "Lock x for 2 hours", "lock x 2 hours demo")]
    [InlineData("queue x until fri 5", "Join the line of x until fri 05:00", "queue x until fri 05:00")]
    [InlineData("ask x until 17.30 fix", "Ask for x until 17:30", "ask x until 17:30 fix")]
    [InlineData("extend x until 17h", "Extend x by 17 hours", "extend x 17 hours")]
    [InlineData("extend x until today 9:00", "Extend x until 2023-11-15 09:00", "extend x until 2023-11-15 09:00")]
    [InlineData("lock x until today 9:00 demo", "Lock x until 2023-11-15 09:00", "lock x until 2023-11-15 09:00 demo")]
    [InlineData("lock x until sat 24 dec", "Lock x until 2023-12-24", "lock x until 2023-12-24")]
    [InlineData("lock until fri x demo", "Lock x until fri", "lock x until fri demo")]
    [InlineData("queue until fri x", "Join the line of x until fri", "queue x until fri")]
    public async Task The_likeliest_command_is_a_button_that_does_it(string typed, string label, string words) =>
        (await Clocks.Offers(typed)).ShouldContain((label, words));

    [Fact]
    public async Task A_press_does_what_its_button_says()
    {
        foreach (var (label, words) in (await Clocks.Offers("lock x until 17 demo")).Take(1))
        {
            label.ShouldBe("Lock x until 17:00");
            await Clocks.Presses(words);
        }

        (await Clocks.End()).ShouldBe("Wed 2023-11-15 17:00:00");
        (await Clocks.Resource()).Lease?.Reason.ShouldBe(Reason.Of("demo"));
    }

    [Fact]
    public async Task A_date_on_a_button_means_the_same_day_whenever_it_is_pressed()
    {
        var offered = (await Clocks.Offers("lock x until today 9:00"))[0];
        Clocks.App.Time.Advance(TimeSpan.FromHours(9));
        await Clocks.Presses(offered.Words);
        (await Clocks.End()).ShouldBe("Wed 2023-11-15 09:00:00");
        Clocks.App.Time.Advance(TimeSpan.FromHours(9));
        await Clocks.Types("unlock x");
        await Clocks.Presses(offered.Words);
        (await Clocks.Resource()).Lease.ShouldBeNull();
    }

    [Fact]
    public async Task A_name_that_is_near_is_offered_until_the_same_moment()
    {
        await Clocks.Types("create test-site");
        (await Clocks.Offers("lock tset-site until tomorrow demo")).ShouldBe([
            ("Lock test-site", "lock test-site until 2023-11-15 17:00 demo"),
            ("Create tset-site", "lock tset-site until 2023-11-15 17:00 demo"),
        ]);
    }

    [Fact]
    public async Task A_resource_in_a_commands_place_is_offered_until_the_moment()
    {
        await Clocks.Types("create test-site");
        (await Clocks.Offers("test-site until 17:30 demo")).ShouldBe([
            ("Lock test-site until 17:30", "lock test-site until 17:30 demo"),
        ]);
        (await Clocks.Offers("test-site extend until fri")).ShouldBe([
            ("Extend test-site until fri", "extend test-site until fri"),
        ]);
        (await Clocks.Types("test-site until 25:00")).ShouldContain("I can't read “25:00” as a time or a day");
    }

    [Fact]
    public async Task An_own_lock_is_offered_where_the_name_is_missing_in_extend()
    {
        await Clocks.Types("lock x 1h");
        (await Clocks.Offers("extend until fri")).ShouldBe([("Extend x until fri", "extend x until fri")]);
    }

    [Fact]
    public async Task Such_words_are_a_name_as_long_as_a_resource_has_it()
    {
        await Clocks.Types("create until");
        (await Clocks.Types("lock until 17:30")).ShouldContain("`until` is yours for 1 day");
        (await Clocks.Resource("until")).Lease?.Reason.ShouldBe(Reason.Of("17:30"));
    }

    [Fact]
    public async Task A_reason_that_is_too_long_is_refused_whatever_else_is_right()
    {
        var said = await Clocks.Types("lock x until 25:00 " + new string('y', 201));
        said.ShouldContain("A reason can have 200 characters at most.");
        (await Clocks.Types("lock x until 17:30 " + new string('y', 201))).ShouldBe(said);
    }
}
