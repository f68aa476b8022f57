using LockThat.Playground.Workspaces;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Playground.Workspaces;

public sealed class WorkspaceTests
{
    private static readonly Member Grace = Team.People[0];
    private static readonly Member Ada = Team.People[1];
    private readonly Workspace _workspace = new(new FakeTimeProvider(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero)));

    private static Message Said(Member author, string text, Member? onlyFor = null) =>
        new()
        {
            ChannelId = Team.General,
            Ts = "",
            AuthorId = author.Id,
            Text = text,
            EphemeralFor = onlyFor?.Id,
        };

    [Fact]
    public void An_ephemeral_message_is_seen_by_its_reader_only()
    {
        _workspace.Post(Said(Team.App, "psst", onlyFor: Grace));
        _workspace.Messages(Team.General, Grace.Id).ShouldHaveSingleItem().Text.ShouldBe("psst");
        _workspace.Messages(Team.General, Ada.Id).ShouldBeEmpty();
    }

    [Fact]
    public void Messages_of_one_moment_have_distinct_rising_ids()
    {
        var first = _workspace.Post(Said(Grace, "one"));
        var second = _workspace.Post(Said(Grace, "two"));
        (first.Ts, second.Ts).ShouldBe(("1772442000.000000", "1772442000.000001"));
    }

    [Fact]
    public void What_others_said_is_unread_until_the_channel_was_read()
    {
        _workspace.Post(Said(Grace, "hello"));
        _workspace.Unread(Ada.Id, Team.General).ShouldBe(1);
        _workspace.Unread(Grace.Id, Team.General).ShouldBe(0);
        _workspace.MarkRead(Ada.Id, Team.General);
        _workspace.Unread(Ada.Id, Team.General).ShouldBe(0);
    }

    [Fact]
    public async Task Waiting_ends_with_the_change_that_was_waited_for()
    {
        var waiting = _workspace.WaitUntil(
            () => _workspace.Messages(Team.General, Ada.Id).Length == 2,
            TestContext.Current.CancellationToken
        );
        _workspace.Post(Said(Grace, "one"));
        _workspace.Post(Said(Grace, "two"));
        await waiting;
    }

    [Fact]
    public void A_person_is_in_the_channels_and_in_their_own_direct_messages_only() =>
        _workspace
            .ChannelsOf(Grace.Id)
            .Select(channel => channel.Id)
            .ShouldBe(["C0GENERAL", "C0RELEASES", "D0GRACE01"]);
}
