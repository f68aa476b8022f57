using LockThat.App.Hosting;
using LockThat.Tests.Locks;
using LockThat.Tests.Slack;
using LockThat.Tests.Web;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace LockThat.Tests.Hosting;

/// <summary>A service runs as long as the app, whatever happens in its turns.</summary>
public sealed class RecurringServiceTests : IDisposable
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);
    private readonly FakeTimeProvider _time = new(Some.Noon);
    private readonly KeptLog _faults = new(LogLevel.Error);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _faults.Dispose();

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(TaskCanceledException))]
    public async Task A_bug_in_a_turn_is_logged_and_the_next_turn_comes(Type bug)
    {
        using var service = new Turns(
            _time,
            _faults,
            turn => turn == 1 ? throw (Exception)Activator.CreateInstance(bug).ShouldNotBeNull() : Task.CompletedTask
        );
        await service.StartAsync(Cancel);
        await _time.AdvanceUntil(service.Reached(3), TimeSpan.FromSeconds(1));
        _faults.Lines.ShouldHaveSingleItem();
        service.ExecuteTask.ShouldNotBeNull().IsCompleted.ShouldBeFalse();
        await service.StopAsync(Cancel);
    }

    [Fact]
    public async Task A_bug_that_stays_is_tried_again_once_a_second()
    {
        using var service = new Turns(_time, _faults, _ => throw new InvalidOperationException());
        await service.StartAsync(Cancel);
        await _time.AdvanceUntil(service.Reached(5), TimeSpan.FromMilliseconds(500));
        (_time.GetUtcNow() - Some.Noon).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(4));
        await service.StopAsync(Cancel);
    }

    [Fact]
    public async Task When_the_app_stops_it_finishes_and_nothing_is_said_to_be_wrong()
    {
        using var service = new Turns(_time, _faults, _ => Task.CompletedTask);
        await service.StartAsync(Cancel);
        await service.Reached(1).WaitAsync(Generous, TimeProvider.System, Cancel);
        await service.StopAsync(Cancel).WaitAsync(Generous, TimeProvider.System, Cancel);
        service.IsFinished.ShouldBeTrue();
        _faults.Lines.ShouldBeEmpty();
    }

    private sealed class Turns(TimeProvider time, ILogger log, Func<int, Task> turn) : RecurringService(time, log)
    {
        private readonly TaskCompletionSource[] _reached =
        [
            .. Enumerable
                .Range(0, 6)
                .Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)),
        ];
        private int _turns;

        public bool IsFinished { get; private set; }

        public Task Reached(int turns) => _reached[turns].Task;

        protected override async Task Turn(CancellationToken stoppingToken)
        {
            var number = ++_turns;
            if (number < _reached.Length)
                _reached[number].SetResult();
            await turn(number);
            await Task.Delay(TimeSpan.FromSeconds(1), Time, stoppingToken);
        }

        protected override Task Finish()
        {
            IsFinished = true;
            return Task.CompletedTask;
        }
    }
}
