using System.Text.Json;
using LockThat.App.Delivery;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Storage.LiteDb;
using LockThat.Blocks.Kit;
using LockThat.Tests.Locks;
using LockThat.Tests.Slack;
using LockThat.Tests.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Delivery;

/// <summary>Homes are kept true, as far as Slack's rate limit goes, and nobody's trouble is another's.</summary>
public sealed class HomePublisherTests : IAsyncLifetime
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private readonly FakeTimeProvider _time = new(Some.Noon);
    private readonly StoreFolder _folder = new();
    private readonly LiteDbStore _store;
    private readonly LockService _locks;
    private HomePublisher? _homes;

    public HomePublisherTests()
    {
        _store = new(_folder.Data, _time, NullLogger<LiteDbStore>.Instance);
        _locks = Some.Service(_store);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _store.Open(Cancel);

    public async ValueTask DisposeAsync()
    {
        if (_homes is { } homes)
            await homes.StopAsync(Cancel);
        _homes?.Dispose();
        await _store.Close(Cancel);
        _folder.Dispose();
    }

    [Fact]
    public async Task A_viewer_is_drawn_again_after_a_change_and_not_without_one()
    {
        var wire = new Wire(Wire.Ok);
        await Open(wire, Some.Acme, Some.Ada);
        await Change(Some.Acme, "one");
        await Sent(wire, 2);
        await Ticks(10);
        wire.Sent.Count.ShouldBe(2);
        await Change(Some.Acme, "two");
        await Sent(wire, 3);
    }

    [Fact]
    public async Task Who_acts_elsewhere_is_drawn_at_once_if_their_Home_is_open_and_behind()
    {
        var wire = new Wire(Wire.Ok);
        await Open(wire, Some.Acme, Some.Ada);
        var homes = _homes.ShouldNotBeNull();
        await homes.Refresh(Some.Acme, Some.Ada, Cancel);
        await homes.Refresh(Some.Acme, Some.Bob, Cancel);
        wire.Sent.Count.ShouldBe(1);
        await Change(Some.Acme, "one");
        await homes.Refresh(Some.Acme, Some.Ada, Cancel);
        wire.Sent.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_cannot_be_published_to_is_left_alone_until_something_changes()
    {
        var wire = new Wire(Wire.Says("""{"ok":false,"error":"invalid_arguments"}"""));
        await Open(wire, Some.Acme, Some.Ada);
        await Ticks(10);
        wire.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_workspace_at_its_rate_limit_waits_and_holds_up_nobody_else()
    {
        var wire = new Wire(Wire.Says("""{"ok":false,"error":"ratelimited"}""", 429, ("Retry-After", "60")), Wire.Ok);
        await Open(wire, Some.Acme, Some.Ada);
        await Open(wire, Some.Globex, Some.Bob);
        await Change(Some.Globex, "one");
        await Sent(wire, 3);
        wire.Sent.Skip(1).ShouldAllBe(sent => sent.Body.Contains(Some.Bob.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_opened_their_Home_yesterday_is_not_drawn_any_more()
    {
        var wire = new Wire(Wire.Ok);
        await Open(wire, Some.Acme, Some.Ada);
        _time.Advance(TimeSpan.FromHours(9));
        await Change(Some.Acme, "one");
        await Ticks(10);
        wire.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Many_viewers_are_drawn_at_the_pace_that_Slack_allows()
    {
        var wire = new Wire(Wire.Ok);
        foreach (var number in Enumerable.Range(0, 50))
            await Open(wire, Some.Acme, new($"U{number}"));
        await Change(Some.Acme, "one");
        await Ticks(20);
        (wire.Sent.Count - 50).ShouldBeLessThan(30);
        await Sent(wire, 100);
    }

    [Fact]
    public async Task In_an_organisation_only_the_workspace_opened_last_is_drawn_again()
    {
        var wire = new Wire(Wire.Ok);
        var (first, second) = (
            new Workspace(new("T0GRID001"), new EnterpriseId("E0GRID")),
            new Workspace(new("T0GRID002"), new EnterpriseId("E0GRID"))
        );
        await Open(wire, first, Some.Ada);
        await Open(wire, second, Some.Ada);
        await Change(first, "one");
        var homes = _homes.ShouldNotBeNull();
        await homes.Refresh(first, Some.Ada, Cancel);
        await Ticks(10);
        wire.Sent.Count.ShouldBe(2);

        await Change(second, "two");
        await Sent(wire, 3);
        DrawnFor(wire).ShouldBe(["T0GRID001", "T0GRID002", "T0GRID002"]);
        await homes.Publish(first, Some.Ada, said: null, Cancel);
        await Change(second, "three");
        await Change(first, "four");
        await Sent(wire, 5);
        await Ticks(10);
        DrawnFor(wire).Skip(3).Distinct().ShouldBe(["T0GRID001"], "who presses something on their Home looks at it");
    }

    private static IEnumerable<string?> DrawnFor(Wire wire) =>
        wire
            .Sent.Select(sent =>
                JsonElement.Parse(sent.Body).GetProperty("view").GetProperty("private_metadata").GetString()
            )
            .Select(metadata => LockThat.Blocks.Kit.DrawnFor.OfView(metadata ?? "")?.Team);

    [Fact]
    public async Task A_persons_own_burst_is_drawn_at_once_and_then_once_a_second_with_the_last_state_at_its_end()
    {
        var wire = new Wire(Wire.Ok);
        await Open(wire, Some.Acme, Some.Ada);
        var homes = _homes.ShouldNotBeNull();
        for (var command = 0; command < 200; command++)
        {
            await Change(Some.Acme, $"site-{command:000}");
            await homes.Refresh(Some.Acme, Some.Ada, Cancel);
            if (command == 0)
                wire.Sent.Count.ShouldBe(2);
            _time.Advance(TimeSpan.FromMilliseconds(10));
        }

        await Drawn(wire, "200 free");
        wire.Sent.Count.ShouldBeLessThanOrEqualTo(1 + 6);
    }

    [Fact]
    public async Task A_click_on_Home_in_a_burst_is_answered_there_in_the_end()
    {
        var wire = new Wire(Wire.Ok);
        await Open(wire, Some.Acme, Some.Ada);
        var homes = _homes.ShouldNotBeNull();
        await homes.Publish(Some.Acme, Some.Ada, new Message("first") { Blocks = [Saying("first")] }, Cancel);
        await homes.Publish(Some.Acme, Some.Ada, new Message("second") { Blocks = [Saying("second")] }, Cancel);
        await homes.Publish(Some.Acme, Some.Ada, new Message("third") { Blocks = [Saying("third")] }, Cancel);
        wire.Sent.Count.ShouldBe(2);
        await Drawn(wire, "third");
        wire.Sent.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_colleague_sees_a_burst_within_two_seconds_for_as_long_as_it_lasts()
    {
        var wire = new Wire(Wire.Ok);
        await Open(wire, Some.Acme, Some.Ada);
        await Open(wire, Some.Acme, Some.Bob);
        var homes = _homes.ShouldNotBeNull();
        var seen = 0;
        for (var seconds = 0; seconds < 56; seconds += 2)
        {
            for (var half = 0; half < 4; half++)
            {
                await Change(Some.Acme, $"site-{seconds}and{half}");
                await homes.Refresh(Some.Acme, Some.Ada, Cancel);
                await Ticks(1);
            }

            var before = seen;
            await Until(() => (seen = DrawnFor(wire, Some.Bob)) > before)
                .WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Cancel);
        }

        wire.Sent.Count.ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public async Task Seventy_five_of_a_hundred_calls_are_there_for_others_all_at_once()
    {
        var wire = new Wire(Wire.Ok);
        foreach (var number in Enumerable.Range(0, 90))
            await Open(wire, Some.Acme, new($"U{number:00}"));
        _time.Advance(TimeSpan.FromMinutes(2));
        await Change(Some.Acme, "one");
        await Ticks(3);
        wire.Sent.Count.ShouldBe(90 + 75);
        await Open(wire, Some.Acme, Some.Ada);
        wire.Sent.Count.ShouldBe(90 + 76);
        await Sent(wire, 90 + 76 + 15);
    }

    [Fact]
    public async Task An_opening_is_drawn_when_the_budget_is_spent()
    {
        var wire = new Wire(Wire.Ok);
        foreach (var number in Enumerable.Range(0, 150))
            await Open(wire, Some.Acme, new($"U{number}"));
        wire.Sent.Count.ShouldBe(150);
        _time.GetUtcNow().ShouldBe(Some.Noon);
    }

    [Fact]
    public async Task An_opening_that_Slack_does_not_take_is_drawn_as_soon_as_it_does()
    {
        var limited = Wire.Says("""{"ok":false,"error":"ratelimited"}""", 429, ("Retry-After", "5"));
        var wire = new Wire(limited, Wire.Ok);
        await Open(wire, Some.Acme, Some.Ada);
        await Open(wire, Some.Acme, Some.Bob);
        wire.Sent.Count.ShouldBe(1);
        await Sent(wire, 3);
        (_time.GetUtcNow() - Some.Noon).ShouldBeInRange(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(8));
        wire.Sent.Select(sent => sent.Body).Skip(1).ShouldBe(wire.Sent.Skip(1).Select(sent => sent.Body).Distinct());
    }

    private static SectionBlock Saying(string text) => new() { Text = new PlainText(text) };

    private static int DrawnFor(Wire wire, UserId user) =>
        wire.Sent.Count(sent => sent.Body.Contains($"\"user_id\":\"{user.Value}\"", StringComparison.Ordinal));

    private async Task Drawn(Wire wire, string text)
    {
        var start = _time.GetUtcNow();
        await _time.AdvanceUntil(Until(() => wire.Sent.Last().Body.Contains(text, StringComparison.Ordinal)), Look);
        (_time.GetUtcNow() - start).ShouldBeLessThan(TimeSpan.FromSeconds(4));
    }

    private async Task Open(Wire wire, Workspace workspace, UserId user)
    {
        if (_homes is null)
        {
            _homes = new(_store, _locks, Clients.Over(wire, _time), _time, NullLogger<HomePublisher>.Instance);
            await _homes.StartAsync(Cancel);
        }

        var opening = _homes.Open(workspace, user, Cancel);
        await _time.AdvanceUntil(opening, TimeSpan.FromSeconds(1));
    }

    private Task Change(Workspace workspace, string name) =>
        _locks.Execute(new(workspace, Some.Cleo, new RequestId(name)), new Create(ResourceName.Of(name)), Cancel);

    private async Task Ticks(int count)
    {
        for (var tick = 0; tick < count; tick++)
            await _time.AdvanceUntil(Task.Run(() => _time.Advance(Look), Cancel), Look);
    }

    private static async Task Until(Func<bool> condition)
    {
        while (!condition())
            await Task.Yield();
    }

    private Task Sent(Wire wire, int count) => _time.AdvanceUntil(wire.Reached(count), Look);
}
