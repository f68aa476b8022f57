using LockThat.Tests.Installs;

namespace LockThat.Tests.Entrances;

/// <summary>The history names a person whose account ended for a month, and then no more.</summary>
public sealed class FormerMemberTests : HostedTest
{
    private const string Acme = "T0ACME001";
    private const string Left = """{"type":"user_change","user":{"id":"U0BOB","deleted":true}}""";
    private const string Back = """{"type":"user_change","user":{"id":"U0BOB","deleted":false}}""";

    private protected override async Task Begin()
    {
        await Hosted.Installs(Grant.Acme);
        await Hosted.Types(Acme, "U0BOB", "lock site 2h");
        await Hosted.Types(Acme, "U0ADA", "lock site override");
    }

    [Fact]
    public async Task A_month_after_an_account_ended_its_person_is_a_former_member()
    {
        await Hosted.Happens(Acme, Left);
        (await History()).ShouldContain("<@U0ADA> took site over from <@U0BOB>");
        Hosted.App.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        (await History()).ShouldContain("<@U0BOB> created and locked");

        Hosted.App.Time.Advance(TimeSpan.FromMinutes(1));

        var history = await History();
        history.ShouldContain("<@U0ADA> took site over from a former member");
        history.ShouldContain("a former member created and locked");
        history.ShouldNotContain("U0BOB");
    }

    [Fact]
    public async Task A_person_who_is_back_is_named_again()
    {
        await Hosted.Happens(Acme, Left);
        Hosted.App.Time.Advance(TimeSpan.FromDays(31));
        (await History()).ShouldNotContain("U0BOB");

        await Hosted.Happens(Acme, Back);

        (await History()).ShouldContain("<@U0BOB> created and locked");
    }

    private async Task<string> History() =>
        (await Hosted.Types(Acme, "U0ADA", "history site")).Replace("`", "", StringComparison.Ordinal);
}
