using LockThat.App.Entrances.Commands;
using LockThat.App.Installs.Workspaces;
using LockThat.App.Slack.Requests;
using LockThat.Tests.Slack;
using Microsoft.Extensions.Time.Testing;
using Some = LockThat.Tests.Locks.Some;

namespace LockThat.Tests.Entrances.Commands;

/// <summary>People who are mentioned in a reason.</summary>
public sealed class MentionedPeopleTests
{
    private const string Pat = """{"ok":true,"user":{"profile":{"display_name":"Pat Q."}}}""";

    [Theory]
    [InlineData("lock x 2h with <@U1|patq>", Pat, "with Pat Q.")]
    [InlineData("lock x 2h with <@U1>", Pat, "with Pat Q.")]
    [InlineData("queue x with <@U1|patq>", Pat, "with Pat Q.")]
    [InlineData("ask x with <@U1|patq>", Pat, "with Pat Q.")]
    [InlineData("lock <@U1|patq> 2h patq", Pat, "patq")]
    [InlineData("lock x 2h with <@U1|patq>", """{"ok":false,"error":"user_not_found"}""", "with patq")]
    public async Task They_are_shown_by_their_display_name(string escaped, string reply, string reason)
    {
        var time = new FakeTimeProvider(Some.Noon);
        var people = new MentionedPeople(new Members(Clients.Over(new Wire(Wire.Says(reply)), time), time));
        var read = CommandParser.Read(SlackText.Plain(escaped));
        var named = await people.Name(Some.Acme, read, escaped, TestContext.Current.CancellationToken);
        var command = named.ShouldBeOfType<ParsedCommand.Do>().Command;
        TypedWish.Of(command).ShouldNotBeNull().Reason.ShouldBe(Reason.Of(reason));
    }
}
