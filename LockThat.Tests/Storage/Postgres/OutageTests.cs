using System.Collections.Concurrent;
using System.Threading.Channels;
using LockThat.App.Locks;
using LockThat.App.Storage.Postgres;
using LockThat.Tests.Locks;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.Tests.Storage.Postgres;

/// <summary>A server that goes away and comes back: everybody is told in time, nothing is lost, and nobody starts
/// anything again.</summary>
public sealed class OutageTests(OutageTests.OwnServer server) : IClassFixture<OutageTests.OwnServer>, IAsyncLifetime
{
    private const int Lockers = 8;

    // Real time, and far more of it than any of this takes.
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(60);

    private PostgresStore? _store;

    private PostgresStore Store => _store ?? throw new InvalidOperationException("No server");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await server.Start();
        _store = new(server.Cluster.Connection("postgres"), TimeProvider.System, NullLogger<PostgresStore>.Instance);
        await _store.Open(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await (_store?.Close(Cancel) ?? Task.CompletedTask);
        _store?.Dispose();
    }

    [Fact]
    public async Task A_server_that_is_stopped_and_started_under_load_loses_nothing_that_was_acknowledged()
    {
        using var load = new Load(Store);
        await load.Acknowledged();
        await server.Cluster.Stop();

        await load.Refused();
        (await Store.FindFault(Cancel)).ShouldNotBeNull().ShouldContain("Postgres does not serve");

        await server.Cluster.Start();
        await load.Acknowledged();
        (await Store.FindFault(Cancel)).ShouldBeNull();
        var known = await load.Stop();
        (await Store.List(Some.Acme.Team, reader: null, Cancel))
            .Resources.Select(resource => resource.Name)
            .ShouldBe(known, ignoreOrder: true);
    }

    [Fact]
    public async Task Connections_that_died_unnoticed_are_replaced_unseen()
    {
        await Lock("before");
        await server.Cluster.Stop();
        await server.Cluster.Start();

        await Lock("after");

        (await Store.FindFault(Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task A_server_that_stands_still_is_not_waited_for()
    {
        await Lock("earlier");
        await server.Cluster.Pause();
        try
        {
            await Should.ThrowAsync<StoreUnavailableException>(Lock("lost"));
            await Should.ThrowAsync<StoreUnavailableException>(Store.Find(Some.TestSiteKey, Cancel).AsTask());
            await Should.ThrowAsync<StoreUnavailableException>(Store.ClaimNotices(1, Cancel));
            await Should.ThrowAsync<StoreUnavailableException>(Store.Due(1, Cancel));
            await Should.ThrowAsync<StoreUnavailableException>(
                Store.FindViewer(Some.Acme.Team, Some.Ada, Cancel).AsTask()
            );
            (await Store.FindFault(Cancel)).ShouldNotBeNull();
        }
        finally
        {
            await server.Cluster.Continue();
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(Generous);
        while (await Store.FindFault(patience.Token) is not null)
            patience.Token.ThrowIfCancellationRequested();
        await Lock("later");
    }

    private async Task Lock(string name) =>
        await Store.Change(
            new Scope(Some.Globex.Team, ResourceName.Of(name)),
            (_, _) => Some.Becomes(Some.Resource(Some.Globex, ResourceName.Of(name))),
            Cancel
        );

    /// <summary>People who create things, as fast as they are answered.</summary>
    private sealed class Load : IDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly ConcurrentQueue<ResourceName> _created = new();
        private readonly Channel<bool> _answers = Channel.CreateUnbounded<bool>();
        private readonly Task _running;

        public Load(PostgresStore store)
        {
            var locks = Some.Service(store, Some.Rules with { MaxResources = int.MaxValue });
            _running = Task.WhenAll(
                Enumerable.Range(0, Lockers).Select(locker => Task.Run(() => Create(locks, locker), Cancel))
            );
        }

        /// <summary>Waits until some more were acknowledged.</summary>
        public Task Acknowledged() => Answered(true, 10 * Lockers);

        /// <summary>Waits until everybody was refused.</summary>
        public Task Refused() => Answered(false, Lockers);

        /// <summary>Returns what was acknowledged; who was refused has tried until it was.</summary>
        public async Task<IReadOnlyCollection<ResourceName>> Stop()
        {
            await _stop.CancelAsync();
            await _running.WaitAsync(Generous, Cancel);
            return _created;
        }

        public void Dispose() => _stop.Dispose();

        private async Task Answered(bool isAcknowledged, int times)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            patience.CancelAfter(Generous);
            for (var left = times; left > 0; )
                if (await _answers.Reader.ReadAsync(patience.Token) == isAcknowledged)
                    left--;
        }

        private async Task Create(LockService locks, int locker)
        {
            for (var number = 0; !_stop.IsCancellationRequested; number++)
            {
                var name = ResourceName.Of($"{locker}of{number}");
                while (!await IsCreated(locks, name))
                    _answers.Writer.TryWrite(false);
                _created.Enqueue(name);
                _answers.Writer.TryWrite(true);
            }
        }

        private static async Task<bool> IsCreated(LockService locks, ResourceName name)
        {
            try
            {
                // The same request again is answered as the first time, should its answer have been lost on the way.
                var outcome = await locks
                    .Execute(Some.Ada.Asks($"create {name}"), new Create(name), Cancel)
                    .WaitAsync(Generous, Cancel);
                outcome.ShouldHave<Created>();
                return true;
            }
            catch (StoreUnavailableException)
            {
                return false;
            }
        }
    }

    /// <summary>A server that only these tests use, from the first of them on: a fixture cannot skip.</summary>
    public sealed class OwnServer : IAsyncDisposable
    {
        private Cluster? _cluster;

        internal Cluster Cluster => _cluster ?? throw new InvalidOperationException("No server");

        internal async Task Start() => _cluster ??= await PostgresServer.Another();

        public async ValueTask DisposeAsync() => await (_cluster?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
