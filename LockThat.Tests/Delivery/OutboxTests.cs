using System.Text.Json;
using LockThat.App.Delivery;
using LockThat.App.Identifiers;
using LockThat.App.Installs.Leaving;
using LockThat.App.Locks;
using LockThat.App.Storage.LiteDb;
using LockThat.Tests.Locks;
using LockThat.Tests.Slack;
using LockThat.Tests.Storage.LiteDb;
using LockThat.Tests.Web;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Delivery;

/// <summary>Notices reach each person in order, and one that Slack will never take is not tried for ever.</summary>
public sealed partial class OutboxTests : IAsyncLifetime
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private readonly FakeTimeProvider _time = new(Some.Noon);
    private readonly StoreFolder _folder = new();
    private readonly KeptLog _log = new();
    private readonly ILoggerFactory _loggers;
    private readonly LiteDbStore _store;
    private readonly LockService _locks;
    private Outbox? _outbox;

    public OutboxTests()
    {
        _store = new(_folder.Data, _time, NullLogger<LiteDbStore>.Instance);
        _locks = Some.Service(_store);
        _loggers = LoggerFactory.Create(logging => logging.AddProvider(_log));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _store.Open(Cancel);

    public async ValueTask DisposeAsync()
    {
        if (_outbox is { } outbox)
            await _time.AdvanceUntil(outbox.StopAsync(Cancel), Second);
        _outbox?.Dispose();
        await _store.Close(Cancel);
        _loggers.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Each_person_is_told_in_the_order_in_which_things_happened()
    {
        var wire = new Wire(Wire.Ok);
        await Taken("one");
        await Taken("two");
        await Taken("three");
        await Start(wire);
        await Sent(wire, 3);
        Texts(wire).Select(text => text.Split('`')[1]).ShouldBe(["one", "two", "three"]);
    }

    [Theory]
    [InlineData("""{"ok":false,"error":"internal_error"}""", 200)]
    [InlineData("""{"ok":false,"error":"an_error_of_next_year"}""", 200)]
    [InlineData("<html>Bad gateway</html>", 502)]
    public async Task What_may_pass_is_tried_again(string body, int status)
    {
        var wire = new Wire(Wire.Says(body, status), Wire.Ok);
        await Taken("one");
        await Start(wire);
        await Sent(wire, 2);
        Texts(wire).Distinct().Count().ShouldBe(1);
        await Pending(0);
    }

    [Fact]
    public async Task A_rate_limit_is_waited_for()
    {
        var wire = new Wire(Wire.Says("""{"ok":false,"error":"ratelimited"}""", 429, ("Retry-After", "30")), Wire.Ok);
        await Taken("one");
        await Start(wire);
        await wire.Reached(1);
        await Sent(wire, 2);
        (_time.GetUtcNow() - Some.Noon).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_rate_limit_is_no_failure_for_which_the_next_try_would_wait_longer()
    {
        var limited = Wire.Says("""{"ok":false,"error":"ratelimited"}""", 429, ("Retry-After", "1"));
        var wire = new Wire([.. Enumerable.Repeat(limited, 8), Wire.Says("<html>Bad gateway</html>", 502), Wire.Ok]);
        await Taken("one");
        await Start(wire);
        await Sent(wire, 9);
        var failed = _time.GetUtcNow();
        await Sent(wire, 10);
        (_time.GetUtcNow() - failed).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_store_that_was_away_for_a_moment_delays_a_message_by_a_moment()
    {
        var wire = new Wire(_ => throw new StoreUnavailableException("gone for a moment"), Wire.Ok);
        await Taken("one");
        await Start(wire);
        await Sent(wire, 1);
        (_time.GetUtcNow() - Some.Noon).ShouldBeLessThan(TimeSpan.FromSeconds(30));
        await Pending(0);
    }

    [Fact]
    public async Task What_waits_behind_a_rate_limit_is_not_tried_before_its_end()
    {
        var wire = new Wire(Wire.Says("""{"ok":false,"error":"ratelimited"}""", 429, ("Retry-After", "5")), Wire.Ok);
        await Task.WhenAll(
            Enumerable
                .Range(0, 100)
                .Select(number =>
                    Taken($"site-{number}", new(Some.Acme, new UserId($"U{number}"), new RequestId($"lock {number}")))
                )
        );
        await Start(wire);
        await wire.Reached(1).WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Cancel);
        await Sent(wire, 101);
        await _outbox.ShouldNotBeNull().StopAsync(Cancel);
        (await _store.Statistics(Cancel)).Notices.ShouldBe(0);
        (_time.GetUtcNow() - Some.Noon).ShouldBeInRange(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_workspace_at_its_limit_holds_up_no_other()
    {
        var wire = new Wire(Wire.Says("""{"ok":false,"error":"ratelimited"}""", 429, ("Retry-After", "5")));
        await Task.WhenAll(
            Enumerable
                .Range(0, 100)
                .Select(number =>
                    Taken($"site-{number}", new(Some.Acme, new UserId($"U{number}"), new RequestId($"lock {number}")))
                )
        );
        await Taken("theirs", new(new(new("T0GLOBEX1")), new UserId("U0GLOBEX"), new RequestId("lock theirs")));
        await Start(wire);
        for (var sent = 1; !wire.Sent.Any(call => call.Body.Contains("U0GLOBEX", StringComparison.Ordinal)); sent++)
            await wire.Reached(sent).WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Cancel);
        _time.GetUtcNow().ShouldBe(Some.Noon);
    }

    [Theory]
    [InlineData("is_archived")]
    [InlineData("cannot_dm_bot")]
    [InlineData("app_access_restricted")]
    public async Task Who_cannot_be_told_is_given_up_and_holds_up_nobody(string error)
    {
        var wire = new Wire(Wire.Says($$"""{"ok":false,"error":"{{error}}"}"""), Wire.Ok);
        await Taken("one");
        await Taken("two");
        await Start(wire);
        await Sent(wire, 2);
        await Pending(0);
    }

    [Theory]
    [InlineData("""{"ok":true,"user":{"id":"U0ADA","deleted":true}}""", true)]
    [InlineData("""{"ok":true,"user":{"id":"U0ADA","deleted":false}}""", false)]
    [InlineData("""{"ok":false,"error":"user_not_found"}""", false)]
    public async Task Who_cannot_be_told_is_asked_about_and_leaves_what_they_hold_if_they_are_gone(
        string about,
        bool isGone
    )
    {
        var wire = new Wire(Wire.Says("""{"ok":false,"error":"user_disabled"}"""), Wire.Says(about));
        await _locks.Execute(
            Some.Ada.Asks("hers"),
            Some.For(TimeSpan.FromHours(9)) with
            {
                Name = ResourceName.Of("hers"),
            },
            Cancel
        );
        await Taken("one");
        await Start(wire);
        await Sent(wire, 2);
        await Pending(0);
        wire.Sent.Select(sent => sent.Url!.Segments[^1]).ShouldBe(["chat.postMessage", "users.info"]);
        ((await _locks.Find(Some.Acme, ResourceName.Of("hers"), Cancel))!.Lease is null).ShouldBe(isGone);
    }

    [Fact]
    public async Task A_reminder_that_is_late_is_not_sent_after_the_end()
    {
        var wire = new Wire(Wire.Ok);
        await _locks.Execute(Some.Ada.Asks("lock"), Some.For(TimeSpan.FromHours(1)), Cancel);
        _time.Advance(TimeSpan.FromMinutes(50));
        await _locks.ProcessAllDue(Cancel);
        _time.Advance(TimeSpan.FromMinutes(10));
        await _locks.ProcessAllDue(Cancel);
        await Start(wire);
        await Sent(wire, 1);
        await Pending(0);
        Texts(wire).ShouldHaveSingleItem().ShouldContain("has ended");
    }

    /// <summary>Ada loses a lock of this name to Bob, and must be told.</summary>
    private Task Taken(string name) => Taken(name, Some.Ada.Asks($"lock {name}"));

    private async Task Taken(string name, Asker holder)
    {
        var resource = ResourceName.Of(name);
        await _locks.Execute(holder, Some.For(TimeSpan.FromHours(1)) with { Name = resource }, Cancel);
        await _locks.Execute(
            holder with
            {
                Actor = Some.Bob,
                Request = new($"take {name}"),
            },
            Some.Override(TimeSpan.FromHours(1)) with
            {
                Name = resource,
            },
            Cancel
        );
    }

    private Task Start(Wire wire, LockService? locks = null)
    {
        var slack = Clients.Over(wire, _time);
        var departures = new DeactivatedUsers(
            _store,
            _store,
            _store,
            _store,
            _locks,
            slack,
            _time,
            NullLogger<DeactivatedUsers>.Instance
        );
        _outbox = new(
            _store,
            locks ?? _locks,
            slack,
            departures.Ask,
            _time,
            _loggers.CreateLogger<Outbox>(),
            Clients.Metrics(_time)
        );
        return _outbox.StartAsync(Cancel);
    }

    private Task Sent(Wire wire, int count) => _time.AdvanceUntil(wire.Reached(count), Second);

    /// <summary>Stops the outbox, which finishes what is under way, and looks what is left.</summary>
    private async Task Pending(int count)
    {
        await _outbox.ShouldNotBeNull().StopAsync(Cancel);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        try
        {
            (await _store.ClaimNotices(10, patience.Token)).Count.ShouldBe(count);
        }
        catch (OperationCanceledException)
        {
            count.ShouldBe(0);
        }
    }

    private static IReadOnlyList<string> Texts(Wire wire) =>
        [.. wire.Sent.Select(sent => JsonDocument.Parse(sent.Body).RootElement.GetProperty("text").GetString() ?? "")];
}
