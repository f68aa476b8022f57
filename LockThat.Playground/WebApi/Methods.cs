using System.Collections.Immutable;
using System.Text.Json;

namespace LockThat.Playground.WebApi;

/// <summary>One Web API method. TakesJson tells those that accept a JSON body from those that take forms
/// only.</summary>
internal sealed record Method(string Name, bool TakesJson, Func<JsonElement, ApiAnswer> Call)
{
    /// <summary>It is called by the app's own token, and not by a bot's.</summary>
    public bool IsOfApp { get; init; }
}

/// <summary>Every method that the Playground answers. <see href="https://docs.slack.dev/reference/methods"/></summary>
internal static class Methods
{
    public static ImmutableDictionary<string, Method> All(Engine engine) =>
        Identity
            .All(engine)
            .Concat(Chat.All(engine))
            .Concat(ConversationMethods.All(engine))
            .Concat(Users.All(engine.Workspace.Time))
            .Concat(ViewMethods.All(engine))
            .Concat(ConnectionMethods.All(engine))
            .ToImmutableDictionary(method => method.Name);
}
