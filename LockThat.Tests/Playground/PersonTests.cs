using LockThat.Playground;
using LockThat.Playground.Wire;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Playground;

public sealed class PersonTests : IDisposable
{
    readonly Engine engine = new(new Workspace(new FakeTimeProvider(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero))), new Addresses());

    Person As(string handle) => engine.As(handle, TestContext.Current.CancellationToken);

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

    public void Dispose() => engine.Dispose();
}
