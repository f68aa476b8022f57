using System.Net;

namespace LockThat.App.Slack;

/// <summary>The one way out to Slack: no redirects, no cookies, and no log of addresses, for a response_url is a secret.</summary>
public static class SlackHttp
{
    // A page of users is the largest answer that we ask for.
    private const int LargestAnswer = 4 * 1024 * 1024;

    public static HttpClient Client() => new(Handler(), disposeHandler: true)
    {
        MaxResponseContentBufferSize = LargestAnswer,
        // SlackClient has time-outs of its own, on the app's clock.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>For one socket; whatever comes over it is heard.</summary>
    internal static HttpMessageInvoker Socket(HeardStream.Ear ear)
    {
        var handler = Handler();
        handler.PlaintextStreamFilter = (connection, _) => new(new HeardStream(connection.PlaintextStream, ear));
        return new(handler, disposeHandler: true);
    }

    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        Proxy = new ExceptForLoopback(HttpClient.DefaultProxy),
    };

    /// <summary>The system's proxy, which cannot reach the Playground or a test on this machine.</summary>
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
