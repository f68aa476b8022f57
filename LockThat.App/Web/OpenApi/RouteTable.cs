using LockThat.App.Slack;

namespace LockThat.App.Web.OpenApi;

/// <summary>Every route in words. A test holds that none is missing.</summary>
internal static class RouteTable
{
    private const string FromSlack = "From Slack";
    private const string Installing = "Installing";
    private const string Pages = "Pages";
    private const string Operating = "Operating";

    private static readonly DescribedAnswer[] Refusals =
    [
        new(400, "The body is signed, but nothing that Slack would send here."),
        new(401, "A signature is missing, wrong, or more than five minutes off. Nothing has changed."),
        new(413, "The body is larger than 1 MiB."),
        new(415, "The body is signed, but of another content type."),
    ];

    private static readonly DescribedAnswer OneWorkspaceOnly = new(404, "This installation serves one workspace.", Schemas.Html);

    public static IReadOnlyList<(string Name, string Description)> Tags { get; } =
    [
        (FromSlack, "What Slack posts when people do something. Answered within three seconds, whatever else is slow or down."),
        (Installing, "How a workspace gets the app. Only where any workspace may install it."),
        (Pages, "What anybody may read."),
        (Operating, "For who runs the app."),
    ];

    public static IReadOnlyDictionary<string, DescribedRoute> Routes { get; } = new Dictionary<string, DescribedRoute>
    {
        [SlackEndpoints.Command] = Signed("command", "Slash commands", "Somebody typed /lockthat.", Schemas.Command, Schemas.Message),
        [SlackEndpoints.Action] = Signed(
            "action", "Buttons, forms and shortcuts", "Somebody pressed a button, sent or closed a form, or chose a shortcut.", Schemas.Interaction, Schemas.ViewResponse),
        [SlackEndpoints.Options] = Signed("options", "Options of a select", "Somebody is choosing a resource in a form.", Schemas.Suggestion, Schemas.Options),
        [SlackEndpoints.Event] = Signed("event", "Events API", "Somebody opened the app's Home, or the app was removed.", Schemas.Event, Schemas.Challenge),
        [InstallEndpoints.Install] = new("install", Installing, "Add to Slack", "Sends the browser to Slack's page, with a state that only this browser can bring back.")
        {
            Query = [new("team", "The id of the workspace to propose on Slack's page.")],
            Answers =
            [
                new(302, "To Slack's page.")
                {
                    Headers = [new("Location", "Slack's page, with the scopes and the state."), new("Set-Cookie", "The browser's half of the state, for ten minutes.")],
                },
                OneWorkspaceOnly,
            ],
        },
        [InstallEndpoints.OAuthRedirect] = new("oauthRedirect", Installing, "Back from Slack", "Changes the code into a token, once, and keeps it encrypted.")
        {
            Query = [new("state", "As it was given."), new("code", "From Slack, for ten minutes."), new("error", "From Slack, in the place of a code: the person cancelled.")],
            Answers =
            [
                new(200, "Installed, or cancelled.", Schemas.Html),
                new(400, "The state or the code is wrong, late or used. Nothing is stored.", Schemas.Html),
                OneWorkspaceOnly,
                new(502, "Slack does not answer.", Schemas.Html),
                new(503, "Too much is going on.", Schemas.Html),
            ],
        },
        [Site.Landing] = Page("landing", "What LockThat is", "With the way to add it to Slack."),
        [Site.Privacy] = Page("privacy", "Privacy", "What is stored, for how long, and how to have it deleted."),
        [Site.Terms] = Page("terms", "Terms", "Under which terms it may be used."),
        [ApiRoutes.Page] = Page("api", "This description, to read", "Drawn from the document."),
        [ApiRoutes.Document] = new("document", Operating, "This description, for programs", "OpenAPI 3.1.") { Answers = [new(200, "The document.", Schemas.Document)] },
        [Health.Live] = new("live", Operating, "Whether the process lives", "Asks nothing of anybody else.") { Answers = [new(200, "It lives.", Schemas.Health)] },
        [Health.Ready] = new("ready", Operating, "Whether the app can serve", "Storage answers and the scheduler runs.")
        {
            Answers = [new(200, "It can.", Schemas.Health), new(503, "It cannot, and the body says why.", Schemas.Health)],
        },
    };

    private static DescribedRoute Signed(string id, string summary, string description, DescribedBody takes, DescribedBody answers) =>
        new(id, FromSlack, summary, description)
        {
            IsSigned = true,
            Takes = takes with { Means = takes.Schema.Description ?? "" },
            Answers = [new(200, "Done, or an answer in words that says why not.", answers), .. Refusals],
        };

    private static DescribedRoute Page(string id, string summary, string description) =>
        new(id, Pages, summary, description) { Answers = [new(200, "The page.", Schemas.Html)] };
}
