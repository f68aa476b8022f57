using LockThat.App.Installs;
using LockThat.App.Storage.Postgres;
using LockThat.Tests.Locks;
using LockThat.Tests.Storage.Contract;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace LockThat.Tests.Storage.Postgres;

/// <summary>The whole contract on PostgreSQL.</summary>
public sealed class PostgresStoreTests(PostgresServer server) : StoreContract
{
    private readonly FakeTimeProvider _time = new(Some.Noon);
    private TestDatabase? _database;
    private PostgresStore? _open;

    protected override IInstallStore Installs => _open ?? throw new InvalidOperationException("The store is not open");

    [Fact]
    public async Task A_start_of_one_instance_draws_no_home_again_that_is_true()
    {
        await Homes.SaveViewer(AdasHome, Cancel);
        await Show();
        await Reopen();
        (await Behind()).ShouldBeEmpty();

        await Put(Some.TestSite, _ => Free(Some.TestSite));
        await Reopen();
        (await Behind()).ShouldBe([AdasHome]);
    }

    [Fact]
    public async Task A_home_that_is_being_opened_again_is_drawn_after_that()
    {
        await Homes.SaveViewer(AdasHome, Cancel);
        await using (var source = NpgsqlDataSource.Create((_database?.Patient).ShouldNotBeNull()))
        await using (var connection = await source.OpenConnectionAsync(Cancel))
        await using (await connection.BeginTransactionAsync(Cancel))
        await using (var opening = new NpgsqlCommand("select from lockthat.viewers for update", connection))
        {
            await opening.ExecuteNonQueryAsync(Cancel);
            (await Behind()).ShouldBeEmpty();
        }

        (await Behind()).ShouldBe([AdasHome]);
    }

    protected override async Task<IResourceStore> Open()
    {
        _database ??= await server.Database("store");
        _open = new PostgresStore(_database.Patient, _time, NullLogger<PostgresStore>.Instance);
        await _open.Open(Cancel);
        await _database.HasClock();
        return _open;
    }

    protected override async Task Close()
    {
        await (_open?.Close(CancellationToken.None) ?? Task.CompletedTask);
        await (_database?.ShouldHaveSoundLines() ?? Task.CompletedTask);
    }

    protected override Task Discard() => Task.CompletedTask;

    protected override async Task Pass(TimeSpan time)
    {
        await (_database?.MoveClock(time) ?? Task.CompletedTask);
        _time.Advance(time);
    }
}
