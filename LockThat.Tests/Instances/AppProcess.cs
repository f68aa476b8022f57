using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using LockThat.App.Settings;
using LockThat.App.Slack.Http;
using LockThat.Tests.Installs;
using LockThat.Tests.Slack;
using LockThat.Tests.Storage.Postgres;

namespace LockThat.Tests.Instances;

/// <summary>The app as an operator starts it, in a process that can be killed: one of several instances on one
/// database.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private static readonly TimeSpan Generous = TimeSpan.FromMinutes(2);
    private const string Listening = "Now listening on: ";
    private static readonly Uri PublicUrl = new("https://locks.example.com");

    private readonly Supervised _process;
    private readonly ConcurrentQueue<string> _log;

    private AppProcess(Supervised process, ConcurrentQueue<string> log, string address)
    {
        (_process, _log, Http) = (
            process,
            log,
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) }
        );
        _ = Read(process.Output, log);
    }

    public HttpClient Http { get; }

    /// <summary>The lines that the instance has logged.</summary>
    public IEnumerable<string> Log => _log;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<AppProcess> Start(SlackStandIn slack, string connectionString)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Slack__SigningSecret"] = Payloads.Secret,
            ["Slack__ClientId"] = SlackStandIn.ClientId,
            ["Slack__ClientSecret"] = SlackStandIn.ClientSecret,
            ["Slack__ApiUrl"] = $"{slack.ApiUrl}",
            ["Slack__AuthorizeUrl"] = $"{slack.AuthorizeUrl}",
            ["PublicUrl"] = $"{PublicUrl}",
            ["Tokens__EncryptionKey"] = Convert.ToBase64String(HostedApp.NewKey),
            ["Storage__Provider"] = "Postgres",
            ["ConnectionStrings__Postgres"] = connectionString,
        };
        var process = new Supervised(
            "KILL",
            settings,
            "dotnet",
            typeof(LockThatSettings).Assembly.Location,
            "--urls",
            "http://127.0.0.1:0"
        );
        var log = new ConcurrentQueue<string>();
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        giveUp.CancelAfter(Generous);
        try
        {
            while (await process.Output.ReadLineAsync(giveUp.Token) is { } line)
            {
                log.Enqueue(line);
                if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
                    return new(process, log, line[(at + Listening.Length)..].Split('"')[0].Trim());
            }

            throw new InvalidOperationException(
                $"The app did not start: {string.Join('\n', log)} {await process.Error.ReadToEndAsync(giveUp.Token)}"
            );
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>A browser that asks each time another of these instances.</summary>
    public static Installs.Browser Browser(params AppProcess[] instances)
    {
        var asked = 0;
        return new(PublicUrl, () => instances[asked++ % instances.Length].Http);
    }

    /// <summary>Types a command in Acme, signed as Slack's, and returns the answer.</summary>
    public async Task<string> Types(string user, string text)
    {
        var body = Payloads.Command(text).Replace("user_id=U0ALICE01", $"user_id={user}", StringComparison.Ordinal);
        var response = await Post("/slack/command", body, Payloads.Form);
        return await response.Content.ReadAsStringAsync(Cancel);
    }

    /// <summary>Somebody of Acme opens their Home.</summary>
    public Task OpensHome(string user) =>
        Post("/slack/event", Payloads.HomeOpened.Replace("U0ALICE01", user, StringComparison.Ordinal), Payloads.Json);

    /// <summary>Ends it by SIGKILL.</summary>
    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return _process.DisposeAsync();
    }

    private async Task<HttpResponseMessage> Post(string path, string body, string contentType)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var stamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        content.Headers.Add(SlackSignature.TimestampHeader, stamp);
        content.Headers.Add(
            SlackSignature.SignatureHeader,
            SlackSignature.Sign(Encoding.UTF8.GetBytes(Payloads.Secret), stamp, bytes)
        );
        return await Http.PostAsync(new Uri(path, UriKind.Relative), content, Cancel);
    }

    private static async Task Read(StreamReader output, ConcurrentQueue<string> log)
    {
        while (await output.ReadLineAsync() is { } line)
            log.Enqueue(line);
    }
}
