using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace LockThat.Benchmarks;

/// <summary>A program as an operator starts it, with the settings of the Docker image, and how long that
/// takes.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(1);

    private readonly Process _process;
    private readonly long _start;

    private AppProcess(Process process, long start, Uri address) =>
        (_process, _start, Address) = (process, start, address);

    public Uri Address { get; }

    /// <summary>Since it was started.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_start);

    /// <summary>Resident memory, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts it, and returns at once.</summary>
    /// <param name="program">One that runs by itself, or an assembly, which <c>dotnet</c> runs.</param>
    /// <param name="settings">Their keys as in the configuration.</param>
    public static AppProcess Start(string program, IReadOnlyDictionary<string, string> settings)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Find()}/"));
        string[] command = Path.GetExtension(program) == ".dll" ? ["dotnet", program] : [program];
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null", "sh", .. command])
        {
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(program),
        };
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var stamp = Stopwatch.GetTimestamp();
        return new(
            Process.Start(start) ?? throw new InvalidOperationException($"{program} cannot be started."),
            stamp,
            address
        );
    }

    /// <summary>Waits until something can connect to it.</summary>
    public async Task<Connection> Connect()
    {
        while (Age < Patience && !_process.HasExited)
        {
            try
            {
                using var probe = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await probe.ConnectAsync(IPAddress.Loopback, Address.Port);
                return await Connection.To(Address);
            }
            catch (SocketException)
            {
                await Clock.Pause(Between);
            }
        }

        throw new InvalidOperationException("It did not start.");
    }

    /// <summary>Waits until it says that it can serve, and returns how long that took from its start.</summary>
    public async Task<TimeSpan> Ready()
    {
        using (await Connect())
        using (var http = new HttpClient { BaseAddress = Address })
            while (Age < Patience)
            {
                using var answer = await http.GetAsync(new Uri(App.Web.Health.Ready, UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.OK)
                    return Age;
                await Clock.Pause(Between);
            }

        throw new InvalidOperationException("It did not become ready.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
