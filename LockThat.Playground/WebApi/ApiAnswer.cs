using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace LockThat.Playground.WebApi;

/// <summary>The answer of a method: always HTTP 200, with ok true or false.</summary>
internal sealed record ApiAnswer(JsonObject Body, string? Error, ImmutableArray<string> Problems)
{
    public static ApiAnswer Ok(params IEnumerable<KeyValuePair<string, JsonNode?>> members)
    {
        var body = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in members)
            body[name] = value;
        return new(body, null, []);
    }

    public static ApiAnswer Refused(string error) => new(new() { ["ok"] = false, ["error"] = error }, error, []);

    /// <summary>The problems as Slack words them, with the pointer to the culprit.</summary>
    public static ApiAnswer Refused(string error, ImmutableArray<string> problems)
    {
        var answer = Refused(error);
        if (error == "invalid_blocks")
            answer.Body["errors"] = new JsonArray([.. problems.Select(problem => JsonValue.Create(problem))]);
        answer.Body["response_metadata"] = new JsonObject
        {
            ["messages"] = new JsonArray([.. problems.Select(problem => JsonValue.Create("[ERROR] " + problem))]),
        };
        return answer with { Problems = problems };
    }

    public static ApiAnswer Missing(string argument) =>
        Refused("invalid_arguments", [$"missing required field: {argument} [json-pointer:/{argument}]"]);
}
