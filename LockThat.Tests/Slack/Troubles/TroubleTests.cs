namespace LockThat.Tests.Slack.Troubles;

/// <summary>
/// Slack misbehaves, for each call in each way, each in a workspace of its own: acknowledgements do not wait for it,
/// what was promised comes after it, and the other workspaces notice nothing.
/// </summary>
public sealed class TroubleTests(TroubledApp troubled) : IClassFixture<TroubledApp>
{
    private const string Open = "views.open";
    private const string Update = "views.update";
    private const string Publish = "views.publish";
    private const string Post = "chat.postMessage";
    private const string Respond = TroubledSlack.ResponseUrl;

    // Less than any of the troubles lasts.
    private static readonly TimeSpan InTime = TimeSpan.FromSeconds(8);

    // The errors by which nothing can be delivered to a person or a workspace any more.
    private static readonly string[] NeverAgain =
    [
        "user_not_found",
        "channel_not_found",
        "is_archived",
        "account_inactive",
        "token_revoked",
        "invalid_blocks",
    ];

    // Of a response_url only the status is documented.
    private static readonly string[] FineForResponseUrls = ["a page", "nothing"];

    [Theory]
    [InlineData(Open)]
    [InlineData(Update)]
    [InlineData(Publish)]
    [InlineData(Post)]
    [InlineData(Respond)]
    public async Task No_acknowledgement_waits_for_Slack_and_no_workspace_for_another(string method)
    {
        var (before, all, good) = (troubled.Now, troubled.EachWay(method), troubled.Another());
        foreach (var bad in all)
            await bad.Does(method);
        await good.OpensHome();
        await good.Takes("one");
        await good.Does(method);
        troubled.Now.ShouldBe(before, "nothing was waited for");

        await troubled.Until(() => IsTold(good, method), InTime, "the others have what is theirs");
        await troubled.UntilEach(all, bad => troubled.Slack.Met(bad) > 0);
        await troubled.IsWell();
    }

    [Fact]
    public async Task What_must_be_told_is_told_once_Slack_takes_it()
    {
        var all = troubled.EachWay(Post);
        foreach (var bad in all)
            await bad.Takes("one");
        await troubled.UntilEach(all, bad => troubled.Slack.Met(bad) > 0);
        foreach (var bad in all)
        {
            troubled.Slack.Recovers(bad);
            await bad.Takes("two");
        }

        await troubled.UntilEach(all, bad => troubled.Slack.Taken(bad, Post).Count >= Told(bad).Length);
        foreach (var bad in all)
            troubled.Slack.Taken(bad, Post).Select(sent => sent.Split('`')[1]).ShouldBe(Told(bad), bad.Way);
        await troubled.IsWell();

        static string[] Told(PlaceInTrouble bad) => NeverAgain.Contains(bad.Way) ? ["two"] : ["one", "two"];
    }

    [Fact]
    public async Task Who_cannot_be_asked_about_is_told_the_next_thing_all_the_same()
    {
        var all = troubled.EachWay("users.info");
        foreach (var bad in all)
        {
            troubled.Slack.Troubles(bad, Post, Trouble.Of("user_not_found"));
            await bad.Takes("one");
        }

        await troubled.UntilEach(all, bad => troubled.Slack.Met(bad) > 1);
        foreach (var bad in all)
        {
            troubled.Slack.Recovers(bad);
            await bad.Takes("two");
        }

        await troubled.UntilEach(all, bad => HasTaken(bad, Post, "`two`"));
        await troubled.IsWell();
    }

    [Fact]
    public async Task A_Home_is_true_again_once_Slack_takes_it()
    {
        var all = troubled.EachWay(Publish);
        foreach (var bad in all)
            await bad.OpensHome();
        await troubled.UntilEach(all, bad => troubled.Slack.Met(bad) > 0);
        foreach (var bad in all)
        {
            troubled.Slack.Recovers(bad);
            await bad.Types("BOB", "lock brand-new 1h");
        }

        await troubled.UntilEach(all, bad => HasTaken(bad, Publish, "brand-new"));
        await troubled.IsWell();
    }

    [Fact]
    public async Task Who_waits_for_a_form_that_Slack_does_not_open_is_asked_to_enter_it_again()
    {
        var all = troubled.EachWay(Open);
        foreach (var bad in all)
            await bad.Does(Open);
        await troubled.UntilEach(all, bad => HasTaken(bad, Respond, "enter it again"));
        await troubled.IsWell();
    }

    [Fact]
    public async Task The_result_of_a_form_that_no_response_url_takes_is_told_by_message()
    {
        var all = troubled.EachWay(Respond).Where(bad => !FineForResponseUrls.Contains(bad.Way)).ToList();
        foreach (var bad in all)
            await bad.Does(Respond);
        await troubled.UntilEach(all, bad => HasTaken(bad, Post, "`two` is yours"));
        await troubled.IsWell();
    }

    [Fact]
    public async Task A_workspace_in_which_hundreds_wait_for_a_slow_Slack_holds_up_no_other()
    {
        const int Waiting = 400;
        var (bad, good) = (troubled.InTrouble(Post, "slow"), troubled.Another());
        await troubled.Frees(bad, ResourceName.Of("site"), Waiting);
        await troubled.Until(() => troubled.Slack.Met(bad) > 0, InTime, "the first is being told");
        await good.Takes("one");
        await troubled.Until(() => troubled.Slack.Taken(good, Post).Count == 1, InTime, "the others are told");

        troubled.Slack.Recovers(bad);
        await troubled.UntilEach([bad], _ => troubled.Slack.Taken(bad, Post).Count >= Waiting);
        await troubled.IsWell();
    }

    [Fact]
    public async Task Many_workspaces_for_which_Slack_hangs_hold_up_no_other()
    {
        const int Many = 40;
        var all = Enumerable.Range(0, Many).Select(_ => troubled.InTrouble(Post, "slow")).ToList();
        foreach (var bad in all)
            await troubled.Frees(bad, ResourceName.Of("site"), waiting: 20);
        await troubled.Until(() => all.TrueForAll(bad => troubled.Slack.Met(bad) > 0), InTime, "each is being told");
        var good = troubled.Another();
        await good.Takes("one");
        await troubled.Until(() => troubled.Slack.Taken(good, Post).Count == 1, InTime, "the others are told");
        all.ForEach(troubled.Slack.Recovers);
        await troubled.UntilEach(all, bad => troubled.Slack.Taken(bad, Post).Count >= 20);
        await troubled.IsWell();
    }

    private bool IsTold(PlaceInTrouble good, string method) =>
        troubled.Slack.Taken(good, Post).Count > 0
        && HasTaken(good, Publish, "`one`")
        && troubled.Slack.Taken(good, method).Count > 0;

    private bool HasTaken(PlaceInTrouble place, string method, string what) =>
        troubled.Slack.Taken(place, method).Any(sent => sent.Contains(what, StringComparison.Ordinal));
}
