using System.Text.Json.Nodes;

namespace LockThat.Playground.WebApi;

/// <summary>apps.connections.open: the address of one socket.</summary>
internal static class ConnectionMethods
{
    public static IEnumerable<Method> All(Engine engine) =>
        [
            new(
                "apps.connections.open",
                false,
                _ =>
                    ApiAnswer.Ok(
                        KeyValuePair.Create<string, JsonNode?>(
                            "url",
                            engine.Addresses.Socket(engine.Sockets.Tickets.Issue()).ToString()
                        )
                    )
            )
            {
                IsOfApp = true,
            },
        ];
}
