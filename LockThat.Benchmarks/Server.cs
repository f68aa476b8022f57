using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using LockThat.Benchmarks.Ends;

namespace LockThat.Benchmarks;

/// <summary>One of the servers that are measured, in a process of its own: the parent reads its address, gives it
/// orders and closes its input to end it.</summary>
internal sealed class Server : IAsyncDisposable
{
    public const string SigningSecret = "8f742231b10e8888abcd99yyyzzz85a5";

    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private Server(Process process, DirectoryInfo folder, Uri address) =>
        (_process, _folder, Address) = (process, folder, address);

    public Uri Address { get; }

    /// <summary>Where its files are.</summary>
    public string Folder => _folder.FullName;

    /// <summary>Resident memory, in bytes.</summary>
    public long WorkingSet => Refreshed.WorkingSet64;

    /// <summary>Open files, sockets and the like.</summary>
    public int Handles => Refreshed.HandleCount;

    public int Threads => Refreshed.Threads.Count;

    private Process Refreshed
    {
        get
        {
            _process.Refresh();
            return _process;
        }
    }

    public static async Task<Server> Start(string kind, int resources, Uri? slack = null, string postgres = "")
    {
        var folder = Directory.CreateTempSubdirectory("lockthat-load-");
        var start = new ProcessStartInfo(Environment.ProcessPath ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(Server).Assembly.Location);
        string[] arguments =
        [
            kind,
            folder.FullName,
            resources.ToString(CultureInfo.InvariantCulture),
            $"{slack ?? AppSettings.NoSlack}",
            postgres,
        ];
        foreach (var argument in arguments.Prepend("serve"))
            start.ArgumentList.Add(argument);
        var process =
            Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} cannot be started.");
        var address =
            await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException($"The server {kind} did not start.");
        return new(process, folder, new(address));
    }

    /// <summary>The app's own figures.</summary>
    /// <param name="collects">Whether it drops its garbage first.</param>
    public async Task<Vitals> Vitals(bool collects = false) =>
        JsonSerializer.Deserialize(await Order(collects ? Served.Collect : Served.SayVitals), VitalsJson.Default.Vitals)
        ?? throw new InvalidOperationException("The server said nothing.");

    /// <summary>Has the app's store hold what all ends in one moment.</summary>
    public Task Hold(Ending ending) => Order(ending.ToString());

    /// <summary>Has so many people wait in line for each resource.</summary>
    public Task Line(int people) => Order(string.Create(CultureInfo.InvariantCulture, $"{Served.Line}{people}"));

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<string> Order(string line)
    {
        await _process.StandardInput.WriteLineAsync(line);
        await _process.StandardInput.FlushAsync();
        return await _process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The server is gone.");
    }
}
