using System.Net;

namespace LockThat.App.Slack.WebApi;

/// <summary>The one way out to Slack: no redirects, no cookies, and no log of addresses, because a response_url is a
/// secret.</summary>
public static class SlackHttp
{
    // A page of users is the largest answer that the app asks for.
    private const int LargestAnswer = 4 * 1024 * 1024;

    public static HttpClient Client() =>
        new(Handler(), disposeHandler: true)
        {
            MaxResponseContentBufferSize = LargestAnswer,
            // Attempt has its own time-out, on the app's clock.
            Timeout = Timeout.InfiniteTimeSpan,
        };

    /// <summary>One request, on the app's clock. Only the caller's own cancellation is an exception.</summary>
    public static async Task<SlackReply> Attempt(
        this HttpClient http,
        HttpRequestMessage request,
        TimeSpan patience,
        TimeProvider time,
        Func<HttpResponseMessage, ReadOnlyMemory<byte>, DateTimeOffset, SlackReply> read,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(patience > TimeSpan.Zero ? patience : TimeSpan.Zero, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using (request)
            using (var response = await http.SendAsync(request, either.Token))
                return read(response, await response.Content.ReadAsByteArrayAsync(either.Token), time.GetUtcNow());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SlackReply.Unknown("timeout");
        }
        catch (HttpRequestException failure)
        {
            return new SlackReply.Unknown(failure.HttpRequestError.ToString());
        }
    }

    /// <summary>For one socket.</summary>
    /// <param name="over">The stream to put around its connection.</param>
    internal static HttpMessageInvoker Socket(Func<Stream, Stream> over)
    {
        var handler = Handler();
        handler.PlaintextStreamFilter = (connection, _) => new(over(connection.PlaintextStream));
        return new(handler, disposeHandler: true);
    }

    private static SocketsHttpHandler Handler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            Proxy = new ExceptForLoopback(HttpClient.DefaultProxy),
        };

    /// <summary>The system's proxy, but not for this machine: a proxy cannot reach the Playground or a test
    /// here.</summary>
    internal sealed class ExceptForLoopback(IWebProxy system) : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => system.Credentials;
            set => system.Credentials = value;
        }

        public Uri? GetProxy(Uri destination) => destination.IsLoopback ? null : system.GetProxy(destination);

        public bool IsBypassed(Uri host) => host.IsLoopback || system.IsBypassed(host);
    }
}
