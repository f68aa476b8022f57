using LockThat.App.Installs.Pages;
using LockThat.App.Slack.Http;

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

    public static IReadOnlyList<(string Name, string Description)> Tags { get; } =
    [
        (
            FromSlack,
            "Slack's posts when people do something. They are answered within three seconds, even when other parts are slow or down."
        ),
        (Installing, "How a workspace gets the app. Only where any workspace may install it."),
        (Pages, "What anybody may read."),
        (Operating, "For who runs the app."),
    ];

    public static IReadOnlyDictionary<string, DescribedRoute> Routes { get; } =
        new Dictionary<string, DescribedRoute>
        {
            [SlackEndpoints.Command] = Signed(
                "command",
                "Slash commands",
                "Somebody typed /lockthat.",
                Schemas.Command,
                Schemas.Message
            ),
            [SlackEndpoints.Action] = Signed(
                "action",
                "Buttons, forms and shortcuts",
                "Somebody pressed a button, sent or closed a form, or chose a shortcut.",
                Schemas.Interaction,
                Schemas.ViewResponse
            ),
            [SlackEndpoints.Options] = Signed(
                "options",
                "Options of a select",
                "Somebody is choosing a resource in a form.",
                Schemas.Suggestion,
                Schemas.Options
            ),
            [SlackEndpoints.Event] = Signed(
                "event",
                "Events API",
                "Somebody opened the app's Home, or the app was removed.",
                Schemas.Event,
                Schemas.Challenge
            ),
            [InstallEndpoints.Install] = new(
                "install",
                Installing,
                "Add to Slack",
                "Leads to Slack's page, where somebody allows it."
            )
            {
                Query = [new("team", "The workspace to offer first; whichever they choose without it.")],
                Answers =
                [
                    new(302, "To Slack.")
                    {
                        Headers =
                        [
                            new("Location", "Slack's page, with the scopes and a state."),
                            new("Set-Cookie", "What the way back is bound to, for ten minutes."),
                        ],
                    },
                    new(404, "This app serves one workspace.", Schemas.Html),
                ],
            },
            [InstallEndpoints.OAuthRedirect] = new(
                "oauthRedirect",
                Installing,
                "Back from Slack",
                "Slack sends the installer here. Every answer is a page that says the result."
            )
            {
                Query =
                [
                    new("code", "What the bot's token is had for."),
                    new("state", "Good once, for ten minutes, in one browser."),
                    new("error", "Why there is no code, such as access_denied."),
                ],
                Answers =
                [
                    new(200, "Installed; or cancelled, and nothing has changed.", Schemas.Html),
                    new(
                        400,
                        "Another browser's, too late, used before, or refused by Slack. Nothing was installed.",
                        Schemas.Html
                    ),
                    new(404, "This app serves one workspace.", Schemas.Html),
                    new(502, "Slack does not answer.", Schemas.Html),
                    new(503, "Slack or the store is too busy just now.", Schemas.Html),
                ],
            },
            [Site.Landing] = Page("landing", "What LockThat is", "With the way to add it to Slack."),
            [Site.Privacy] = Page("privacy", "Privacy", "What is stored, for how long, and how to have it deleted."),
            [Site.Terms] = Page("terms", "Terms", "Under which terms it may be used."),
            [ApiRoutes.Page] = Page("api", "This description, to read", "Drawn from the document."),
            [ApiRoutes.Document] = new("document", Operating, "This description, for programs", "OpenAPI 3.1.")
            {
                Answers = [new(200, "The document.", Schemas.Document)],
            },
            [Health.Live] = new("live", Operating, "Whether the process lives", "Asks nothing of anybody else.")
            {
                Answers = [new(200, "It lives.", Schemas.Health)],
            },
            [Health.Ready] = new(
                "ready",
                Operating,
                "Whether the app can serve",
                "Storage answers and the scheduler runs; where Socket Mode is the only entrance, a socket has stood within the last minute."
            )
            {
                Answers =
                [
                    new(200, "It can.", Schemas.Health),
                    new(503, "It cannot, and the body says why.", Schemas.Health),
                ],
            },
        };

    private static DescribedRoute Signed(
        string id,
        string summary,
        string description,
        DescribedBody takes,
        DescribedBody answers
    ) =>
        new(id, FromSlack, summary, description)
        {
            IsSigned = true,
            Takes = takes with { Means = takes.Schema.Description ?? "" },
            Answers = [new(200, "Done, or an answer in words that says why not.", answers), .. Refusals],
        };

    private static DescribedRoute Page(string id, string summary, string description) =>
        new(id, Pages, summary, description) { Answers = [new(200, "The page.", Schemas.Html)] };
}
