using System.Text.Json.Nodes;
using LockThat.Playground.Sockets;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.WebApi;

/// <summary>apps.connections.open: the address of one socket.</summary>
internal static class ConnectionMethods
{
    public static IEnumerable<Method> All(Addresses addresses, Tickets tickets) =>
        [
            new(
                "apps.connections.open",
                false,
                _ =>
                    ApiAnswer.Ok(
                        KeyValuePair.Create<string, JsonNode?>(
                            "url",
                            addresses.Socket(tickets.Issue(), Team.AppId).ToString()
                        )
                    )
            )
            {
                IsOfApp = true,
            },
        ];
}
