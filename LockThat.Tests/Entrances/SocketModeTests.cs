using LockThat.Playground;
using LockThat.Playground.People;
using LockThat.Playground.Sockets;
using LockThat.Playground.Workspaces;

namespace LockThat.Tests.Entrances;

/// <summary>People notice nothing of sockets that break or are renewed.</summary>
public sealed class SocketModeTests : IAsyncLifetime
{
    private const int Commands = 112;
    private readonly Stage _stage = new(Entrance.SocketMode);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SocketLinks Sockets => _stage.Slack.Sockets;

    public async ValueTask InitializeAsync()
    {
        await _stage.InitializeAsync();
        await Sockets.Reaches(2, Cancel);
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task Nothing_is_posted_by_HTTP_and_both_sockets_take_their_turn()
    {
        var grace = await _stage.As("grace");
        foreach (var number in Enumerable.Range(0, 4))
            await grace.Types($"/lockthat create site-{number}");
        _stage.Workspace.Journal.Deliveries.ShouldAllBe(delivery =>
            delivery.Path == "slash_commands" && delivery.Failure == null
        );
        Sockets.Open.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task Renewing_both_sockets_at_once_leaves_no_gap(string reason)
    {
        var grace = await _stage.As("grace");
        var old = Sockets.Open;
        await Task.WhenAll(old.Select(link => link.Disconnects(reason)));
        foreach (var number in Enumerable.Range(0, 10))
            (await grace.Types($"/lockthat create site-{number}")).ShouldBeTrue();
        await Sockets.Reaches(4, Cancel);
        // Each of the new ones answers, so that neither is still on its way when the clock jumps.
        (await grace.Types("/lockthat list") && await grace.Types("/lockthat list")).ShouldBeTrue();
        await grace.MovesClockAhead(TimeSpan.FromSeconds(11));
        await _stage.Workspace.WaitUntil(() => !Sockets.Open.Intersect(old).Any(), Cancel);
        (await grace.Types("/lockthat create site-last")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_clock_that_is_moved_again_and_again_breaks_no_socket()
    {
        var (grace, before) = (await _stage.As("grace"), Sockets.Open);
        foreach (var _ in Enumerable.Range(0, 6))
        {
            await grace.MovesClockAhead(TimeSpan.FromHours(1));
            (await grace.Types("/lockthat list")).ShouldBeTrue();
        }

        Sockets.Open.ShouldBe(before);
    }

    [Fact]
    public async Task Socket_Mode_that_was_off_for_a_while_works_again()
    {
        await Sockets.Disables();
        await _stage.Workspace.WaitUntil(() => Sockets.Open.IsEmpty, Cancel);
        var grace = await _stage.As("grace");
        (await grace.Types("/lockthat list")).ShouldBeFalse();
        grace.Sees.ShouldContain("/lockthat failed with the error \"dispatch_failed\"");
        Sockets.Enables();
        while (!await OpensWithin(TimeSpan.FromSeconds(0.1)))
            await grace.MovesClockAhead(TimeSpan.FromMinutes(1));
        (await grace.Types("/lockthat list")).ShouldBeTrue();
        _stage.Forgives("slash_command: dispatch_failed");
    }

    [Fact]
    public async Task Whenever_a_socket_breaks_nothing_is_answered_twice_and_nothing_that_was_acknowledged_is_lost()
    {
        var people = await Task.WhenAll(Team.People.Select(person => _stage.As(person.Handle)));
        await Task.WhenAll(people.Select((person, number) => Stream(person, new Random(number), number)));
        _stage.Forgives("slash_command: dispatch_failed");
        await Sockets.Reaches(2, Cancel);
        var acknowledged = Acknowledged().ToList();
        acknowledged.Count.ShouldBeGreaterThan(Commands / 2);
        foreach (var (person, number) in people.Select((person, number) => (person, number)))
        {
            var mine = acknowledged
                .Where(site => site.StartsWith($"cut-{number}of", StringComparison.Ordinal))
                .ToList();
            var said = _stage.Workspace.Messages(Team.General, person.UserId).Select(message => message.Text).ToList();
            mine.Where(site => said.Count(text => text.Contains($"`{site}` is yours", StringComparison.Ordinal)) != 1)
                .ShouldBeEmpty("each is answered once");
            foreach (var site in mine)
                await TypesUntilAnswered(person, $"/lockthat lock {site} 2 h");
            var seen = person.Sees;
            mine.Where(site => !seen.Contains($"Renewed. {site} is yours", StringComparison.Ordinal))
                .ShouldBeEmpty("each is held");
        }
    }

    // On a busy machine an answer may come too late for Slack.
    private static async Task TypesUntilAnswered(Person person, string text)
    {
        for (var tries = 1; !await person.Types(text); tries++)
            tries.ShouldBeLessThan(5, text);
    }

    private async Task<bool> OpensWithin(TimeSpan patience)
    {
        var opens = Sockets.Reaches(1, Cancel);
        await opens
            .WaitAsync(patience, TimeProvider.System, Cancel)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return opens.IsCompleted;
    }

    // The same sockets break at the same times in each run; the commands that they hit differ.
    private async Task Stream(Person person, Random random, int number)
    {
        foreach (var command in Enumerable.Range(0, Commands / Team.People.Length))
        {
            if (random.Next(6) == 0)
                _stage.Slack.Faults.CutsNextSocket((SocketCut)random.Next(3));
            await Sockets.Reaches(1, Cancel);
            await person.Types($"/lockthat lock cut-{number}of{command} 2 h");
        }
    }

    private IEnumerable<string> Acknowledged() =>
        _stage
            .Workspace.Journal.Deliveries.Where(delivery =>
                delivery is { Kind: "slash_command", Failure: null }
                && delivery.AckBody.Contains("Locked.", StringComparison.Ordinal)
            )
            .Select(delivery =>
                System
                    .Text.Json.JsonElement.Parse(delivery.Body)
                    .GetProperty("payload")
                    .GetProperty("text")
                    .GetString()
                    ?.Split(' ')[1]
                ?? ""
            );
}
