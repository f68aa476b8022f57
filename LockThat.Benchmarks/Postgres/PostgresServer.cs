namespace LockThat.Benchmarks.Postgres;

/// <summary>Where PostgreSQL is measured: on a server that was named, or on one of our own where Debian's binaries are
/// found.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>In the place of a server: leave it out.</summary>
    public const string None = "none";

    private readonly string _connection;
    private readonly ThrowAwayServer? _own;

    private PostgresServer(string connection, ThrowAwayServer? own) => (_connection, _own) = (connection, own);

    /// <param name="where">A server; null makes one, and <see cref="None"/> does without.</param>
    /// <returns>Null where there is to be none, or can be none.</returns>
    public static async Task<PostgresServer?> Find(string? where)
    {
        if (where == None)
            return null;
        if (where is not null)
            return new(where, null);
        return await ThrowAwayServer.Start() is { } own ? new(own.Connection, own) : null;
    }

    /// <summary>A database of its own on it.</summary>
    public Task<LoadDatabase> Create() => LoadDatabase.Create(_connection);

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
