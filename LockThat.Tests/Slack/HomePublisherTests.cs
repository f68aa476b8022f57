using System.Text.Json;
using LockThat.App.Locks;
using LockThat.App.Slack;
using LockThat.App.Storage.LiteDb;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Slack;

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
        _locks = new(_store, Some.Rules);
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
        var (first, second) = (new Workspace(new("T0GRID001"), new EnterpriseId("E0GRID")), new Workspace(new("T0GRID002"), new EnterpriseId("E0GRID")));
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

    private static IEnumerable<string?> DrawnFor(Wire wire) => wire.Sent
        .Select(sent => JsonElement.Parse(sent.Body).GetProperty("view").GetProperty("private_metadata").GetString())
        .Select(metadata => LockThat.Blocks.DrawnFor.OfView(metadata ?? "")?.Team);

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
        _locks.Create(new(workspace, Some.Cleo, new(name)), ResourceName.Of(name), Cancel);

    private async Task Ticks(int count)
    {
        for (var tick = 0; tick < count; tick++)
            await _time.AdvanceUntil(Task.Run(() => _time.Advance(Look), Cancel), Look);
    }

    private Task Sent(Wire wire, int count) => _time.AdvanceUntil(wire.Reached(count), Look);
}
