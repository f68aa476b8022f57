using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Requests;

/// <summary>Signs and posts to the app's routes as Slack does.</summary>
internal sealed class HttpTransport(TimeProvider time, Addresses addresses) : ITransport
{
    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
        }
    )
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = 1024 * 1024,
    };

    public Delivery Draft(Outgoing outgoing, DateTimeOffset at) =>
        new()
        {
            Kind = outgoing.Kind,
            Path = outgoing.Kind switch
            {
                "slash_command" => "/slack/command",
                "event_callback" => "/slack/event",
                "block_suggestion" => "/slack/options",
                _ => "/slack/action",
            },
            ContentType = outgoing.Kind == "event_callback" ? "application/json" : "application/x-www-form-urlencoded",
            Body = outgoing.Kind switch
            {
                "event_callback" => outgoing.Payload.ToJsonString(),
                "slash_command" => Form(outgoing.Payload.Select(field => (field.Key, field.Value?.GetValue<string>()))),
                _ => Form([("payload", outgoing.Payload.ToJsonString())]),
            },
            At = at,
            RetryNumber = outgoing.RetryNumber,
            RetryReason = outgoing.RetryReason,
        };

    public async Task<Delivery> Send(Delivery delivery, CancellationToken cancellationToken)
    {
        using var request = Request(delivery);
        using var late = new CancellationTokenSource(Deliveries.AckWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            var ack = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(either.Token));
            return delivery with
            {
                Status = (int)response.StatusCode,
                AckContentType = response.Content.Headers.ContentType?.MediaType ?? "",
                AckBody = ack,
                Failure = FailureOf((int)response.StatusCode),
                NoRetry = response.Headers.Contains("X-Slack-No-Retry"),
            };
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            return delivery with { Failure = "operation_timeout" };
        }
        catch (HttpRequestException)
        {
            return delivery with { Failure = "dispatch_failed" };
        }
    }

    private static string Form(IEnumerable<(string Name, string? Value)> fields) =>
        string.Join('&', fields.Select(field => $"{field.Name}={WebUtility.UrlEncode(field.Value)}"));

    private HttpRequestMessage Request(Delivery delivery)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(addresses.App, delivery.Path))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Body)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(delivery.ContentType);
        var headers = request.Headers;
        headers.TryAddWithoutValidation("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
        headers.TryAddWithoutValidation("Accept", "application/json,*/*");
        headers.TryAddWithoutValidation("X-Slack-Request-Timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        headers.TryAddWithoutValidation(
            "X-Slack-Signature",
            Signature.Of(addresses.SigningSecret, timestamp, delivery.Body)
        );
        if (delivery.RetryReason is { } reason)
        {
            headers.TryAddWithoutValidation(
                "X-Slack-Retry-Num",
                delivery.RetryNumber.ToString(CultureInfo.InvariantCulture)
            );
            headers.TryAddWithoutValidation("X-Slack-Retry-Reason", reason);
        }

        return request;
    }

    private static string? FailureOf(int status) =>
        status switch
        {
            >= 200 and < 300 => null,
            >= 300 and < 500 => "http_client_error",
            _ => "http_service_error",
        };

    public void Dispose() => _http.Dispose();
}
