using LockThat.App.Storage.Postgres.Tables;

namespace LockThat.App.Storage.Postgres;

/// <summary>The instances beside this one. While they are replaced one by one, all of them do what the oldest of them
/// understands.</summary>
public sealed partial class PostgresStore
{
    // People wait for what is new. An older instance does not come back once it is gone: it refuses to start on these
    // tables. One that was cut off from the database for longer than it takes to count as gone is noticed when this
    // instance says that it runs.
    private static readonly TimeSpan LookForOlderEvery = TimeSpan.FromSeconds(2);

    private volatile bool _isBesideOlder = true;
    private DateTimeOffset _lookedForOlder;
    private DateTimeOffset _saidAlive;

    private async Task SayAlive(CancellationToken cancellationToken)
    {
        if (_time.GetUtcNow() < _saidAlive + InstanceRows.Interval)
            return;
        await _database.Execute(InstanceRows.SayAlive(_database.Instance), cancellationToken);
        _isBesideOlder = await HasOlder(PolicyRows.Version, cancellationToken);
        _saidAlive = _time.GetUtcNow();
    }

    private async Task LookForOlder(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        if (now < _lookedForOlder + LookForOlderEvery)
            return;
        _lookedForOlder = now;
        _isBesideOlder = await HasOlder(PolicyRows.Version, cancellationToken);
    }

    private async Task<bool> HasOlder(int version, CancellationToken cancellationToken) =>
        await _database.Read(InstanceRows.HasOlder(version), row => row.GetBoolean(0), cancellationToken) is [true];
}
