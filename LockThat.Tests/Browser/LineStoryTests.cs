namespace LockThat.Tests.Browser;

/// <summary>A line of people in their own windows, with the real app behind the page.</summary>
public sealed class LineStoryTests(Chromium chromium)
{
    [Fact]
    public async Task Two_wait_for_Grace_the_first_lets_the_next_go_and_locks_when_that_turn_has_passed()
    {
        await using var slack = await BrowserWorkspace.OpenWithLockThat(chromium);
        var (grace, ada, hedy) = (await slack.As("grace"), await slack.As("ada"), await slack.As("hedy"));
        await grace.Types("/lockthat lock test-site 2 h demo");
        await grace.Sees("for 2 hours");
        await ada.Types("/lockthat lock test-site 1h tests");
        await ada.Sees("Not locked.");
        await ada.Photographed("line-refused");
        await ada.Clicks("Join the line");
        await ada.Field("For how long").SelectOptionAsync("1 hour");
        await ada.Field("Reason").FillAsync("tests");
        await ada.Photographed("line-join");
        await ada.Submits("Join");
        await ada.Sees("You are 1st in line for test-site, for 1 hour");
        await hedy.Types("/lockthat queue test-site 30m");
        await hedy.Sees("You are 2nd in line for test-site, for 30 minutes.");
        await hedy.Photographed("line-second");

        await grace.Opens("LockThat");
        await grace.Sees("@Ada Lovelace waits for test-site");
        await grace.Photographed("line-awaited");
        await grace.Clicks("Unlock");
        await grace.Sees("it is @Ada Lovelace's turn until");
        await ada.Opens("LockThat");
        await ada.Sees("It is your turn:");
        await ada.Photographed("line-turn");
        await ada.Clicks("Let the next go first");
        await ada.Sees("@Hedy Lamarr goes first.");
        await hedy.Opens("LockThat");
        await hedy.Sees("It is your turn:");

        await grace.Clicks("+15 min");
        await hedy.Sees("Your turn for test-site has passed");
        await hedy.Photographed("line-turn-passed");
        await ada.Sees("It is your turn:");
        await ada.Clicks("Lock");
        await ada.Sees("test-site is yours for 1 hour");
        await ada.Photographed("line-locked-by-one-press");
    }

    [Fact]
    public async Task Who_is_overridden_is_next_in_line_and_gets_the_time_that_was_left()
    {
        await using var slack = await BrowserWorkspace.OpenWithLockThat(chromium);
        await slack.Says("grace", "lock test-site 2 h demo");
        await slack.Says("ada", "queue test-site 1h");
        await slack.Says("bose", "lock test-site 30m hotfix override");
        var (grace, ada) = (await slack.As("grace", "lockthat"), await slack.As("ada", "home"));
        await grace.Sees("took over your lock on test-site");
        await grace.Photographed("line-taken-over");
        await grace.Clicks("Be next in line");
        await grace.Sees("You are 1st in line for test-site, for the time that you had left: 2 hours");
        await ada.Sees("You are 2nd in line");
        await ada.Photographed("line-home");
        await slack.Says("bose", "unlock test-site");
        await grace.Sees("It is your turn:");
        await grace.Clicks("Lock");
        await grace.Sees("test-site is yours for 2 hours");
        await ada.Sees("You are 1st in line");
    }
}
