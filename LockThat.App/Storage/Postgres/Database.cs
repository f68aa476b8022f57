using System.Data;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.Postgres.Sql;
using Npgsql;

namespace LockThat.App.Storage.Postgres;

/// <summary>
/// The connections to the server, which are pooled. A dead one is replaced once, unnoticed. A caller who cannot be
/// served in time is told that nothing was stored.
/// </summary>
internal sealed partial class Database(string connectionString, ILogger logger)
{
    private static readonly TimeSpan LongPatience = TimeSpan.FromSeconds(60);

    // The real clock, because the server runs on it, whatever clock the app has.
    private static readonly TimeProvider Time = TimeProvider.System;

    private NpgsqlDataSource? _source;
    private volatile string? _fault = "Postgres is not open";

    /// <summary>The longest wait of a caller for an answer.</summary>
    public TimeSpan Patience { get; private set; }

    /// <summary>The name of this instance in claims, among several instances on one database.</summary>
    public string Instance { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Reaches the server and brings the tables up to date.</summary>
    /// <exception cref="StorageException">It cannot be reached, may not be used, or belongs to a later
    /// version.</exception>
    public async Task Open(CancellationToken cancellationToken)
    {
        if (_source is not null)
            return;
        var complete = ConnectionText.Read(connectionString);
        Patience = TimeSpan.FromSeconds(complete.CommandTimeout) * 0.9;
        var source = NpgsqlDataSource.Create(complete);
        try
        {
            await Reach(
                source,
                complete,
                async connection =>
                {
                    await Schema.Migrate(connection);
                    return true;
                },
                cancellationToken
            );
            (_source, _fault) = (source, null);
        }
        finally
        {
            if (_source is null)
                await source.DisposeAsync();
        }
    }

    /// <summary>Asks a server that may not be usable yet.</summary>
    /// <exception cref="StorageException">It cannot be reached, or may not be used.</exception>
    public static async Task<T> Reach<T>(
        NpgsqlDataSource source,
        NpgsqlConnectionStringBuilder where,
        Func<NpgsqlConnection, Task<T>> ask,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return await ask(connection);
        }
        catch (Exception failure) when (failure is NpgsqlException or SocketException or TimeoutException)
        {
            throw CannotBeUsed(where, failure);
        }
    }

    /// <summary>The words for an operator about a server that refuses or does not answer.</summary>
    public static StorageException CannotBeUsed(NpgsqlConnectionStringBuilder where, Exception failure) =>
        new(
            StorageFault.Unreachable,
            $"Postgres at {ConnectionText.Place(where)} cannot be used: {Reason(failure)}",
            failure
        );

    public async Task Close()
    {
        if (Interlocked.Exchange(ref _source, null) is not { } source)
            return;
        _fault = "Postgres is closed";
        await source.DisposeAsync();
    }

    /// <summary>Asks the server for a sign of life. Null when all is well, else the error.</summary>
    public async Task<string?> FindFault(CancellationToken cancellationToken)
    {
        try
        {
            await Execute(Statement.Of(SqlText.Ping), cancellationToken);
            return null;
        }
        catch (StoreUnavailableException failure)
        {
            return _fault ?? failure.Message;
        }
    }

    public Task<List<T>> Read<T>(
        NpgsqlCommand statement,
        Func<NpgsqlDataReader, T> row,
        CancellationToken cancellationToken
    ) => Run(connection => connection.Read(statement, row), Patience, cancellationToken);

    public Task<int> Execute(NpgsqlCommand statement, CancellationToken cancellationToken) =>
        Run(connection => connection.Execute(statement), Patience, cancellationToken);

    /// <summary>For reads that may take long, and that nobody waits for at a screen.</summary>
    public Task<List<T>> ReadPatiently<T>(
        NpgsqlCommand statement,
        Func<NpgsqlDataReader, T> row,
        CancellationToken cancellationToken
    )
    {
        statement.CommandTimeout = (int)LongPatience.TotalSeconds;
        return Run(connection => connection.Read(statement, row), LongPatience, cancellationToken);
    }

    /// <summary>
    /// Works on one connection. The work may run twice, when the first connection breaks. The work's own exception
    /// reaches the caller. When the caller stops waiting, the work ends by itself.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The server cannot be reached, refuses, or takes too
    /// long.</exception>
    public async Task<T> Run<T>(
        Func<NpgsqlConnection, Task<T>> work,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        var running = Try(work, patience, cancellationToken);
        try
        {
            return await running.WaitAsync(patience, Time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // It may have ended at that very moment, even with an error.
            return running.IsCompleted ? await running : throw Lost("it does not answer in time", null);
        }
        finally
        {
            if (!running.IsCompleted)
                _ = running.ContinueWith(late => late.Exception, TaskScheduler.Default);
        }
    }

    /// <summary>Works in a transaction that first takes its locks and holds them until its end.</summary>
    public Task<T> RunHeld<T>(
        Func<NpgsqlConnection, Task> hold,
        Func<NpgsqlConnection, Task<T>> work,
        CancellationToken cancellationToken,
        IsolationLevel isolation = IsolationLevel.ReadCommitted
    ) =>
        Run(
            async connection =>
            {
                await using var transaction = await connection.BeginTransactionAsync(isolation);
                await connection.Execute(Limits());
                await hold(connection);
                var result = await work(connection);
                await transaction.CommitAsync();
                return result;
            },
            Patience,
            cancellationToken
        );

    private NpgsqlCommand Limits() =>
        Statement.Of(
            SqlText.LimitTransaction,
            Statement.With(((long)(Patience / 2).TotalMilliseconds).ToString(CultureInfo.InvariantCulture))
        );

    private async Task<T> Try<T>(
        Func<NpgsqlConnection, Task<T>> work,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        var source = _source ?? throw new StoreUnavailableException(_fault ?? "Postgres is not open");
        var start = Time.GetTimestamp();
        try
        {
            for (var isFirst = true; ; isFirst = false)
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                try
                {
                    var result = await work(connection);
                    Reached();
                    return result;
                }
                catch (NpgsqlException broken)
                    when (isFirst && IsBroken(broken) && Time.GetElapsedTime(start) < patience)
                {
                    // After a restart of the server, all pooled connections are dead.
                    source.Clear();
                }
            }
        }
        catch (Exception failure)
            when (failure is NpgsqlException or SocketException or IOException or ObjectDisposedException)
        {
            throw Lost(Reason(failure), failure);
        }
        catch (EncoderFallbackException broken)
        {
            throw new StoreUnavailableException("A text is not Unicode", broken);
        }
    }

    private StoreUnavailableException Lost(string reason, Exception? failure)
    {
        var message = $"Postgres does not serve: {reason}";
        if (IsOutage(failure))
        {
            if (_source is not null && Interlocked.Exchange(ref _fault, message) is null)
                Log.Lost(logger, reason);
        }
        else if (failure is PostgresException { IsTransient: false } refused)
        {
            Log.Refused(logger, refused.SqlState, refused);
        }

        return new(message, failure);
    }

    private void Reached()
    {
        if (_source is not null && _fault is not null && Interlocked.Exchange(ref _fault, null) is not null)
            Log.Reached(logger);
    }

    // Cut off by the server or by the network. After a time-out, another connection would be no better.
    private static bool IsBroken(NpgsqlException failure) =>
        failure is PostgresException cutOff
            ? cutOff.SqlState.StartsWith("57P", StringComparison.Ordinal)
            : failure.IsTransient && failure.InnerException is not TimeoutException;

    // Connections, resources, intervention by an operator, credentials, a read-only server; every other code is about
    // one statement.
    private static bool IsOutage(Exception? failure) =>
        failure is not PostgresException refused
        || refused.SqlState[..2] is "08" or "53" or "57" or "28" or "3D"
        || refused.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction;

    private static string Reason(Exception failure) =>
        failure is PostgresException refused ? refused.MessageText : failure.Message;

    private static partial class Log
    {
        [LoggerMessage(120, LogLevel.Error, "Postgres does not serve: {Reason}. Nothing is stored until it does")]
        public static partial void Lost(ILogger logger, string reason);

        [LoggerMessage(121, LogLevel.Warning, "Postgres serves again")]
        public static partial void Reached(ILogger logger);

        [LoggerMessage(122, LogLevel.Error, "Postgres refused a statement ({SqlState})")]
        public static partial void Refused(ILogger logger, string sqlState, Exception refusal);
    }
}
