using System.Collections.Immutable;
using Npgsql;

namespace LockThat.App.Storage.Postgres;

/// <summary>The operator's connection string.</summary>
internal static class ConnectionText
{
    /// <summary>The application name by which the server knows the app, unless an operator sets another.</summary>
    public const string UsualName = "LockThat 3";

    /// <summary>The application names of versions that do not stand in the table of instances, each with the version of
    /// the tables that it knows.</summary>
    public static readonly ImmutableArray<(string Name, int Version)> FormerNames =
    [
        ("LockThat", 2),
        ("LockThat 2", 3),
    ];

    // A later part overrides an earlier one, so that an operator may set other values. A caller who waits longer than
    // the command time-out is told that nothing was stored, because Slack waits for three seconds. JIT is off: the
    // server takes some statements for large ones, and would compile for seconds what runs in milliseconds. Every
    // connection is left unchanged, so nothing has to be reset before the next statement.
    private const string Usual =
        $"Application Name={UsualName};Timeout=2;Command Timeout=2;Maximum Pool Size=20;Max Auto Prepare=64;Auto Prepare Min Usages=2;"
        + "No Reset On Close=true;"
        + "Options=-c jit=off;";

    /// <summary>Host and database; never the rest.</summary>
    public static string Place(string connectionString) => Place(Read(connectionString));

    /// <summary>Host and database; never the rest.</summary>
    public static string Place(NpgsqlConnectionStringBuilder read) =>
        $"{read.Host}{(read.Port == NpgsqlConnection.DefaultPort ? "" : $":{read.Port}")}/{read.Database ?? read.Username}";

    /// <param name="connectionString">The text.</param>
    /// <param name="setting">The setting that it comes from.</param>
    /// <exception cref="StorageException">It is not understood. The message does not repeat it: it holds a
    /// password.</exception>
    public static NpgsqlConnectionStringBuilder Read(
        string connectionString,
        string setting = "ConnectionStrings:Postgres"
    )
    {
        try
        {
            var read = new NpgsqlConnectionStringBuilder(Usual + connectionString);
            return string.IsNullOrEmpty(read.Host)
                ? throw new ArgumentException("No host", nameof(connectionString))
                : read;
        }
        catch (Exception wrong)
            when (wrong is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            throw new StorageException(
                StorageFault.Unreachable,
                $"{setting} is not understood: write Host=…;Username=…;Password=…;Database=…",
                wrong
            );
        }
    }
}
