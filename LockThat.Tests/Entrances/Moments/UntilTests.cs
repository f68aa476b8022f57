using LockThat.App.Locks;

namespace LockThat.Tests.Entrances.Moments;

/// <summary>A lock that ends at a moment, typed by a person in Berlin on a Tuesday at 23:13.</summary>
public sealed class UntilTests : IAsyncLifetime
{
    private Clocks? _clocks;

    private Clocks Clocks => _clocks ?? throw new InvalidOperationException("It does not run.");

    public async ValueTask InitializeAsync() => _clocks = await Clocks.Start();

    public ValueTask DisposeAsync() => Clocks.DisposeAsync();

    [Theory]
    [InlineData("until 23:30", "Tue 2023-11-14 23:30:00", null)]
    [InlineData("until 17:30 big demo", "Wed 2023-11-15 17:30:00", "big demo")]
    [InlineData("till 5pm", "Wed 2023-11-15 17:00:00", null)]
    [InlineData("Until 5:30 PM “big demo”", "Wed 2023-11-15 17:30:00", "big demo")]
    [InlineData("until midnight", "Wed 2023-11-15 00:00:00", null)]
    [InlineData("until tomorrow", "Wed 2023-11-15 17:00:00", null)]
    [InlineData("until eod", "Wed 2023-11-15 17:00:00", null)]
    [InlineData("until tue", "Tue 2023-11-21 17:00:00", null)]
    [InlineData("until fri at noon, standup", "Fri 2023-11-17 12:00:00", "standup")]
    [InlineData("until 24 dec", "Sun 2023-12-24 17:00:00", null)]
    [InlineData("until 2024-03-31 2:30", "Sun 2024-03-31 03:00:00", null)]
    [InlineData("until 17:30 mine override", "Wed 2023-11-15 17:30:00", "mine")]
    public async Task A_lock_ends_at_the_moment_by_the_clocks_of_the_person(string typed, string end, string? reason)
    {
        (await Clocks.Types($"lock x {typed}")).ShouldContain("Locked.* `x` is yours for ");
        (await Clocks.End()).ShouldBe(end);
        (await Clocks.Resource()).Lease?.Reason.ShouldBe(reason is null ? null : Reason.Of(reason));
    }

    [Fact]
    public async Task The_answer_says_how_long_and_until_when_with_the_day() =>
        (await Clocks.Types("lock x until fri noon")).ShouldContain(
            "`x` is yours for 2 days 12 hours 46 minutes 40 seconds, until <!date^1700218800^{date_short_pretty} at {time}|2023-11-17 11:00 UTC>."
        );

    [Fact]
    public async Task Each_person_lives_by_their_own_clocks_and_Slack_is_asked_once_about_each()
    {
        await Clocks.Types("lock x until 17:30");
        await Clocks.Types("lock y until 17:30", Clocks.Bob);
        await Clocks.Types("lock x until 17:45");
        await Clocks.Types("lock z until 17:45", Clocks.Bob);
        (await Clocks.End("x")).ShouldBe("Wed 2023-11-15 17:45:00");
        (await Clocks.End("y")).ShouldBe("Tue 2023-11-14 23:30:00");
        Clocks.Asked.ShouldBe(2);
    }

    [Fact]
    public async Task A_command_without_a_moment_asks_Slack_nothing()
    {
        foreach (
            var typed in (string[])
                [
                    "lock x",
                    "lock x 2h demo",
                    "lock x until further notice",
                    "extend x 2h",
                    "lock x until 25:00",
                    "lock x test until 17:30",
                    "unlock x",
                ]
        )
            await Clocks.Types(typed);
        Clocks.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task Anything_else_behind_until_is_a_reason()
    {
        (await Clocks.Types("lock x until further notice")).ShouldContain("`x` is yours for 1 day");
        (await Clocks.Resource()).Lease?.Reason.ShouldBe(Reason.Of("until further notice"));
    }

    [Fact]
    public async Task A_moment_in_an_unknown_zone_is_never_calculated()
    {
        Clocks.Moves(Clocks.Alice, null);
        foreach (var typed in (string[])["lock x until 17:30", "queue x until fri", "ask x until noon"])
        {
            var said = await Clocks.Types(typed);
            said.ShouldContain("*Nothing was done.* Slack does not tell me your time zone");
            said.ShouldContain($"`/lockthat {typed.Split(' ')[0]} x 2h`");
        }

        (await Clocks.Find("x")).ShouldBeNull();
        Clocks.Moves(Clocks.Alice, "Mars/Phobos");
        (await Clocks.Types("lock x until 17:30")).ShouldContain("Slack does not tell me your time zone");
        Clocks.Moves(Clocks.Alice, "Asia/Tokyo");
        await Clocks.Types("lock x until 17:30");
        (await Clocks.End()).ShouldBe("Wed 2023-11-15 09:30:00");
    }

    [Fact]
    public async Task A_change_of_zone_that_Slack_reports_counts_for_the_next_command()
    {
        await Clocks.Types("lock x until 17:30");
        await Clocks.Reports(Clocks.Alice, "Asia/Tokyo", Clocks.App.Time.GetUtcNow().AddSeconds(1));
        await Clocks.Types("lock x until 17:30");
        (await Clocks.End()).ShouldBe("Wed 2023-11-15 09:30:00");
        await Clocks.Reports(Clocks.Alice, "Europe/Berlin", Clocks.App.Time.GetUtcNow().AddHours(-1));
        await Clocks.Types("lock x until 17:30");
        (await Clocks.End()).ShouldBe("Wed 2023-11-15 09:30:00");
        Clocks.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task A_moment_beyond_the_maximum_is_refused()
    {
        (await Clocks.Types("lock x until 2030-01-01")).ShouldContain(
            "*Not locked.* A lock can last 366 days at most."
        );
        (await Clocks.Find("x")).ShouldBeNull();
    }

    [Fact]
    public async Task Extending_until_a_moment_sets_the_end()
    {
        await Clocks.Types("lock x until 9:00");
        (await Clocks.Types("extend x until 17:30")).ShouldContain("*Extended* by 8 hours 30 minutes.");
        (await Clocks.End()).ShouldBe("Wed 2023-11-15 17:30:00");
        (await Clocks.Types("extend x until fri")).ShouldContain("*Extended* by 1 day 23 hours 30 minutes.");
        (await Clocks.End()).ShouldBe("Fri 2023-11-17 17:00:00");
    }

    [Theory]
    [InlineData("thu")]
    [InlineData("fri 17:00")]
    public async Task Extending_until_a_moment_that_is_no_later_changes_nothing_and_says_what_would(string moment)
    {
        await Clocks.Types("lock x until fri");
        var said = await Clocks.Types($"extend x until {moment}");
        said.ShouldContain("*Not extended.* `x` is yours until");
        said.ShouldContain("which is not later. To make it shorter, lock it again until then.");
        (await Clocks.End()).ShouldBe("Fri 2023-11-17 17:00:00");
        (await Clocks.Types($"lock x until {moment}")).ShouldContain("*Renewed.*");
    }

    [Fact]
    public async Task Waiting_and_asking_until_a_moment_are_for_what_is_left_until_then()
    {
        await Clocks.Types("lock x 30m", Clocks.Bob);
        (await Clocks.Types("queue x until 1:13 demo")).ShouldContain("You are 1st in line");
        (await Clocks.Resource()).Line.All.ShouldHaveSingleItem().Reason.ShouldBe(Reason.Of("demo"));
        (await Clocks.Types("ask x until 1:13 quick fix")).ShouldContain("for 1 hour 59 minutes 40 seconds");
        (await Clocks.Resource())
            .Holding.ShouldBeOfType<Holding.Held>()
            .Pleas.ShouldHaveSingleItem()
            .Message.ShouldBe(Reason.Of("quick fix"));
    }
}
