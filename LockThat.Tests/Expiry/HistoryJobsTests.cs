using LockThat.App.Expiry;
using LockThat.App.Identifiers;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Quartz;

namespace LockThat.Tests.Expiry;

/// <summary>The jobs of the history work until nothing is left. When the store does not serve, they try again
/// later.</summary>
public sealed class HistoryJobsTests
{
    private readonly Shelf _shelf = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_are_filed_until_none_is_waiting()
    {
        _shelf.Waiting = 2_500;
        await Run(new FilingJob(_shelf, NullLogger<FilingJob>.Instance));
        (_shelf.Waiting, _shelf.Filed).ShouldBe((0, 2_500));
    }

    [Fact]
    public async Task Events_that_are_older_than_they_are_kept_are_deleted_until_none_is_left()
    {
        _shelf.Filed = 2_500;
        await Run(Pruning());
        (_shelf.Filed, _shelf.OlderThan).ShouldBe((0, Some.Noon - Some.Rules.KeepHistory));
    }

    [Fact]
    public async Task A_store_that_does_not_serve_is_asked_again_later()
    {
        (_shelf.IsDown, _shelf.Waiting, _shelf.Filed) = (true, 5, 5);
        await Run(new FilingJob(_shelf, NullLogger<FilingJob>.Instance));
        await Run(Pruning());
        (_shelf.Waiting, _shelf.Filed).ShouldBe((5, 5));
    }

    private static async Task Run(IJob job) => await job.Execute(null!, Cancel);

    private PruningJob Pruning() =>
        new(_shelf, Some.Rules, new FakeTimeProvider(Some.Noon), NullLogger<PruningJob>.Instance);

    /// <summary>A history of which only the count is kept.</summary>
    private sealed class Shelf : IHistoryStore
    {
        public int Waiting { get; set; }

        public int Filed { get; set; }

        public bool IsDown { get; set; }

        public DateTimeOffset OlderThan { get; private set; }

        public ValueTask<HistoryPage> Page(HistoryQuery query, CancellationToken cancellationToken) =>
            new(new HistoryPage([], HasMore: false));

        public ValueTask<IReadOnlyList<StoredEvent>> After(
            TeamId team,
            long position,
            int most,
            CancellationToken cancellationToken
        ) => new([]);

        public ValueTask<long> Position(TeamId team, CancellationToken cancellationToken) => new(Filed);

        public Task<int> File(int most, CancellationToken cancellationToken)
        {
            var some = Serve(Math.Min(most, Waiting));
            (Waiting, Filed) = (Waiting - some, Filed + some);
            return Task.FromResult(some);
        }

        public Task<int> Prune(DateTimeOffset olderThan, int most, CancellationToken cancellationToken)
        {
            var some = Serve(Math.Min(most, Filed));
            (Filed, OlderThan) = (Filed - some, olderThan);
            return Task.FromResult(some);
        }

        private int Serve(int count) => IsDown ? throw new StoreUnavailableException("down") : count;
    }
}
