using LockThat.Playground.Workspaces;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace LockThat.Playground.Sockets;

/// <summary>The endpoint that apps connect to: <c>/link/</c> with a ticket of <c>apps.connections.open</c>.</summary>
internal static class SocketEndpoint
{
    public const string Path = "/link";

    /// <summary>Taps connections; ahead of everything that looks at the connection.</summary>
    public static void UseSockets(this WebApplication app)
    {
        app.Use(
            (context, next) =>
            {
                if (
                    context.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal)
                    && context.Features.Get<IHttpUpgradeFeature>() is { } upgrade
                )
                    context.Features.Set<IHttpUpgradeFeature>(new TappedUpgrade(upgrade, AbortOf(context)));
                return next(context);
            }
        );
        app.UseWebSockets();
    }

    public static void MapSockets(this WebApplication app, SocketLinks links, Workspace workspace, Faults faults) =>
        app.MapGet(
            Path,
            async (HttpContext context, string? ticket) =>
            {
                if (
                    !context.WebSockets.IsWebSocketRequest
                    || context.Features.Get<IHttpUpgradeFeature>() is not TappedUpgrade upgrade
                )
                {
                    context.Response.StatusCode = StatusCodes.Status400BadRequest;
                    return;
                }

                if (ticket is null || !links.Tickets.Redeem(ticket))
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return;
                }

                using var socket = await context.WebSockets.AcceptWebSocketAsync(
                    new WebSocketAcceptContext { KeepAliveInterval = Timeout.InfiniteTimeSpan }
                );
                if (upgrade.Stream is not { } tap)
                    return;
                using var link = new SocketLink(socket, tap, workspace, faults, AbortOf(context));
                await Serve(link, links);
            }
        );

    // The abort of the connection, which outlives the request: a socket may be cut when its request has just ended.
    private static Action AbortOf(HttpContext context) =>
        context.Features.GetRequiredFeature<IConnectionLifetimeFeature>().Abort;

    private static async Task Serve(SocketLink link, SocketLinks links)
    {
        if (!links.IsEnabled)
        {
            await link.Disconnects("link_disabled");
            await link.Listen();
        }
        else if (links.Add(link) is { } count)
        {
            try
            {
                await link.Greet(count);
                await link.Listen();
            }
            finally
            {
                links.Remove(link);
            }
        }
        else
        {
            await link.Disconnects("too_many_websockets");
            await link.Listen();
        }
    }
}
