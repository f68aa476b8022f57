using Npgsql;
using NpgsqlTypes;

namespace LockThat.App.Storage.Postgres.Sql;

/// <summary>A statement with its values. Npgsql prepares frequent statements on each connection.</summary>
internal static class Statement
{
    public static NpgsqlCommand Of(string sql, params ReadOnlySpan<NpgsqlParameter> values)
    {
        var command = new NpgsqlCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(value);
        return command;
    }

    /// <summary>A value, of the type that PostgreSQL has for it.</summary>
    public static NpgsqlParameter With<T>(T value) => new NpgsqlParameter<T> { TypedValue = value };

    public static NpgsqlParameter WithJson(byte[]?[] documents) =>
        new NpgsqlParameter<byte[]?[]>
        {
            TypedValue = documents,
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
        };

    public static NpgsqlParameter WithJson(byte[]? document) =>
        new NpgsqlParameter<byte[]?> { TypedValue = document, NpgsqlDbType = NpgsqlDbType.Jsonb };

    public static async Task<List<T>> Read<T>(
        this NpgsqlConnection connection,
        NpgsqlCommand statement,
        Func<NpgsqlDataReader, T> row
    )
    {
        statement.Connection = connection;
        await using var reader = await statement.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(row(reader));
        return rows;
    }

    public static Task<int> Execute(this NpgsqlConnection connection, NpgsqlCommand statement)
    {
        statement.Connection = connection;
        return statement.ExecuteNonQueryAsync();
    }

    public static string? TextOrNull(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    public static DateTimeOffset Instant(this NpgsqlDataReader row, int column) =>
        row.GetFieldValue<DateTimeOffset>(column);
}
