using LockThat.App.Entrances;
using LockThat.App.Entrances.Commands;
using LockThat.App.Entrances.Details;
using LockThat.App.Entrances.Forms;
using LockThat.App.Entrances.Gifts;
using LockThat.App.Entrances.Past;
using LockThat.App.Installs.Workspaces;
using LockThat.App.Locks;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.App.Surfaces;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.LiteDb;

namespace LockThat.Tests.Slack.Http;

/// <summary>A channel or a person in a name's place, as Slack escapes them.</summary>
public sealed class SignedNameTests : StoreOnDisk
{
    private LockService Locks => Some.Service(Store);

    [Theory]
    [InlineData("lock <#C1|general> 1 h with <@U1|pat>", "#general")]
    [InlineData("lock <@U1|pat> 1 h with <@U1|pat>", "@pat")]
    [InlineData("lock “<#C1|general>” 1 h with <@U1|pat>", "#general")]
    public async Task It_means_the_resource_with_its_sign_where_there_is_one(string typed, string name)
    {
        await Locks.Execute(Some.Ada.Asks("create"), new Create(ResourceName.Of(name)), Cancel);

        (await Reply(typed)).ShouldContain($"Locked.* `{name}` is yours for 1 hour");

        (await Locks.Find(Some.Acme, ResourceName.Of(name), Cancel))
            .ShouldNotBeNull()
            .Lease.ShouldNotBeNull()
            .Reason.ShouldBe(Reason.Of("with pat"));
        (await Locks.List(Some.Acme, Cancel)).Resources.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("lock <#C1|general> 1 h", "general")]
    [InlineData("lock <@U1|pat> 1 h", "pat")]
    [InlineData("lock <@U1> 1 h", "U1")]
    public async Task It_means_its_label_or_id_where_there_is_none(string typed, string name) =>
        (await Reply(typed)).ShouldContain($"Locked.* `{name}` is yours for 1 hour");

    [Fact]
    public async Task Unlocking_extending_and_deleting_mean_the_same_one()
    {
        await Locks.Execute(Some.Ada.Asks("create"), new Create(ResourceName.Of("#general")), Cancel);
        await Reply("lock <#C1|general> 1 h");
        (await Reply("extend <#C1|general> 1 h")).ShouldContain("Extended");
        (await Reply("extend <#C1|general> +1h")).ShouldContain("/lockthat extend #general 1 hour");
        (await Reply("unlock <#C1|general>")).ShouldContain("Unlocked.* `#general`");
        (await Reply("create <#C1|general>")).ShouldContain("it exists already");
        (await Reply("delete <#C1|general>")).ShouldContain("Deleted.* `#general`");
    }

    private async Task<string> Reply(string typed)
    {
        var details = new DetailsPage(Locks, Store, new HistoryLines(Store));
        var feedback = new ResultPlacement(Locks, details);
        var openings = new ModalOpener(Locks, feedback, details);
        var members = new Members(Clients.Over(new Wire(Wire.Ok), Time), Time);
        var commands = new SlashCommands(
            Locks,
            openings,
            feedback,
            new HistoryPages(Locks, Store, new HistoryLines(Store)),
            new Receivers(Locks, members),
            new MentionedPeople(members),
            new(Locks, Some.Rules),
            new TypedMoments(new(Clients.Over(new Wire(Wire.Ok), Time), Store, Time), Time)
        );
        var answer = await commands.Handle(
            new SlackRequest.SlashCommand(
                Some.Acme,
                Some.Ada,
                "C1",
                "/lockthat",
                typed,
                "https://hooks.slack.com/x",
                "1.2.3"
            ),
            Cancel
        );
        return answer.Ack.ShouldBeOfType<Ack.OfMessage>().Message.Text;
    }
}
