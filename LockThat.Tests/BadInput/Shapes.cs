using LockThat.App.Slack.Http;
using LockThat.Blocks;
using LockThat.Tests.Slack;

namespace LockThat.Tests.BadInput;

/// <summary>A request as it would be right.</summary>
internal sealed record Shape(string Method, string Target, string? ContentType = null, string Body = "")
{
    /// <summary>Whether it must be signed.</summary>
    public bool IsSlacks => Method == "POST";

    public bool IsJson => ContentType == Payloads.Json;
}

/// <summary>One of everything that is asked of the app over HTTP, in the form in which Slack or a browser asks
/// it.</summary>
internal static class Shapes
{
    private const string At = "1700000009.000200";

    private static readonly string[] Commands =
    [
        "lock test-site 2 h demo",
        "lock site-2 30m why not override",
        "unlock test-site",
        "unlock test-site override",
        "extend test-site 1h",
        "create site-3",
        "delete site-3",
        "list",
        "mine",
        "help",
        "",
        "lock",
        "create",
        "extend",
        "unlock",
    ];

    private static readonly string[] Events =
    [
        """{"type":"app_home_opened","user":"U0ALICE01","channel":"D0DM","tab":"home","view":{"id":"V0HOME","type":"home","hash":"1.x"}}""",
        """{"type":"team_access_granted","team_ids":["T0A","T0B"]}""",
        """{"type":"team_access_revoked","team_ids":["T0A"]}""",
        """{"type":"user_change","user":{"id":"U0BOB","deleted":true}}""",
        """{"type":"message","text":"hello"}""",
    ];

    // Of another workspace, or there would soon be no token left to call Slack with.
    private static readonly string[] Departures =
    [
        """{"type":"app_uninstalled"}""",
        """{"type":"tokens_revoked","tokens":{"oauth":["U0X"],"bot":["U0BOT"]}}""",
    ];

    private static readonly string[] Buttons =
    [
        Ids.Actions.Unlock,
        Ids.Actions.Watch,
        Ids.Actions.Unwatch,
        Ids.Actions.GiveBack,
        Ids.Actions.Lock,
        Ids.Actions.Extend,
        Ids.Actions.Override,
        Ids.Actions.Create,
        Ids.Actions.Menu,
        Ids.Actions.NextPage,
        Ids.Actions.PreviousPage,
        Ids.Actions.Filter,
        Ids.Actions.ClearFilter,
    ];

    private static readonly string[] Pages =
    [
        "/",
        "/privacy",
        "/terms",
        "/health/live",
        "/health/ready",
        "/openapi",
        "/openapi/v1.json",
        "/slack/install",
        "/slack/install?team=T0ACME001",
        "/slack/oauth_redirect?code=1.2.3&state=AAAA",
        "/slack/oauth_redirect?error=access_denied&state=AAAA",
        "/slack/oauth_redirect",
        "/favicon.ico",
        "/nothing",
        "/slack/command",
    ];

    /// <summary>Slack's posts.</summary>
    public static IReadOnlyList<Shape> Slacks { get; } =
    [
        .. Commands.Select(text => new Shape("POST", SlackEndpoints.Command, Payloads.Form, Payloads.Command(text))),
        new("POST", SlackEndpoints.Command, Payloads.Form, "ssl_check=1&token=x"),
        .. Interactions.Select(json => new Shape("POST", SlackEndpoints.Action, Payloads.Form, Payloads.Payload(json))),
        new("POST", SlackEndpoints.Options, Payloads.Form, Payloads.Payload(Payloads.Suggestion)),
        .. Events.Select(json => new Shape("POST", SlackEndpoints.Event, Payloads.Json, Event(json))),
        .. Departures.Select(json => new Shape(
            "POST",
            SlackEndpoints.Event,
            Payloads.Json,
            Event(json).Replace("T0ACME001", "T0GONE", StringComparison.Ordinal)
        )),
        new("POST", SlackEndpoints.Event, Payloads.Json, Payloads.HomeOpened),
        new(
            "POST",
            SlackEndpoints.Event,
            Payloads.Json,
            """{"type":"url_verification","token":"x","challenge":"3eZbrw1a"}"""
        ),
    ];

    /// <summary>Requests that anybody may make.</summary>
    public static IReadOnlyList<Shape> Anybodys { get; } = [.. Pages.Select(page => new Shape("GET", page))];

    /// <summary>The JSON of interactions of every kind.</summary>
    public static IEnumerable<string> Interactions =>
        [
            Payloads.BlockAction,
            Payloads.HomeAction,
            Payloads.Submission,
            Submission(
                "lock",
                """{\"origin\":\"home\"}""",
                """
                {"resource":{"value":{"type":"external_select","selected_option":{"value":"test-site"}}},"length":{"value":{"selected_option":{"value":"3600"}}},
                 "reason":{"value":{"type":"plain_text_input","value":"demo"}}}
                """
            ),
            Submission(
                "lock",
                """{\"origin\":\"shortcut\",\"name\":\"test-site\"}""",
                """
                {"length":{"value":{"selected_option":{"value":"custom"}}},"until":{"value":{"type":"datetimepicker","selected_date_time":1700009000}},"reason":{"value":{"value":null}}}
                """
            ),
            Submission(
                "override",
                """{\"origin\":\"home\",\"name\":\"test-site\",\"lease\":\"x\",\"until\":\"2023-11-14T22:13:20Z\"}""",
                """{"length":{"value":{"selected_option":{"value":"3600"}}}}"""
            ),
            Submission(
                "extend",
                """{\"origin\":\"home\",\"name\":\"test-site\",\"lease\":\"x\"}""",
                """{"length":{"value":{"selected_option":{"value":"3600"}}}}"""
            ),
            Submission(
                "create",
                """{\"origin\":\"home\"}""",
                """{"name":{"value":{"value":"site-4"}},"lock_now":{"value":{"selected_options":[{"value":"yes"}]}}}"""
            ),
            Submission("delete", """{\"origin\":\"home\",\"name\":\"test-site\"}""", "{}"),
            Submission(
                "lock",
                """{\"origin\":\"message\",\"block_id\":\"list:1\",\"response_url\":\"https://hooks.slack.com/x\"}""",
                "{}"
            ),
            Payloads.Submission.Replace("view_submission", "view_closed", StringComparison.Ordinal),
            """{"type":"shortcut","team":{"id":"T0ACME001"},"user":{"id":"U0ALICE01"},"callback_id":"lock_resource","trigger_id":"1.2.abc","action_ts":"1.1"}""",
            """{"type":"message_action","team":{"id":"T0ACME001"},"user":{"id":"U0ALICE01"},"callback_id":"x","trigger_id":"1.2.abc"}""",
            .. from button in Buttons
            from json in (string[])
                [Click(Payloads.BlockAction, "unlock", button), Click(Payloads.HomeAction, "pick", button)]
            select json,
        ];

    private static string Submission(string callback, string metadata, string state) =>
        $$"""
            {"type":"view_submission","team":{"id":"T0ACME001"},"user":{"id":"U0BOB","team_id":"T0ACME001"},"trigger_id":"1.2.abc","response_urls":[],
             "view":{"id":"V0MODAL","type":"modal","hash":"1.x","private_metadata":"{{metadata}}","callback_id":"{{callback}}","state":{"values":{{state}} } } }
            """;

    private static string Click(string payload, string before, string button) =>
        payload
            .Replace($"\"action_id\":\"{before}\"", $"\"action_id\":\"{button}\"", StringComparison.Ordinal)
            .Replace("\"value\":\"42\"", "\"value\":\"test-site\"", StringComparison.Ordinal)
            .Replace("\"value\":\"one\"", "\"value\":\"delete\"", StringComparison.Ordinal)
            .Replace(
                "\"block_id\":\"b\"",
                "\"block_id\":\"row:test-site lease 1700000000000\"",
                StringComparison.Ordinal
            )
            .Replace("1700000005.123456", At, StringComparison.Ordinal);

    private static string Event(string json) =>
        $$"""
            {"type":"event_callback","team_id":"T0ACME001","event_id":"Ev1","event_time":1700000001,"event":{{json}},
             "authorizations":[{"enterprise_id":null,"team_id":"T0ACME001","user_id":"U0BOT","is_bot":true,"is_enterprise_install":false}]}
            """;
}
