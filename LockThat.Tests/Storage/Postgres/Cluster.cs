using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace LockThat.Tests.Storage.Postgres;

/// <summary>A PostgreSQL server of the tests' own: in a folder that is thrown away, on loopback, as durable as a real
/// one. It ends with the tests, however they end.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private const string Ready = "ready to accept connections";
    private static readonly TimeSpan Generous = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lockthat-");
    private readonly string _binaries;
    private Supervised? _server;

    private Cluster(string binaries) => _binaries = binaries;

    public int Port { get; } = FreePort();

    /// <summary>Makes a new one and starts it.</summary>
    /// <param name="binaries">The folder of <c>initdb</c> and <c>postgres</c>.</param>
    public static async Task<Cluster> Create(string binaries)
    {
        var cluster = new Cluster(binaries);
        try
        {
            if (IsRoot)
                await Run("chown", ServerUser, cluster._folder.FullName);
            await Run([
                .. AsServer,
                Path.Combine(binaries, "initdb"),
                "-D",
                cluster.Data,
                "-U",
                "lockthat",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C",
                "-N",
            ]);
            await cluster.Start();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public string Connection(string database) => $"Host=127.0.0.1;Port={Port};Username=lockthat;Database={database}";

    public async Task Start()
    {
        _server = new Supervised(
            "INT",
            new Dictionary<string, string?>(),
            [
                .. AsServer,
                Path.Combine(_binaries, "postgres"),
                "-D",
                Data,
                "-p",
                $"{Port}",
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "shared_buffers=32MB",
                "-c",
                "max_connections=200",
            ]
        );
        using var giveUp = new CancellationTokenSource(Generous, TimeProvider.System);
        while (await _server.Error.ReadLineAsync(giveUp.Token) is { } line)
        {
            if (!line.Contains(Ready, StringComparison.Ordinal))
                continue;
            // Its output is read from now on, so that it never waits for a reader.
            _ = _server.Error.ReadToEndAsync();
            return;
        }

        throw new InvalidOperationException("PostgreSQL did not start");
    }

    /// <summary>Stops it as an operator would: who is connected is cut off.</summary>
    public async Task Stop()
    {
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
        _server = null;
    }

    /// <summary>Dumps a database and restores it under another name, as an operator would.</summary>
    public async Task Copy(string database, string copy)
    {
        var dump = Path.Combine(_folder.FullName, $"{copy}.sql");
        string[] server = ["-h", "127.0.0.1", "-p", $"{Port}", "-U", "lockthat"];
        await Run([Path.Combine(_binaries, "pg_dump"), .. server, "-f", dump, database]);
        await Run([Path.Combine(_binaries, "psql"), .. server, "-v", "ON_ERROR_STOP=1", "-q", "-f", dump, copy]);
    }

    /// <summary>All of it stands still, as if the network swallowed everything, until <see cref="Continue"/>.</summary>
    public Task Pause() => Signal("STOP");

    public Task Continue() => Signal("CONT");

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _folder.Delete(recursive: true);
    }

    private static string ServerUser => "postgres";

    private static bool IsRoot => Environment.IsPrivilegedProcess;

    // A server refuses to run as root.
    private static string[] AsServer =>
        IsRoot ? ["setpriv", $"--reuid={ServerUser}", $"--regid={ServerUser}", "--init-groups", "--"] : [];

    private string Data => Path.Combine(_folder.FullName, "data");

    private async Task Signal(string name)
    {
        var server = (await File.ReadAllLinesAsync(Path.Combine(Data, "postmaster.pid")))[0];
        var workers = await File.ReadAllTextAsync($"/proc/{server}/task/{server}/children");
        // One of them may have ended by itself since then.
        await Run("/bin/sh", "-c", $"for one in {server} {workers}; do kill -{name} $one 2>/dev/null; done; true");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task Run(params string[] command)
    {
        // One that another user may stand in.
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            WorkingDirectory = "/",
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("No process");
        var (said, failed) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(Generous, TimeProvider.System);
        process.ExitCode.ShouldBe(0, $"{string.Join(' ', command)}: {await said}{await failed}");
    }
}
