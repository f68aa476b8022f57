using System.Globalization;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.Json;
using LockThat.App.Storage.Migration;
using LockThat.App.Storage.Postgres.Sql;
using LockThat.App.Storage.Postgres.Tables;
using LockThat.App.Storage.Rows;
using Npgsql;

namespace LockThat.App.Storage.Postgres;

/// <summary>The database, opened by the command that moves it, in the place of an app: one connection, one transaction,
/// in which nobody else writes.</summary>
internal sealed class OfflineDatabase : IOfflineStore
{
    private const int RowsAtOnce = 1000;
    private const int ConnectSeconds = 15;
    private const int StatementSeconds = 300;

    // The server still shows a connection for a moment after it was closed.
    private const int Looks = 15;
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(200);

    private readonly NpgsqlConnectionStringBuilder _where;
    private readonly string[] _instances;
    private readonly NpgsqlConnection _connection;
    private readonly DateTimeOffset _now;
    private NpgsqlTransaction? _transaction;

    private OfflineDatabase(string connectionString, string option, DateTimeOffset now)
    {
        var where = ConnectionText.Read(connectionString, option);
        _instances =
        [
            ConnectionText.UsualName,
            .. ConnectionText.FormerNames.Select(former => former.Name),
            where.ApplicationName ?? "",
        ];
        where.ApplicationName = "LockThat migrate";
        where.Pooling = false;
        where.Timeout = Math.Max(where.Timeout, ConnectSeconds);
        where.CommandTimeout = Math.Max(where.CommandTimeout, StatementSeconds);
        (_where, _now) = (where, now);
        _connection = new NpgsqlConnection(where.ConnectionString);
    }

    public string Place => $"Postgres at {ConnectionText.Place(_where)}";

    /// <summary>A database that is only read.</summary>
    /// <exception cref="StorageException">It cannot be used, is in use, or has no tables or older ones.</exception>
    public static Task<OfflineDatabase> OpenSource(
        string connectionString,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        Opened(
            new(connectionString, "--from", now),
            store => store.RequireTables(),
            SqlText.HoldForReading,
            cancellationToken
        );

    /// <summary>A database whose tables are made or brought up to date as by a start.</summary>
    /// <exception cref="StorageException">It cannot be used, or is in use.</exception>
    public static Task<OfflineDatabase> OpenTarget(
        string connectionString,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) =>
        Opened(
            new(connectionString, "--to", now),
            store => Schema.Migrate(store._connection),
            SqlText.HoldForWriting,
            cancellationToken
        );

    /// <summary>For a command that no instance may run beside.</summary>
    /// <exception cref="StorageException">It cannot be used, or is in use.</exception>
    public static async Task RequireAlone(string connectionString, CancellationToken cancellationToken)
    {
        await using var alone = await Opened(
            new(connectionString, "ConnectionStrings:Postgres", now: default),
            _ => Task.CompletedTask,
            hold: SqlText.Ping,
            cancellationToken
        );
    }

    public async IAsyncEnumerable<StoredRow> Read([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (statement, toRow) in BulkRows.All(_now))
        {
            statement.Connection = _connection;
            await using var reader = await AsStorageException(() => statement.ExecuteReaderAsync(cancellationToken));
            while (await AsStorageException(() => reader.ReadAsync(cancellationToken)))
                yield return await AsStorageException(() => Task.FromResult(toRow(reader)));
        }
    }

    public async Task Add(IAsyncEnumerable<StoredRow> rows, CancellationToken cancellationToken)
    {
        await foreach (var some in rows.Chunk(RowsAtOnce).WithCancellation(cancellationToken))
        foreach (var statement in BulkRows.Insert(some))
            await Execute(statement);
        await Execute(BulkRows.Recount());
        await Execute(BulkRows.NumberOn());
        await Execute(BulkRows.PositionOn());
    }

    public Task Keep(CancellationToken cancellationToken) =>
        AsStorageException(async () =>
        {
            await (_transaction?.CommitAsync(cancellationToken) ?? Task.CompletedTask);
            return true;
        });

    // Rows that are not kept by now are rolled back with its transaction.
    public async ValueTask DisposeAsync()
    {
        await (_transaction?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _connection.DisposeAsync();
    }

    private static async Task<OfflineDatabase> Opened(
        OfflineDatabase store,
        Func<OfflineDatabase, Task> prepare,
        string hold,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await store.AsStorageException(async () =>
            {
                // While a server is silent, Npgsql does not always notice a cancellation.
                await store._connection.OpenAsync(cancellationToken).WaitAsync(cancellationToken);
                await store.RequireNoInstance(cancellationToken);
                await prepare(store);
                store._transaction = await store._connection.BeginTransactionAsync(cancellationToken);
                await store._connection.Execute(Statement.Of(hold));
                return store;
            });
        }
        catch (StorageException)
        {
            await store.DisposeAsync();
            throw;
        }
    }

    private async Task RequireTables()
    {
        var found = await Schema.Find(_connection);
        if (found == 0)
            throw new StorageException(
                StorageFault.Unreachable,
                $"{Place} has no tables of LockThat: there is nothing to copy."
            );
        if (found == Schema.Version)
        {
            var look = (await _connection.Read(TwinRows.Look(), TwinRows.ReadLook))[0];
            if (!look.HasUnnamed && !look.HasUntold)
                return;
            throw new StorageException(
                StorageFault.Unreachable,
                $"{Place} was used last by an older LockThat: start this one on it once, for half a minute, and stop it again."
            );
        }

        throw new StorageException(
            StorageFault.Unreachable,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Place} has version {found}, not {Schema.Version}: start this LockThat on it once, which brings it up to date, and stop it again."
            )
        );
    }

    private async Task RequireNoInstance(CancellationToken cancellationToken)
    {
        for (
            var look = 1;
            (await _connection.Read(BulkRows.CountInstances(_instances), row => row.GetInt64(0)))[0]
                is > 0
                    and var found;
            look++
        )
        {
            if (look == Looks)
            {
                throw new StorageException(
                    StorageFault.InUse,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Place} is in use by LockThat ({found} connections): stop every instance first."
                    )
                );
            }

            await Task.Delay(LookAgainAfter, TimeProvider.System, cancellationToken);
        }
    }

    private Task<int> Execute(NpgsqlCommand statement) => AsStorageException(() => _connection.Execute(statement));

    private async Task<T> AsStorageException<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (PostgresException held) when (held.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new StorageException(
                StorageFault.InUse,
                $"{Place} is in use: somebody else holds its tables. Stop every instance first.",
                held
            );
        }
        catch (Exception failure)
            when (failure is NpgsqlException or SocketException or TimeoutException or IOException)
        {
            throw Database.CannotBeUsed(_where, failure);
        }
        catch (Exception unknown)
            when (unknown
                    is JsonException
                        or FormatException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or ArgumentException
            )
        {
            throw new StorageException(
                StorageFault.Damaged,
                $"{Place}: a row there, or on its way there, cannot be understood: {unknown.Message}",
                unknown
            );
        }
    }
}
