using System.Text.Json;

namespace LockThat.Playground.WebApi;

/// <summary>One Web API method. TakesJson tells those that accept a JSON body from those that take forms
/// only.</summary>
internal sealed record Method(string Name, bool TakesJson, Func<JsonElement, ApiAnswer> Call)
{
    /// <summary>It is called by the app's own token, and not by a bot's.</summary>
    public bool IsOfApp { get; init; }
}
