using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace LockThat.Playground.Wire;

/// <summary>Signs and posts to the app's routes as Slack does, waits three seconds at most, and keeps everything in the journal.</summary>
public sealed class Deliveries : IDisposable
{
    private static readonly TimeSpan AckWithin = TimeSpan.FromSeconds(3);
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    private readonly Workspace workspace;
    private readonly Addresses addresses;
    private readonly Faults faults;

    internal Deliveries(Workspace workspace, Addresses addresses, Faults faults) =>
        (this.workspace, this.addresses, this.faults) = (workspace, addresses, faults);

    /// <summary>Delivers the same bytes again, freshly signed; what comes back changes nothing that anybody sees.</summary>
    public Task<Delivery> Redelivers(Delivery delivery, CancellationToken ct) => Keep(delivery, ct);

    internal static string Form(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields.Select(field => $"{field.Key}={WebUtility.UrlEncode(field.Value)}"));

    /// <summary>Posts a form with the payload to the route of its kind; <paramref name="settle"/> shows what the answer shows before the journal has it.</summary>
    internal Task<Delivery> PostPayload(string kind, JsonObject payload, Func<Delivery, Delivery> settle, CancellationToken ct) =>
        Post(new(kind, kind == "block_suggestion" ? "/slack/options" : "/slack/action", "application/x-www-form-urlencoded",
            Form([new("payload", payload.ToJsonString())])), settle, ct);

    /// <summary>Posts once, and once more when a fault asks for it; the second answer shows nothing.</summary>
    internal async Task<Delivery> Post(Outgoing outgoing, Func<Delivery, Delivery> settle, CancellationToken ct)
    {
        var delivery = Draft(outgoing);
        var settled = Record(settle(await Send(delivery, outgoing.RetryReason, ct)));
        if (faults.TakesDuplicate())
            await Keep(delivery, ct);
        return settled;
    }

    /// <summary>Posts once, past journal and faults; the answer is nobody's.</summary>
    internal Task Probe(Outgoing outgoing, CancellationToken ct) => Send(Draft(outgoing), null, ct);

    private Delivery Draft(Outgoing outgoing) => new()
    {
        Kind = outgoing.Kind,
        Path = outgoing.Path,
        ContentType = outgoing.ContentType,
        Body = outgoing.Body,
        At = workspace.Time.GetUtcNow(),
        RetryNumber = outgoing.RetryNumber,
    };

    private Delivery Record(Delivery delivery)
    {
        workspace.Journal.Add(delivery);
        return delivery;
    }

    private async Task<Delivery> Keep(Delivery delivery, CancellationToken ct) => Record(await Send(delivery, null, ct));

    private async Task<Delivery> Send(Delivery delivery, string? retryReason, CancellationToken ct)
    {
        using var work = workspace.Works();
        using var request = Request(delivery, retryReason);
        using var late = new CancellationTokenSource(AckWithin, workspace.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            var ack = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(either.Token));
            return delivery with
            {
                Status = (int)response.StatusCode,
                AckContentType = response.Content.Headers.ContentType?.MediaType ?? "",
                AckBody = ack,
                Elapsed = Stopwatch.GetElapsedTime(started),
                Failure = FailureOf((int)response.StatusCode),
                NoRetry = response.Headers.Contains("X-Slack-No-Retry"),
            };
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return delivery with { Elapsed = Stopwatch.GetElapsedTime(started), Failure = "operation_timeout" };
        }
        catch (HttpRequestException)
        {
            return delivery with { Elapsed = Stopwatch.GetElapsedTime(started), Failure = "dispatch_failed" };
        }
    }

    private HttpRequestMessage Request(Delivery delivery, string? retryReason)
    {
        var timestamp = workspace.Time.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(addresses.App, delivery.Path))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Body)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(delivery.ContentType);
        var headers = request.Headers;
        headers.TryAddWithoutValidation("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
        headers.TryAddWithoutValidation("Accept", "application/json,*/*");
        headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        headers.TryAddWithoutValidation("X-Slack-Signature", Signature.Of(addresses.SigningSecret, timestamp, delivery.Body));
        if (retryReason is not null)
        {
            headers.TryAddWithoutValidation("X-Slack-Retry-Num", delivery.RetryNumber.ToString(CultureInfo.InvariantCulture));
            headers.TryAddWithoutValidation("X-Slack-Retry-Reason", retryReason);
        }

        return request;
    }

    private static string? FailureOf(int status) => status switch
    {
        >= 200 and < 300 => null,
        >= 300 and < 500 => "http_client_error",
        _ => "http_service_error",
    };

    public void Dispose() => http.Dispose();
}

/// <summary>What is to be posted to the app.</summary>
internal sealed record Outgoing(string Kind, string Path, string ContentType, string Body, int RetryNumber = 0, string? RetryReason = null);
