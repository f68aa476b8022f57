using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using System.Text.Json;
using LockThat.App.Slack.Http;
using LockThat.App.Slack.Requests;
using LockThat.App.Web;
using LockThat.Tests.Slack;

namespace LockThat.Tests.Hosting;

/// <summary>
/// The published app as a container runs it: its entry point and environment from the Dockerfile, nothing else
/// inherited, as a user who owns nothing but the volume.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class Container : IAsyncDisposable
{
    private const string Nobody = "65534";
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(90);

    private readonly Image _image;
    private readonly string _data;
    private readonly int _port;
    private readonly Process _process;
    private readonly HttpClient _http;
    private readonly StringBuilder _said = new();

    private Container(Image image, string data)
    {
        (_image, _data, _port) = (image, data, FreePort());
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}") };
        _process = Start([]);
        _process.OutputDataReceived += Hear;
        _process.ErrorDataReceived += Hear;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Started and ready.</summary>
    /// <param name="data">The folder that is mounted as the volume.</param>
    public static async Task<Container> Run(Image image, string data)
    {
        await image.Built();
        var container = new Container(image, data);
        var start = TimeProvider.System.GetTimestamp();
        while (await container.Ready() != HttpStatusCode.OK)
        {
            (container._process.HasExited || TimeProvider.System.GetElapsedTime(start) > Generous).ShouldBeFalse(
                container._said.ToString()
            );
            await Task.Yield();
        }

        return container;
    }

    /// <summary>The user that it runs as, by number.</summary>
    public string User =>
        File.ReadLines($"/proc/{_process.Id}/status")
            .First(line => line.StartsWith("Uid:", StringComparison.Ordinal))
            .Split('\t')[1];

    /// <summary>The answer to a person who types this.</summary>
    public async Task<string> Answers(string text)
    {
        var body = Payloads.Command(text);
        var stamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(Payloads.Form));
        content.Headers.Add(SlackSignature.TimestampHeader, stamp);
        content.Headers.Add(
            SlackSignature.SignatureHeader,
            SlackSignature.Sign(Encoding.UTF8.GetBytes(Payloads.Secret), stamp, Encoding.UTF8.GetBytes(body))
        );
        var answer = await _http.PostAsync(
            new Uri(SlackEndpoints.Command, UriKind.Relative),
            content,
            TestContext.Current.CancellationToken
        );
        answer.EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(
            await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)
        );
        return json.RootElement.GetProperty("text").GetString() ?? "";
    }

    public Task<string> Page(string path) =>
        _http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>The exit code of the image's health check.</summary>
    public async Task<int> HealthCheck()
    {
        using var check = Start(["health"]);
        return await Ended(check);
    }

    /// <summary>Asks it to stop, as Docker does, and waits until it has: the exit code.</summary>
    public async Task<int> Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        return await Ended(_process);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await Ended(_process);
        }

        _process.Dispose();
        _http.Dispose();
    }

    private Process Start(string[] arguments)
    {
        var final = Dockerfile.Ours.Final;
        string[] command = [.. final.The("ENTRYPOINT").Command, .. arguments];
        // Either finds a program by its path from the working directory, which starting a process does not.
        string[] asNobody = Environment.IsPrivilegedProcess
            ? ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", "--no-new-privs", .. command]
            : ["env", .. command];
        var start = new ProcessStartInfo(asNobody[0], asNobody[1..])
        {
            WorkingDirectory = _image.App,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        // No path to the machine's own .NET either: the image has none but the app's.
        start.Environment.Clear();
        foreach (var (name, value) in final.Environment)
            start.Environment[name] = value;
        start.Environment["ASPNETCORE_HTTP_PORTS"] = _port.ToString(CultureInfo.InvariantCulture);
        start.Environment["Storage__LiteDb__Path"] = final
            .Environment.ToDictionary()["Storage__LiteDb__Path"]
            .Replace(final.The("VOLUME").Text, _data, StringComparison.Ordinal);
        start.Environment["Slack__SigningSecret"] = Payloads.Secret;
        start.Environment["Slack__BotToken"] = "xoxb-1";
        // Nobody listens there: Slack is away.
        start.Environment["Slack__ApiUrl"] = "http://127.0.0.1:1/api/";
        return Process.Start(start) ?? throw new InvalidOperationException("The app did not start.");
    }

    private async Task<HttpStatusCode?> Ready()
    {
        try
        {
            return (
                await _http.GetAsync(new Uri(Health.Ready, UriKind.Relative), TestContext.Current.CancellationToken)
            ).StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static async Task<int> Ended(Process ending)
    {
        using var giveUp = new CancellationTokenSource(Generous, TimeProvider.System);
        await ending.WaitForExitAsync(giveUp.Token);
        return ending.ExitCode;
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (_said)
            _said.AppendLine(line.Data);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
