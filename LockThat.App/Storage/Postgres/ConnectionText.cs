using Npgsql;

namespace LockThat.App.Storage.Postgres;

/// <summary>What an operator has written about where the database is.</summary>
internal static class ConnectionText
{
    /// <summary>By what the server knows an app, unless an operator says otherwise.</summary>
    public const string UsualName = "LockThat 2";

    /// <summary>By what it knows an app that cannot read every kind of notice yet.</summary>
    public const string FormerName = "LockThat";

    // What is written later counts, so that an operator may say otherwise. Who waits for longer than a command may take
    // hears that nothing was stored: Slack waits for three seconds. A server that compiles a statement first (JIT),
    // because it takes it for a large one, spends seconds on what takes milliseconds. No connection is left other than
    // it was, so nothing has to be reset before the next statement.
    private const string Usual =
        $"Application Name={UsualName};Timeout=2;Command Timeout=2;Maximum Pool Size=20;Max Auto Prepare=64;Auto Prepare Min Usages=2;"
        + "No Reset On Close=true;"
        + "Options=-c jit=off;";

    /// <summary>Host and database; never the rest.</summary>
    public static string Place(string connectionString) => Place(Read(connectionString));

    /// <summary>Host and database; never the rest.</summary>
    public static string Place(NpgsqlConnectionStringBuilder read) =>
        $"{read.Host}{(read.Port == NpgsqlConnection.DefaultPort ? "" : $":{read.Port}")}/{read.Database ?? read.Username}";

    /// <param name="connectionString">What was written.</param>
    /// <param name="setting">Where it was written.</param>
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
