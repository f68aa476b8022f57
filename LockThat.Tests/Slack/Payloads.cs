using System.Text;
using LockThat.App.Identifiers;
using LockThat.App.Slack.Requests;

namespace LockThat.Tests.Slack;

/// <summary>Slack's posts, with fixed ids.</summary>
internal static class Payloads
{
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string Form = "application/x-www-form-urlencoded";
    public const string Json = "application/json";
    public const string ResponseUrl = "https://hooks.slack.com/commands/T0ACME001/1/secret";

    public const string BlockAction = """
        { "type":"block_actions",
          "team":{"id":"T0ACME001","domain":"acme"}, "enterprise":null, "is_enterprise_install":false,
          "user":{"id":"U0ALICE01","username":"alice","name":"alice","team_id":"T0ACME001"},
          "container":{"type":"message","message_ts":"1700000000.000100","channel_id":"C0GENERAL","is_ephemeral":false},
          "trigger_id":"1.2.abc", "channel":{"id":"C0GENERAL","name":"general"},
          "message":{"type":"message","ts":"1700000000.000100","text":"caf\u00e9 \ud83d\ude00"},
          "state":{"values":{"why":{"v":{"type":"plain_text_input","value":"demo"}}}},
          "response_url":"https://hooks.slack.com/actions/T0ACME001/1/secret",
          "actions":[{"type":"button","block_id":"b1","action_id":"unlock","value":"42","action_ts":"1700000005.123456"}] }
        """;

    public const string HomeAction = """
        { "type":"block_actions", "team":{"id":"T0ACME001"}, "user":{"id":"U0ALICE01","team_id":"T0ACME001"},
          "container":{"type":"view","view_id":"V0HOME"}, "trigger_id":"1.2.abc",
          "view":{"id":"V0HOME","type":"home","hash":"1.x","private_metadata":"p=2","callback_id":"","previous_view_id":null,
                  "root_view_id":"V0HOME","state":{"values":{"filter":{"v":{"type":"plain_text_input","value":"site"}}}}},
          "actions":[{"type":"static_select","block_id":"b","action_id":"pick","selected_option":{"value":"one"},"action_ts":"1.1"}] }
        """;

    public const string Submission = """
        { "type":"view_submission", "team":{"id":"T0ACME001"}, "user":{"id":"U0ALICE01","team_id":"T0ACME001"}, "trigger_id":"1.2.abc",
          "view":{"id":"V0MODAL","type":"modal","hash":"1.x","private_metadata":"{}","callback_id":"lock","previous_view_id":"V0UNDER",
                  "root_view_id":"V0ROOT","state":{"values":{"why":{"v":{"type":"plain_text_input","value":"demo"}}}}},
          "response_urls":[] }
        """;

    public const string Suggestion = """
        { "type":"block_suggestion", "team":{"id":"T0ACME001"}, "user":{"id":"U0ALICE01"}, "action_id":"resource", "block_id":"b", "value":"te",
          "view":{"id":"V0MODAL","type":"modal"} }
        """;

    public const string HomeOpened = """
        { "team_id":"T0ACME001","type":"event_callback","event_id":"Ev1","event_time":1700000001,
          "event":{"type":"app_home_opened","user":"U0ALICE01","channel":"D0DM","tab":"home","view":{"id":"V0HOME","type":"home","hash":"1.x"}},
          "authorizations":[{"enterprise_id":null,"team_id":"T0ACME001","user_id":"U0BOT","is_bot":true,"is_enterprise_install":false}] }
        """;

    public static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    public static readonly Workspace Acme = new(new TeamId("T0ACME001"));

    public static readonly UserId Alice = new("U0ALICE01");

    public static string Command(string text, string responseUrl = ResponseUrl) =>
        $"token=x&team_id=T0ACME001&team_domain=acme&channel_id=C0GENERAL&channel_name=general&user_id=U0ALICE01&user_name=alice&command=%2Flockthat"
        + $"&text={Uri.EscapeDataString(text)}&api_app_id=A0&is_enterprise_install=false&response_url={Uri.EscapeDataString(responseUrl)}&trigger_id=1.2.abc";

    public static string Payload(string json) => $"payload={Uri.EscapeDataString(json)}";

    public static RequestReading Read(SlackRoute route, string body) =>
        RequestReader.Read(route, route == SlackRoute.Event ? Json : Form, Encoding.UTF8.GetBytes(body));

    public static SlackRequest Understood(SlackRoute route, string body) =>
        Read(route, body).ShouldBeOfType<RequestReading.Understood>().Request;
}
