using System.Globalization;
using System.Text.Json;
using LockThat.App.Slack.Http;
using LockThat.Blocks;
using LockThat.Blocks.Forms;

namespace LockThat.Benchmarks.Soak;

/// <summary>Slack's posts for clicks, forms and the like.</summary>
/// <param name="slack">Where messages are answered to: the stand-in.</param>
internal sealed class Payloads(Uri slack)
{
    private static readonly JsonEncodedText OfShortcut = JsonEncodedText.Encode(
        $"{new ModalMemory(ModalOrigin.Shortcut)}"
    );

    /// <summary>Somebody presses a button under an answer of the app.</summary>
    public Post Click(Somebody who, string action, string resource) =>
        Interaction(
            SlackEndpoints.Action,
            who,
            $$$"""
            "type":"block_actions","container":{"type":"message","message_ts":"1700000000.000100","channel_id":"C0GENERAL","is_ephemeral":true},
            "channel":{"id":"C0GENERAL"},"message":{"ts":"1700000000.000100"},"response_url":"{{{slack}}}actions/1/x",
            "actions":[{"type":"button","block_id":"{{{Ids.Blocks.One}}}","action_id":"{{{action}}}","value":"{{{resource}}}","action_ts":"{{{who.Stamp}}}"}]
            """
        );

    /// <summary>Somebody submits the form that the shortcut opened.</summary>
    public static Post Submission(Somebody who, string resource, int seconds) =>
        Interaction(
            SlackEndpoints.Action,
            who,
            $$$"""
            "type":"view_submission","view":{"id":"V0MODAL","type":"modal","hash":"1.x","private_metadata":"{{{OfShortcut}}}",
            "callback_id":"{{{Ids.Callbacks.Lock}}}","state":{"values":{
            "{{{Ids.Fields.Resource}}}":{"{{{Ids.Fields.Value}}}":{"type":"external_select","selected_option":{"value":"{{{resource}}}"} }},
            "{{{Ids.Fields.Length}}}":{"{{{Ids.Fields.Value}}}":{"type":"static_select","selected_option":{"value":"{{{seconds}}}"} }},
            "{{{Ids.Fields.Reason}}}":{"{{{Ids.Fields.Value}}}":{"type":"plain_text_input","value":"as good as any"}} } } }
            """
        );

    /// <summary>Somebody types into the select of that form.</summary>
    public static Post Suggestion(Somebody who, string typed) =>
        Interaction(
            SlackEndpoints.Options,
            who,
            $$$"""
            "type":"block_suggestion","action_id":"{{{Ids.Fields.Value}}}","block_id":"{{{Ids.Fields.Resource}}}","value":"{{{typed}}}",
            "view":{"id":"V0MODAL","type":"modal","callback_id":"{{{Ids.Callbacks.Lock}}}"}
            """
        );

    public static Post Shortcut(Somebody who) =>
        Interaction(
            SlackEndpoints.Action,
            who,
            $"\"type\":\"shortcut\",\"callback_id\":\"{Ids.Callbacks.LockShortcut}\""
        );

    public static Post Command(Somebody who, string text) =>
        new(SlackEndpoints.Command, Scenario.Form, Scenario.Typed(who.Team, who.User, text, who.Random));

    public static Post HomeOpened(Somebody who) =>
        new(SlackEndpoints.Event, "application/json", Scenario.Opened(who.Team, who.User, who.Random));

    private static Post Interaction(string path, Somebody who, string members) =>
        new(
            path,
            Scenario.Form,
            "payload="
                + Uri.EscapeDataString(
                    $$$"""
                    {"team":{"id":"{{{who.Team}}}"},"user":{"id":"{{{who.User}}}","team_id":"{{{who.Team}}}"},"trigger_id":"{{{who.Stamp}}}.abc",{{{members}}}}
                    """
                )
        );
}

/// <summary>One request.</summary>
internal sealed record Post(string Path, string ContentType, string Body);

/// <summary>The person who acts.</summary>
internal sealed record Somebody(string Team, string User, Random Random)
{
    /// <summary>Another each time.</summary>
    public string Stamp => string.Create(CultureInfo.InvariantCulture, $"{Random.NextInt64()}.{Random.Next()}");
}
