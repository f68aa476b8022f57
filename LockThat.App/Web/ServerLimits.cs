using LockThat.App.Slack.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace LockThat.App.Web;

/// <summary>
/// How much of the server strangers can hold, because opening a connection needs no signature. Slack gives up after
/// three seconds, so a client that is still sending a request long after that is not Slack.
/// </summary>
internal static class ServerLimits
{
    /// <summary>Far more than Slack or a proxy opens; an idle one costs some 10 KB.</summary>
    public const int Connections = 5000;

    public static readonly TimeSpan ForHead = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan ForBody = TimeSpan.FromSeconds(10);

    public static void Set(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = Connections;
        kestrel.Limits.RequestHeadersTimeout = ForHead;
        // After that time the largest allowed body must be complete, however quickly most of it came.
        kestrel.Limits.MinRequestBodyDataRate = new(RawBody.MaxBytes, ForBody);
    }
}
