using LockThat.Playground;
using LockThat.Playground.People;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Playground.People;

public sealed class PersonTests : IDisposable
{
    private readonly EmulatedSlack _slack = new(
        new Workspace(new FakeTimeProvider(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero))),
        new Addresses()
    );

    private Person As(string handle) => _slack.SignIn.As(handle, TestContext.Current.CancellationToken);

    [Fact]
    public async Task What_one_person_says_everybody_in_the_channel_sees()
    {
        await As("grace").Types("good morning, @ada");
        As("ada").Sees.ShouldBe("Grace Hopper:\ngood morning, @Ada Lovelace");
    }

    [Fact]
    public async Task An_unknown_command_is_answered_by_Slackbot_to_who_typed_it_only()
    {
        var grace = As("grace");
        (await grace.Types("/nonsense now")).ShouldBeFalse();
        grace.Sees.ShouldStartWith("Slackbot (Only visible to you):\n/nonsense is not a valid command.");
        As("ada").Sees.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("grace", "today at 4:00 AM")]
    [InlineData("ada", "today at 9:00 AM")]
    [InlineData("bose", "today at 2:30 PM")]
    public void Everybody_reads_a_moment_in_their_own_zone(string handle, string read)
    {
        _slack.Workspace.Post(
            new()
            {
                ChannelId = Team.General,
                Ts = "",
                AuthorId = Team.App.Id,
                Text = "<!date^1772442000^{date_short_pretty} at {time}|9:00 UTC>",
            }
        );
        As(handle).Sees.ShouldBe($"LockThat:\n{read}");
    }

    [Fact]
    public async Task To_the_app_nothing_can_be_said()
    {
        var grace = As("grace");
        await grace.Opens("LockThat");
        (await grace.Types("hello")).ShouldBeFalse();
        grace.Sees.ShouldEndWith("Sending messages to this app has been turned off.");
    }

    public void Dispose() => _slack.Dispose();
}
