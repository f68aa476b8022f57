using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace LockThat.Benchmarks.Postgres;

/// <summary>A PostgreSQL server in a folder that is thrown away, with the settings that a small one comes
/// with.</summary>
internal sealed class ThrowAwayServer : IAsyncDisposable
{
    private static readonly string[] AsPostgres = Environment.IsPrivilegedProcess
        ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"]
        : [];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lockthat-load-postgres-");
    private readonly Process _server;

    private ThrowAwayServer(string binaries, int port)
    {
        if (Environment.IsPrivilegedProcess)
            Run("chown", "postgres", _folder.FullName);
        var data = Path.Combine(_folder.FullName, "data");
        Run([
            .. AsPostgres,
            Path.Combine(binaries, "initdb"),
            "-D",
            data,
            "-U",
            "load",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
        ]);
        Connection =
            $"Host=127.0.0.1;Port={port.ToString(CultureInfo.InvariantCulture)};Username=load;Database=postgres";
        _server = Begin([
            .. AsPostgres,
            Path.Combine(binaries, "postgres"),
            "-D",
            data,
            "-p",
            port.ToString(CultureInfo.InvariantCulture),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "max_connections=200",
            "-c",
            "log_min_messages=fatal",
        ]);
    }

    public string Connection { get; }

    /// <summary>Null where there is no PostgreSQL.</summary>
    public static async Task<ThrowAwayServer?> Start()
    {
        if (Binaries() is not { } binaries)
            return null;
        var server = new ThrowAwayServer(binaries, FreePort.Find());
        while (!await server.IsReady())
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        Run("kill", "-INT", _server.Id.ToString(CultureInfo.InvariantCulture));
        await _server.WaitForExitAsync();
        _server.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<bool> IsReady()
    {
        if (_server.HasExited)
            throw new InvalidOperationException("PostgreSQL did not start.");
        try
        {
            await using var connection = new NpgsqlConnection($"{Connection};Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static string? Binaries() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .GetDirectories("/usr/lib/postgresql")
                .Order(StringComparer.Ordinal)
                .Select(version => Path.Combine(version, "bin"))
                .LastOrDefault(place => File.Exists(Path.Combine(place, "initdb")))
            : null;

    private static void Run(params string[] command)
    {
        using var process = Begin(command);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}.");
    }

    // In a folder that another user may stand in. Their output is discarded.
    private static Process Begin(string[] command) =>
        Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null", "sh", .. command])
            {
                UseShellExecute = false,
                WorkingDirectory = "/",
            }
        ) ?? throw new InvalidOperationException($"{command[0]} cannot be started.");
}
