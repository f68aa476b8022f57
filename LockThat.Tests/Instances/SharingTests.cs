using LockThat.Tests.Installs;
using LockThat.Tests.Storage.Postgres;

namespace LockThat.Tests.Instances;

/// <summary>People notice nothing of a second instance.</summary>
public sealed class SharingTests(PostgresServer server) : TwoInstancesTest
{
    private const int Rounds = 200;
    private const string Locked = "*Locked.*";
    private const string NotLocked = "*Not locked.*";

    private protected override async Task<string> Database() => (await server.Database("sharing")).Patient;

    [Fact]
    public async Task Of_two_who_ask_at_once_exactly_one_wins_each_of_200_rounds()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var answers = await Task.WhenAll(
                One.Types("U0ADA", $"lock race-{round} 1h"),
                Other.Types("U0BOB", $"lock race-{round} 1h")
            );

            answers
                .Count(answer => answer.Contains(Locked, StringComparison.Ordinal))
                .ShouldBe(1, $"round {round}: {string.Join('\n', answers)}");
            answers.Count(answer => answer.Contains(NotLocked, StringComparison.Ordinal)).ShouldBe(1);
        }
    }

    [Fact]
    public async Task What_was_locked_through_one_is_refused_by_the_other_at_once()
    {
        (await One.Types("U0ADA", "lock test-site 1h")).ShouldContain(Locked);

        (await Other.Types("U0BOB", "lock test-site 1h")).ShouldContain("held by <@U0ADA>");
        (await Other.Types("U0ADA", "unlock test-site")).ShouldContain("Unlocked");
        (await One.Types("U0BOB", "lock test-site 1h")).ShouldContain(Locked);
    }

    [Fact]
    public async Task A_state_that_one_has_issued_is_redeemed_by_the_other_and_once_only()
    {
        Slack.Person = Grant.Globex;
        using var browser = AppProcess.Browser(One, Other);
        var back = await browser.GoesToSlack();
        var cookie = browser.Cookie;

        (await browser.Get(back)).Text.ShouldContain("LockThat is installed in Globex");
        browser.Cookie = cookie;
        (await browser.Get(back)).Text.ShouldNotContain("is installed in");
    }

    [Fact]
    public async Task A_home_that_was_opened_through_one_is_kept_true_by_whichever()
    {
        await One.OpensHome("U0ADA");
        await Slack.Until(() => Drawn("New resource") == 1, "the first drawing");

        await Other.Types("U0BOB", "lock test-site 1h");

        await Slack.Until(() => Drawn("test-site") > 0, "the change");
        await One.Types("U0BOB", "unlock test-site");
        await Other.Types("U0CLEO", "lock other-site 1h");
        await Slack.Until(() => Drawn("other-site") > 0, "the next change");
        Drawn("New resource").ShouldBeLessThan(8, "each change is drawn by one of the two");

        int Drawn(string text) =>
            Slack
                .CallsOf("views.publish", "T0ACME001")
                .Count(call => call.Body.Contains(text, StringComparison.Ordinal));
    }
}
