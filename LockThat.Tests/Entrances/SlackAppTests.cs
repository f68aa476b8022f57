using LockThat.App.Entrances;
using LockThat.App.Entrances.Buttons;
using LockThat.App.Entrances.Commands;
using LockThat.App.Entrances.Details;
using LockThat.App.Entrances.Events;
using LockThat.App.Entrances.Forms;
using LockThat.App.Entrances.Gifts;
using LockThat.App.Entrances.Home;
using LockThat.App.Entrances.Past;
using LockThat.App.Entrances.Rules;
using LockThat.App.Installs.Leaving;
using LockThat.App.Installs.Workspaces;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.App.Slack.WebApi;
using LockThat.App.Storage.LiteDb;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using LockThat.Blocks.Kit;
using LockThat.Tests.Locks;
using LockThat.Tests.Slack;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Entrances;

/// <summary>A store that is down becomes a polite "try again", wherever the person is looking.</summary>
public sealed class SlackAppTests
{
    private readonly SlackApp _app;

    public SlackAppTests()
    {
        var time = new FakeTimeProvider(Payloads.Now);
        var down = new LiteDbStore("never-opened.db", time, NullLogger<LiteDbStore>.Instance);
        var locks = Some.Service(down);
        var slack = Clients.Over(new Wire(Wire.Ok), time);
        var forms = new ModalDrawer(locks);
        var details = new DetailsPage(locks, down, new HistoryLines(down));
        var feedback = new ResultPlacement(locks, details);
        var openings = new ModalOpener(locks, feedback, details);
        var past = new HistoryPages(locks, down, new HistoryLines(down));
        var receivers = new Receivers(locks, new Members(slack, time));
        var rules = new RulePages(locks, Some.Rules);
        var commands = new SlashCommands(
            locks,
            openings,
            feedback,
            past,
            receivers,
            new(new Members(slack, time)),
            rules,
            new(new TimeZones(slack, down, time), time)
        );
        _app = new(
            commands,
            new BlockActions(
                locks,
                forms,
                openings,
                new HomePages(down, locks, time),
                feedback,
                commands,
                past,
                new Deletions(locks, down),
                rules
            ),
            new ViewSubmissions(locks, feedback, receivers, rules),
            forms,
            openings,
            new LifecycleEvents(
                new OwnTokenNews(),
                new DeactivatedUsers(down, down, down, down, locks, slack, time, NullLogger<DeactivatedUsers>.Instance),
                new Members(slack, time),
                new TimeZones(slack, down, time),
                Clients.Memberships(slack, time)
            ),
            new Addressing(new Everywhere(), new WhereToInstall(null))
        );
    }

    [Theory]
    [InlineData("lock test-site")]
    [InlineData("list")]
    [InlineData("unlock")]
    public async Task A_command_is_asked_to_be_tried_again(string text) =>
        (
            await Answer(
                new SlackRequest.SlashCommand(
                    Payloads.Acme,
                    Payloads.Alice,
                    "C1",
                    "/lockthat",
                    text,
                    "https://hooks.slack.com/x",
                    "1.2.3"
                )
            )
        )
            .Ack.ShouldBeOfType<Ack.OfMessage>()
            .Message.Text.ShouldContain("Please try again");

    [Fact]
    public async Task A_click_is_answered_beside_its_message()
    {
        var answer = await Answer(
            new SlackRequest.BlockActionRequest(
                Payloads.Acme,
                Payloads.Alice,
                new(Ids.Actions.Unlock, Ids.Blocks.One, "test-site lease 1795356000000", "1.2"),
                new Container.Message("C1", "1.1", IsEphemeral: true, "https://hooks.slack.com/x", ViewState.Empty),
                "1.2.3"
            )
        );
        answer.Then.ShouldHaveSingleItem().ShouldBeOfType<SlackCall.Respond>().Original.ShouldBe(Original.Keep);
    }

    [Fact]
    public async Task A_form_stays_open_with_what_was_typed()
    {
        using var state = System.Text.Json.JsonDocument.Parse(
            """{"length":{"value":{"type":"static_select","selected_option":{"value":"3600"}}}}"""
        );
        var memory = new ModalMemory(ModalOrigin.Home, Name: "test-site");
        var view = new ViewInfo("V1", Ids.Callbacks.Lock, "h", memory.ToString(), ViewState.From(state.RootElement));
        (await Answer(new SlackRequest.ViewSubmission(Payloads.Acme, Payloads.Alice, view, "1.2.3")))
            .Ack.ShouldBeOfType<Ack.ViewErrors>()
            .ByBlockId.Keys.ShouldBe(["length"]);
    }

    public static TheoryData<SlackRequest> WhatSlackAloneTells =>
        [
            new SlackRequest.AppUninstalled(Payloads.Acme, Payloads.Now),
            new SlackRequest.TokensRevoked(Payloads.Acme, [new("U0BOT")], Payloads.Now),
            new SlackRequest.TeamAccessChanged(Payloads.Acme, [new("T1")], IsGranted: false, Payloads.Now),
            new SlackRequest.UserChange(Payloads.Acme, Payloads.Alice, Deleted: true),
        ];

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(WhatSlackAloneTells))]
    public void What_could_not_be_stored_of_an_event_is_to_be_sent_again(SlackRequest told) =>
        TryAgain.Instead(told, words => words.NotStored).Ack.ShouldBeOfType<Ack.Refused>();

    private Task<SlackResponse> Answer(SlackRequest request) =>
        _app.Handle(request, TestContext.Current.CancellationToken);
}
