using System.Text.Json;
using System.Text.Json.Nodes;
using LockThat.App.Slack.Http;
using LockThat.Blocks;
using LockThat.Tests.BadInput;
using LockThat.Tests.Blocks;
using LockThat.Tests.Slack;
using Rules = LockThat.Playground.BlockKit.Rules;

namespace LockThat.Tests.Entrances.Forms;

/// <summary>A text that is filled into a form or a filter is inert in every answer, wherever the form was opened, and
/// Slack takes all of the answers.</summary>
public sealed class InertFormTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_name_that_is_to_be_created() =>
        Judge(
            SlackEndpoints.Action,
            nasty => Submission(Ids.Callbacks.Create, "home", nasty, (Ids.Fields.Name, Text(nasty)))
        );

    [Theory]
    [InlineData("home")]
    [InlineData("message")]
    [InlineData("shortcut")]
    public Task A_resource_and_the_reason_to_lock_it(string origin) =>
        Judge(
            SlackEndpoints.Action,
            nasty =>
                Submission(
                    Ids.Callbacks.Lock,
                    origin,
                    nasty,
                    (Ids.Fields.Resource, Option(nasty)),
                    (Ids.Fields.Length, Option("3600")),
                    (Ids.Fields.Reason, Text(nasty))
                )
        );

    [Fact]
    public Task A_form_that_is_drawn_again_with_what_was_filled_in() =>
        Judge(
            SlackEndpoints.Action,
            nasty =>
                Submission(
                    Ids.Callbacks.Override,
                    "home",
                    nasty,
                    (Ids.Fields.Resource, Option(nasty)),
                    (Ids.Fields.Length, Option("custom")),
                    (Ids.Fields.Reason, Text(nasty))
                )
        );

    [Fact]
    public Task A_place_in_line() =>
        Judge(
            SlackEndpoints.Action,
            nasty =>
                Submission(
                    Ids.Callbacks.Join,
                    "home",
                    nasty,
                    (Ids.Fields.Length, Option("3600")),
                    (Ids.Fields.Reason, Text(nasty))
                )
        );

    [Fact]
    public Task What_is_looked_for_among_the_resources() =>
        Judge(
            SlackEndpoints.Options,
            nasty =>
                Payloads
                    .Suggestion.Replace("\"te\"", Json(nasty), StringComparison.Ordinal)
                    .Replace("\"block_id\":\"b\"", $"\"block_id\":\"{Ids.Fields.Resource}\"", StringComparison.Ordinal)
        );

    [Fact]
    public Task The_filter_of_Home() =>
        Judge(
            SlackEndpoints.Action,
            nasty =>
                Payloads
                    .HomeAction.Replace("\"pick\"", $"\"{Ids.Actions.Filter}\"", StringComparison.Ordinal)
                    .Replace("\"one\"", Json(nasty), StringComparison.Ordinal)
        );

    private static async Task Judge(string path, Func<string, string> payload)
    {
        using var slack = new Wire(Wire.Ok);
        await using var app = await RunningApp.Start(answer: null, slack);
        await app.Post(SlackEndpoints.Command, Payloads.Command("lock one 2h"));
        await app.Post(SlackEndpoints.Command, Payloads.Command("lock two 2h"));
        foreach (var nasty in Nasties.All)
        {
            var acknowledged = await app.Post(path, Payloads.Payload(payload(nasty)));
            acknowledged.EnsureSuccessStatusCode();
            ShouldBeInert(await acknowledged.Content.ReadAsStringAsync(Cancel), nasty);
        }

        await app.Stop();
        foreach (var (_, _, _, _, body) in slack.Sent)
            ShouldBeInert(body, body);
    }

    private static void ShouldBeInert(string sent, string nasty)
    {
        if (!sent.StartsWith('{'))
            return;
        var json = JsonElement.Parse(sent);
        LiveParts.NotOurs(json).ShouldBeEmpty(nasty);
        LiveParts.Turning(json).ShouldBeEmpty(nasty);
        var problems =
            json.TryGetProperty("view", out var view) ? Rules.CheckView(view)
            : json.TryGetProperty("options", out _) ? Rules.CheckOptions(json)
            : json.TryGetProperty("text", out _) ? Rules.CheckMessage(json)
            : [];
        problems.ShouldBeEmpty(nasty);
    }

    private static string Submission(
        string callback,
        string origin,
        string nasty,
        params (string Field, JsonObject Value)[] fields
    )
    {
        var memory = new JsonObject
        {
            ["origin"] = origin,
            ["response_url"] = Payloads.ResponseUrl,
            ["block_id"] = Ids.Blocks.One,
        };
        if (callback is Ids.Callbacks.Override or Ids.Callbacks.Join)
            memory["name"] = nasty;
        return new JsonObject
        {
            ["type"] = "view_submission",
            ["team"] = new JsonObject { ["id"] = "T0ACME001" },
            ["user"] = new JsonObject { ["id"] = "U0ALICE01" },
            ["view"] = new JsonObject
            {
                ["id"] = "V0MODAL",
                ["callback_id"] = callback,
                ["private_metadata"] = memory.ToJsonString(),
                ["state"] = new JsonObject
                {
                    ["values"] = new JsonObject(
                        fields.Select(field =>
                            KeyValuePair.Create(
                                field.Field,
                                (JsonNode?)new JsonObject { [Ids.Fields.Value] = field.Value }
                            )
                        )
                    ),
                },
            },
        }.ToJsonString();
    }

    private static JsonObject Text(string typed) => new() { ["type"] = "plain_text_input", ["value"] = typed };

    private static JsonObject Option(string value) =>
        new()
        {
            ["type"] = "static_select",
            ["selected_option"] = new JsonObject { ["value"] = value },
        };

    private static string Json(string text) => JsonValue.Create(text).ToJsonString();
}
