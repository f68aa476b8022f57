using LockThat.App.Installs.Workspaces;
using LockThat.Tests.Locks;
using LockThat.Tests.Slack;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Installs.Workspaces;

/// <summary>Accounts, as Slack knows them.</summary>
public sealed class MembersTests
{
    private readonly FakeTimeProvider _time = new(Some.Noon);

    [Theory]
    [InlineData("""{"ok":true,"user":{"id":"U0BOB","team_id":"T0ACME001"}}""", Standing.Member)]
    [InlineData("""{"ok":true,"user":{"id":"U0BOB","team_id":"T0GLOBEX1"}}""", Standing.Stranger)]
    [InlineData(
        """{"ok":true,"user":{"team_id":"E0GRID","enterprise_user":{"teams":["T0ACME001"]}}}""",
        Standing.Member
    )]
    [InlineData("""{"ok":true,"user":{"team_id":"T0ACME001","is_bot":true}}""", Standing.Bot)]
    [InlineData("""{"ok":true,"user":{"team_id":"T0ACME001","deleted":true}}""", Standing.Deactivated)]
    [InlineData("""{"ok":true,"user":{}}""", Standing.Unknown)]
    [InlineData("""{"ok":false,"error":"user_not_found"}""", Standing.Stranger)]
    [InlineData("""{"ok":false,"error":"user_not_visible"}""", Standing.Stranger)]
    [InlineData("""{"ok":false,"error":"missing_scope"}""", Standing.Unknown)]
    public async Task The_standing_of_an_account_is_what_Slack_says(string reply, Standing standing) =>
        (await Members(reply).StandingOf(Some.Acme, Some.Bob, Cancel)).ShouldBe(standing);

    [Fact]
    public async Task Slackbot_is_a_bot_though_Slack_does_not_say_so() =>
        (
            await Members("""{"ok":true,"user":{"team_id":"T0ACME001","is_bot":false}}""")
                .StandingOf(Some.Acme, new("USLACKBOT"), Cancel)
        ).ShouldBe(Standing.Bot);

    [Theory]
    [InlineData("""{"ok":true,"user":{"real_name":"Bob R.","profile":{"display_name":" Bobby "}}}""", "Bobby")]
    [InlineData("""{"ok":true,"user":{"real_name":"Bob R.","profile":{"display_name":""}}}""", "Bob R.")]
    [InlineData("""{"ok":true,"user":{}}""", null)]
    [InlineData("""{"ok":false,"error":"user_not_found"}""", null)]
    public async Task The_name_is_the_display_name_or_else_the_real_one(string reply, string? name) =>
        (await Members(reply).NameOf(Some.Acme, Some.Bob, Cancel)).ShouldBe(name);

    [Fact]
    public async Task A_name_is_asked_for_once_an_hour()
    {
        var wire = new Wire(Wire.Says("""{"ok":true,"user":{"real_name":"Bob"}}"""));
        var members = new Members(Clients.Over(wire, _time), _time);
        await members.NameOf(Some.Acme, Some.Bob, Cancel);
        await members.NameOf(Some.Acme, Some.Bob, Cancel);
        wire.Sent.Count.ShouldBe(1);
        _time.Advance(TimeSpan.FromHours(1));
        await members.NameOf(Some.Acme, Some.Bob, Cancel);
        wire.Sent.Count.ShouldBe(2);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Members Members(string reply) => new(Clients.Over(new Wire(Wire.Says(reply)), _time), _time);
}
