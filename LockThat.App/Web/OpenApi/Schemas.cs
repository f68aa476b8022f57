using LockThat.App.Slack.Requests;
using Microsoft.OpenApi;

namespace LockThat.App.Web.OpenApi;

/// <summary>The schemas of bodies. Of Slack's bodies they have the fields that LockThat reads.</summary>
internal static class Schemas
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Json = "application/json";
    private const string Id = "The id of the workspace, T…";

    public static DescribedBody Html { get; } = new("text/html", Text("A page."));

    public static DescribedBody Document { get; } = new(Json, Holds("An OpenAPI document."));

    public static DescribedBody Health { get; } =
        new(
            Json,
            Holds(
                "A part that is well is \"ok\"; any other has the reason.",
                ("status", Text("\"ok\" or \"unavailable\".")),
                ("version", Text("The version of the app.")),
                ("storage", Text("Whether changes can be stored; only where readiness is asked for.")),
                ("scheduler", Text("Whether ends are told in time; only where readiness is asked for."))
            )
        );

    public static DescribedBody Command { get; } =
        new(
            Form,
            Holds(
                "A slash command.",
                ("command", Text("/lockthat")),
                ("text", Text("What was typed behind it, such as: lock test-site 2 h demo")),
                ("team_id", Text(Id)),
                ("enterprise_id", Text("The id of the organisation, E…, if there is one.")),
                ("is_enterprise_install", Text("\"true\" when the organisation has installed the app.")),
                ("user_id", Text("Who typed it, U… or W….")),
                ("trigger_id", Text("Opens a form within three seconds.")),
                ("response_url", Text("Where later answers go; used only when it is Slack's own."))
            )
        );

    public static DescribedBody Interaction { get; } =
        Payload("block_actions, view_submission, view_closed or shortcut");

    public static DescribedBody Suggestion { get; } = Payload("block_suggestion");

    public static DescribedBody Event { get; } =
        new(
            Json,
            Holds(
                "An event of the Events API.",
                ("type", Text("url_verification or event_callback.")),
                ("challenge", Text("To be given back, for url_verification.")),
                ("team_id", Text(Id)),
                ("event", Holds($"One of: {string.Join(", ", EventReader.Handled)}."))
            )
        );

    public static DescribedBody Message { get; } =
        new(
            Json,
            Holds(
                "A message that only its reader sees, or nothing when a form opens instead.",
                ("response_type", Text("ephemeral")),
                ("text", Text("All of it in words.")),
                ("blocks", new() { Type = JsonSchemaType.Array, Items = Holds("A block of Block Kit.") })
            )
        );

    public static DescribedBody ViewResponse { get; } =
        new(
            Json,
            Holds(
                "Nothing, or the next state of a form that was sent.",
                ("response_action", Text("errors, update or clear.")),
                ("errors", Holds("What is wrong, by the id of the block.")),
                ("view", Holds("What the form becomes."))
            )
        );

    public static DescribedBody Options { get; } =
        new(
            Json,
            Holds(
                "What can be chosen.",
                (
                    "options",
                    new()
                    {
                        Type = JsonSchemaType.Array,
                        Items = Holds("An option of Block Kit, with its text and value."),
                    }
                )
            )
        );

    public static DescribedBody Challenge { get; } =
        new(Json, Holds("Nothing, or for url_verification the challenge.", ("challenge", Text("As it came."))));

    private static DescribedBody Payload(string types) =>
        new(
            Form,
            Holds(
                "Something that somebody pressed, sent or chose.",
                (
                    "payload",
                    new()
                    {
                        Type = JsonSchemaType.String,
                        ContentMediaType = Json,
                        Description = $"JSON whose type is {types}.",
                    }
                )
            )
        );

    private static OpenApiSchema Text(string means) => new() { Type = JsonSchemaType.String, Description = means };

    private static OpenApiSchema Holds(string means, params (string Name, OpenApiSchema Schema)[] properties) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = means,
            Properties =
                properties.Length == 0
                    ? null
                    : properties.ToDictionary(property => property.Name, property => (IOpenApiSchema)property.Schema),
        };
}
