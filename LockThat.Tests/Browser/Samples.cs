using System.Text.Json;
using LockThat.Playground.Workspaces;

namespace LockThat.Tests.Browser;

/// <summary>Block Kit as an app might send it, with every element that the page draws.</summary>
internal static class Samples
{
    public static JsonElement Locked { get; } =
        JsonElement.Parse(
            """
            {"text":"You locked test-site.","blocks":[
              {"type":"section","text":{"type":"mrkdwn","text":":lock: You locked `test-site` for *2 hours*, until <!date^1795388400^{date_short_pretty} at {time}|later>.\n> demo"}},
              {"type":"context","elements":[{"type":"mrkdwn","text":"It did not exist, so I created it."}]},
              {"type":"actions","block_id":"a","elements":[
                {"type":"button","action_id":"unlock","text":{"type":"plain_text","text":"Unlock"},"style":"primary"},
                {"type":"button","action_id":"extend","text":{"type":"plain_text","text":"Extend"}}]}]}
            """
        );

    public static JsonElement Refused { get; } =
        JsonElement.Parse(
            """
            {"text":"test-site is locked.","blocks":[
              {"type":"section","text":{"type":"mrkdwn","text":":no_entry: *`test-site` is not yours.* <@U0GRACE01> has had it since <!date^1795381200^{time}|then> and keeps it until <!date^1795388400^{date_short_pretty} at {time}|later>.\n> demo"}},
              {"type":"actions","block_id":"b","elements":[
                {"type":"button","action_id":"watch","text":{"type":"plain_text","text":"Tell me when it's free"}},
                {"type":"button","action_id":"override","style":"danger","text":{"type":"plain_text","text":"Override"},
                 "confirm":{"title":{"type":"plain_text","text":"Take it over?"},"text":{"type":"plain_text","text":"Grace Hopper will be told."},"confirm":{"type":"plain_text","text":"Override"},"deny":{"type":"plain_text","text":"Cancel"},"style":"danger"}}]}]}
            """
        );

    public static JsonElement Listing { get; } =
        JsonElement.Parse(
            """
            {"text":"Three resources.","blocks":[
              {"type":"header","text":{"type":"plain_text","text":"3 resources"}},
              {"type":"section","block_id":"r1","text":{"type":"mrkdwn","text":":lock: `test-site` · <@U0GRACE01> until <!date^1795388400^{date_short_pretty} {time}|later>"},"accessory":{"type":"button","action_id":"u1","text":{"type":"plain_text","text":"Unlock"}}},
              {"type":"section","block_id":"r2","text":{"type":"mrkdwn","text":":large_green_circle: `staging` · free"},"accessory":{"type":"button","action_id":"u2","text":{"type":"plain_text","text":"Lock"}}},
              {"type":"divider"},
              {"type":"rich_text","elements":[{"type":"rich_text_list","style":"bullet","elements":[
                {"type":"rich_text_section","elements":[{"type":"text","text":"a list with "},{"type":"text","text":"bold","style":{"bold":true}},{"type":"text","text":" and "},{"type":"link","url":"https://example.com","text":"a link"}]}]}]}]}
            """
        );

    public static JsonElement Form { get; } =
        JsonElement.Parse(
            """
            {"type":"modal","callback_id":"lock","title":{"type":"plain_text","text":"Lock a resource"},"submit":{"type":"plain_text","text":"Lock"},"close":{"type":"plain_text","text":"Cancel"},"blocks":[
              {"type":"input","block_id":"resource","label":{"type":"plain_text","text":"Resource"},"element":{"type":"static_select","action_id":"v","placeholder":{"type":"plain_text","text":"Choose a resource"},
                "options":[{"text":{"type":"plain_text","text":"staging"},"value":"s"},{"text":{"type":"plain_text","text":"test-site"},"value":"t"}]}},
              {"type":"input","block_id":"long","dispatch_action":true,"label":{"type":"plain_text","text":"For how long"},"element":{"type":"static_select","action_id":"v","initial_option":{"text":{"type":"plain_text","text":"2 hours"},"value":"2"},
                "options":[{"text":{"type":"plain_text","text":"30 minutes"},"value":"1"},{"text":{"type":"plain_text","text":"2 hours"},"value":"2"},{"text":{"type":"plain_text","text":"Custom"},"value":"c"}]}},
              {"type":"input","block_id":"until","label":{"type":"plain_text","text":"Until"},"hint":{"type":"plain_text","text":"In your own time zone."},"element":{"type":"datetimepicker","action_id":"v","initial_date_time":1795388400}},
              {"type":"input","block_id":"now","optional":true,"label":{"type":"plain_text","text":"And"},"element":{"type":"checkboxes","action_id":"v","options":[{"text":{"type":"mrkdwn","text":"Tell the *channel*"},"value":"y","description":{"type":"mrkdwn","text":"Everybody sees it"}}]}},
              {"type":"input","block_id":"why","optional":true,"label":{"type":"plain_text","text":"Reason"},"element":{"type":"plain_text_input","action_id":"v","multiline":true,"max_length":200,"placeholder":{"type":"plain_text","text":"What for?"}}}]}
            """
        );

    public static JsonElement Searching { get; } =
        JsonElement.Parse(
            """
            {"type":"modal","callback_id":"search","title":{"type":"plain_text","text":"Find"},"submit":{"type":"plain_text","text":"Go"},"blocks":[
              {"type":"input","block_id":"r","label":{"type":"plain_text","text":"Resource"},"element":{"type":"external_select","action_id":"v","min_query_length":1}}]}
            """
        );

    public static JsonElement Home { get; } =
        JsonElement.Parse(
            """
            {"type":"home","blocks":[
              {"type":"header","text":{"type":"plain_text","text":"Resources"}},
              {"type":"context","elements":[{"type":"mrkdwn","text":":lock: *1* yours  ·  :red_circle: *1* held by others  ·  :large_green_circle: *2* free"}]},
              {"type":"actions","block_id":"top","elements":[
                {"type":"button","action_id":"lock","style":"primary","text":{"type":"plain_text","text":"Lock a resource"}},
                {"type":"button","action_id":"new","text":{"type":"plain_text","text":"New resource"}}]},
              {"type":"input","block_id":"filter","dispatch_action":true,"optional":true,"label":{"type":"plain_text","text":"Filter"},"element":{"type":"plain_text_input","action_id":"v","placeholder":{"type":"plain_text","text":"Part of a name"}}},
              {"type":"divider"},
              {"type":"header","text":{"type":"plain_text","text":"Yours"}},
              {"type":"section","block_id":"h1","text":{"type":"mrkdwn","text":"*`test-site`*\n:lock: until <!date^1795388400^{date_short_pretty} at {time}|later> · demo"},"accessory":{"type":"overflow","action_id":"o1","options":[{"text":{"type":"plain_text","text":"Delete"},"value":"d"}]}},
              {"type":"actions","block_id":"h1a","elements":[{"type":"button","action_id":"u","text":{"type":"plain_text","text":"Unlock"}},{"type":"button","action_id":"e","text":{"type":"plain_text","text":"Extend"}}]},
              {"type":"divider"},
              {"type":"header","text":{"type":"plain_text","text":"Held by others"}},
              {"type":"section","block_id":"h2","text":{"type":"mrkdwn","text":"*`prod-db`*\n:red_circle: <@U0ADA0001> until <!date^1795391000^{date_short_pretty} at {time}|later> · migration of the orders table"},"accessory":{"type":"button","action_id":"w","text":{"type":"plain_text","text":"Tell me when it's free"}}},
              {"type":"divider"},
              {"type":"header","text":{"type":"plain_text","text":"Free"}},
              {"type":"section","block_id":"h3","text":{"type":"mrkdwn","text":":large_green_circle: `staging`"},"accessory":{"type":"button","action_id":"l3","text":{"type":"plain_text","text":"Lock"}}},
              {"type":"section","block_id":"h4","text":{"type":"mrkdwn","text":":large_green_circle: `meeting-room-4`"},"accessory":{"type":"button","action_id":"l4","text":{"type":"plain_text","text":"Lock"}}}]}
            """
        );

    /// <summary>A conversation as Ada finds it: talk, answers that only she sees, and something new in her direct
    /// messages.</summary>
    public static void Fill(BrowserWorkspace slack)
    {
        slack.Workspace.Post(
            new()
            {
                ChannelId = Team.General,
                Ts = "",
                AuthorId = "U0GRACE01",
                Text = "Good morning! I take *test-site* for the demo, see <https://example.com/agenda|the agenda>.",
            }
        );
        slack.Workspace.Post(
            new()
            {
                ChannelId = Team.General,
                Ts = "",
                AuthorId = "U0GRACE01",
                Text = "Back by noon. <@U0ADA0001>, need anything before? :wave:",
            }
        );
        slack.Workspace.Post(
            new()
            {
                ChannelId = Team.General,
                Ts = "",
                AuthorId = "U0ADA0001",
                Text =
                    "All good :tada: run this when you are done:\n```curl -X POST https://test-site/reset\n  --retry 3```",
            }
        );
        slack.Posts.Say(Team.General, Locked, "U0GRACE01");
        slack.Posts.Say(Team.General, Refused, "U0ADA0001");
        slack.Posts.Say(Team.General, Listing, "U0ADA0001");
        slack.Posts.Fail(Team.General, "U0ADA0001", "/lockthat failed with the error \"operation_timeout\"");
        slack.Posts.Say(Team.DirectMessages("U0ADA0001").Id, Locked, null);
        slack.Views.Publish("U0ADA0001", Home, null);
    }
}
