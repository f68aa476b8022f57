using System.Diagnostics;

namespace LockThat.Tests.Storage.Postgres;

/// <summary>A process that ends when it is told to, and with the tests, however they end: even those that are killed
/// leave nothing behind.</summary>
internal sealed class Supervised : IAsyncDisposable
{
    // Its input ends with the process that holds the other side.
    private const string Supervisor = """
        signal=$1; shift
        "$@" & process=$!
        read -r _
        kill -$signal $process
        wait $process
        """;

    private static readonly TimeSpan Generous = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private bool _isOver;

    /// <param name="signal">The signal that ends it.</param>
    /// <param name="environment">Its environment variables besides ours.</param>
    /// <param name="command">A program and its arguments.</param>
    public Supervised(string signal, IReadOnlyDictionary<string, string?> environment, params string[] command)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Supervisor, "sh", signal, .. command])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // One that another user may stand in.
            WorkingDirectory = "/",
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        _process = Process.Start(start) ?? throw new InvalidOperationException("No process");
    }

    public StreamReader Output => _process.StandardOutput;

    public StreamReader Error => _process.StandardError;

    public async ValueTask DisposeAsync()
    {
        if (_isOver)
            return;
        _isOver = true;
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().WaitAsync(Generous, TimeProvider.System);
        _process.Dispose();
    }
}
