using LockThat.App.Expiry;
using LockThat.App.Locks;
using LockThat.App.Storage;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.LiteDb;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Quartz;

namespace LockThat.Tests.Expiry;

/// <summary>The scheduler over a store, on a clock that only the test moves.</summary>
public sealed class ExpireJobTests : IAsyncLifetime
{
    private const int MostTicks = 60;
    private static readonly TimeSpan APatientMoment = TimeSpan.FromMilliseconds(500);

    private readonly StoreFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Some.Noon);
    private readonly Runs _runs = new();
    private IHost _app;

    public ExpireJobTests() => _app = Build();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IResourceStore Store => _app.Services.GetRequiredService<IResourceStore>();

    private IOutboxStore Outbox => _app.Services.GetRequiredService<IOutboxStore>();

    public async ValueTask InitializeAsync() => await _app.StartAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        _app.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task At_its_end_a_lock_is_told_without_anybody_asking()
    {
        await Lock(TimeSpan.FromMinutes(2));

        Advance(TimeSpan.FromMinutes(1));
        (await Store.Due(9, Cancel)).ShouldBeEmpty();
        Advance(TimeSpan.FromMinutes(1));

        (await Told()).ShouldBeOfType<NoticeContent.Ended>();
        (await Store.Find(Some.TestSiteKey, Cancel)).Resource!.Lease.ShouldBeNull();
    }

    [Fact]
    public async Task A_reminder_comes_ahead_of_the_end()
    {
        await Lock(TimeSpan.FromHours(2));

        Advance(TimeSpan.FromMinutes(105));
        (await Told()).ShouldBeOfType<NoticeContent.EndsSoon>();
        Advance(TimeSpan.FromMinutes(15));
        (await Told()).ShouldBeOfType<NoticeContent.Ended>();
    }

    [Fact]
    public async Task What_fell_due_while_the_app_was_down_is_told_once_it_is_back()
    {
        await Lock(TimeSpan.FromHours(2));
        await Restart(whileDown: TimeSpan.FromHours(3));

        (await Told()).ShouldBeOfType<NoticeContent.Ended>();
        (await Store.Due(9, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_look_waits_for_nothing()
    {
        await Restart(whileDown: TimeSpan.FromMilliseconds(400));

        await _runs.Next(tick: () => { });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(29)]
    [InlineData(400)]
    [InlineData(999)]
    public async Task Whenever_the_app_was_started_it_looks_right_behind_each_whole_second(int millisecond)
    {
        await Restart(whileDown: TimeSpan.FromMilliseconds(millisecond), opening: TimeSpan.FromSeconds(7.3));

        for (var second = 0; second < 3; second++)
            await _runs.Next(Tick);

        _runs.LastPlanned.Millisecond.ShouldBe(30);
    }

    [Fact]
    public async Task A_clock_that_was_moved_changes_nothing_about_that()
    {
        await _runs.Next(Tick);

        Advance(TimeSpan.FromSeconds(7200.77));
        for (var second = 0; second < 3; second++)
            await _runs.Next(Tick);

        _runs.LastPlanned.Millisecond.ShouldBe(30);
    }

    [Fact]
    public async Task A_clock_moved_ahead_by_hours_is_not_caught_up_second_by_second()
    {
        await _runs.Next(Tick);
        var before = _runs.Count;
        await Lock(TimeSpan.FromHours(4));

        Advance(TimeSpan.FromHours(5));
        (await Told()).ShouldBeOfType<NoticeContent.Ended>();
        for (var second = 0; second < 5; second++)
            await _runs.Next(Tick);

        (_runs.Count - before).ShouldBeLessThan(
            1800,
            "5 hours are 18,000 seconds, and each tick that is waited for may be a run"
        );
    }

    [Fact]
    public async Task Health_says_that_store_and_scheduler_run()
    {
        await _runs.Next(Tick);

        var health = await _app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancel);

        health.Entries.Keys.ShouldBe(["storage", "scheduler"], ignoreOrder: true);
        health.Status.ShouldBe(
            HealthStatus.Healthy,
            string.Join(", ", health.Entries.Values.Select(entry => entry.Description))
        );
    }

    [Fact]
    public async Task Once_stopped_health_says_so_and_the_log_is_empty()
    {
        await Lock(TimeSpan.FromHours(2));

        await _app.StopAsync(Cancel);

        var health = await _app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancel);
        health.Entries["storage"].Status.ShouldBe(HealthStatus.Unhealthy);
        health.Entries["scheduler"].Status.ShouldBe(HealthStatus.Unhealthy);
        new FileInfo(_folder.Log).Length.ShouldBe(0);
    }

    [Fact]
    public async Task A_file_in_use_stops_the_start_with_one_exception()
    {
        using var second = Build();

        (await Should.ThrowAsync<StorageException>(second.StartAsync(Cancel))).Fault.ShouldBe(StorageFault.InUse);
    }

    private async Task Restart(TimeSpan whileDown, TimeSpan opening = default)
    {
        await _app.StopAsync(Cancel);
        _app.Dispose();
        _time.Advance(whileDown);
        _app = Build(opening);
        await _app.StartAsync(Cancel);
    }

    private void Advance(TimeSpan time) => _time.Advance(time);

    private void Tick() => Advance(TimeSpan.FromSeconds(1));

    private Task Lock(TimeSpan length) =>
        _app.Services.GetRequiredService<LockService>().Execute(Some.Ada.Asks("lock"), Some.For(length), Cancel);

    /// <summary>The next thing that Ada is told. The scheduler runs on threads of its own, so the clock ticks on until
    /// it was there.</summary>
    private async Task<NoticeContent> Told()
    {
        var claim = Outbox.ClaimNotices(1, Cancel);
        while (!claim.IsCompleted)
            await _runs.Next(Tick, claim);
        var notice = (await claim).ShouldHaveSingleItem();
        await Outbox.Delivered(notice, Cancel);
        return notice.Notice.Content;
    }

    /// <param name="opening">How long there is something else to do before the scheduler starts.</param>
    private IHost Build(TimeSpan opening = default)
    {
        var app = Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = Path.GetDirectoryName(_folder.Data) });
        app.Services.AddSingleton<TimeProvider>(_time);
        app.Services.AddSingleton(provider => Some.Service(provider.GetRequiredService<IResourceStore>(), Some.Rules));
        app.Services.AddLiteDbStorage("lockthat.db");
        app.Services.AddHostedService(_ => new Opening(() => Advance(opening)));
        app.Services.AddExpiry();
        app.Services.AddQuartz(quartz => quartz.AddJobListener(_runs));
        return app.Build();
    }

    private sealed class Opening(Action act) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            act();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Runs : IJobListener
    {
        private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;

        public string Name => "runs";

        /// <summary>When the last run was to be.</summary>
        public DateTimeOffset LastPlanned { get; private set; }

        public int Count => Volatile.Read(ref _count);

        /// <summary>
        /// Ticks until there was a run, or something else is done. One tick may pass unseen: while the scheduler
        /// reckons how long to wait, it looks at the clock and sets its timer a moment later.
        /// </summary>
        public async Task Next(Action tick, Task? orDone = null)
        {
            var next = Volatile.Read(ref _next).Task;
            var done = Task.WhenAny(next, orDone ?? next);
            for (var ticks = 0; ticks < MostTicks && !done.IsCompleted; ticks++)
            {
                tick();
                await ((Task)done)
                    .WaitAsync(APatientMoment, Cancel)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            done.IsCompleted.ShouldBeTrue("the scheduler ran");
        }

        public ValueTask JobWasExecuted(
            IJobExecutionContext context,
            JobExecutionException? jobException,
            CancellationToken cancellationToken = default
        )
        {
            LastPlanned = context.ScheduledFireTimeUtc ?? default;
            Interlocked.Increment(ref _count);
            Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
            return ValueTask.CompletedTask;
        }

        public ValueTask JobToBeExecuted(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
            ValueTask.CompletedTask;

        public ValueTask JobExecutionVetoed(
            IJobExecutionContext context,
            CancellationToken cancellationToken = default
        ) => ValueTask.CompletedTask;
    }
}
