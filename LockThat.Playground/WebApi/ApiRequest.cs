using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using LockThat.Playground.Wire;
using Microsoft.AspNetCore.WebUtilities;

namespace LockThat.Playground.WebApi;

/// <summary>A call as it came in: its arguments from a JSON body, a form or a query, or Slack's error for a call that
/// it does not take.</summary>
internal sealed record ApiRequest(string Body, JsonElement Arguments, string? Token, string? Error)
{
    private static readonly ImmutableHashSet<string> JsonArguments = ["blocks", "attachments", "view", "metadata"];
    private static readonly JsonElement None = new JsonObject().ToElement();

    public static async Task<ApiRequest> Read(HttpRequest request, bool takesJson, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(cancellationToken);
        var bearer =
            request.Headers.Authorization.ToString() is ['B' or 'b', ..] header
            && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
                ? header["Bearer ".Length..].Trim()
                : null;
        var type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        if (HttpMethods.IsGet(request.Method))
            return new(
                request.QueryString.Value ?? "",
                Form(request.Query.Select(field => (field.Key, field.Value.ToString()))),
                bearer,
                null
            );
        return type switch
        {
            "application/json" => FromJson(body, bearer, takesJson),
            "application/x-www-form-urlencoded" => FromForm(body, bearer),
            "" when body.Length == 0 => new(body, None, bearer, null),
            _ => new(body, None, bearer, "invalid_post_type"),
        };
    }

    /// <summary>Null when the call may go on.</summary>
    public string? AuthError(bool ofApp) =>
        Token switch
        {
            null or "" => "not_authed",
            Addresses.BotToken => ofApp ? "not_allowed_token_type" : null,
            Addresses.AppToken => ofApp ? null : "not_allowed_token_type",
            _ => "invalid_auth",
        };

    // A method that takes forms only does not look into a JSON body at all.
    private static ApiRequest FromJson(string body, string? bearer, bool takesJson)
    {
        if (!takesJson || body.Length == 0)
            return new(body, None, bearer, null);
        return Json.Parse(body) switch
        {
            null => new(body, None, bearer, "invalid_json"),
            { ValueKind: JsonValueKind.Object } arguments => new(body, arguments, bearer, null),
            _ => new(body, None, bearer, "json_not_object"),
        };
    }

    private static ApiRequest FromForm(string body, string? bearer)
    {
        var fields = QueryHelpers.ParseQuery(body);
        return new(
            body,
            Form(fields.Select(field => (field.Key, field.Value.ToString()))),
            bearer ?? (fields.TryGetValue("token", out var token) ? token.ToString() : null),
            null
        );
    }

    // Only these arguments are JSON in a form; others may look like JSON and are text.
    private static JsonElement Form(IEnumerable<(string Name, string Value)> fields)
    {
        var arguments = new JsonObject();
        foreach (var (name, value) in fields)
            arguments[name] =
                JsonArguments.Contains(name) && Json.Parse(value) is { } parsed
                    ? parsed.ToNode()
                    : JsonValue.Create(value);
        return arguments.ToElement();
    }
}
