using Npgsql;

namespace LockThat.Benchmarks.Postgres;

/// <summary>A database of the load's own on a server, so that nothing that lies there is touched; dropped in the
/// end.</summary>
internal sealed class LoadDatabase : IAsyncDisposable
{
    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly string _name = $"lockthat_load_{Guid.NewGuid():N}";

    private LoadDatabase(string server) => _server = new NpgsqlConnectionStringBuilder(server) { Pooling = false };

    public string Connection =>
        new NpgsqlConnectionStringBuilder(_server.ConnectionString)
        {
            Database = _name,
            Pooling = true,
        }.ConnectionString;

    public static async Task<LoadDatabase> Create(string server)
    {
        var database = new LoadDatabase(server);
        await database.Run($"create database {database._name}");
        return database;
    }

    /// <summary>How much of the disk it takes, in bytes.</summary>
    public async Task<long> Size() => await Run($"select pg_database_size('{_name}')") as long? ?? 0;

    /// <summary>Clears up what thousands of changes in a few seconds left behind; a server that has minutes for them
    /// does so by itself.</summary>
    public Task TidyUp() => Run("vacuum full analyze", _name);

    public async ValueTask DisposeAsync() => await Run($"drop database {_name} with (force)");

    private async Task<object?> Run(string sql, string? database = null)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(_server.ConnectionString)
            {
                Database = database ?? _server.Database,
            }.ConnectionString
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
