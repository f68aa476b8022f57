using System.Text;
using System.Text.Json.Nodes;
using LockThat.App.Installs.Tokens;
using LockThat.Blocks;
using LockThat.Tests.Slack;

namespace LockThat.Tests.Installs;

/// <summary>Two workspaces, and an organisation with two of its own, in one app.</summary>
public sealed class ManyWorkspacesTests : HostedTest
{
    private protected override async Task Begin()
    {
        foreach (var person in (Grant[])[Grant.Acme, Grant.Globex, Grant.OrgWide])
            (await Hosted.Installs(person)).Text.ShouldContain($"LockThat is installed in {person.Name}");
    }

    [Fact]
    public async Task None_sees_anothers_resources()
    {
        (string Team, string User, string? Enterprise)[] askers =
        [
            ("T0ACME001", "U0ADA", null),
            ("T0GLOBEX1", "U0BOB", null),
            ("T0GRID001", "W0DORA", "E0GRID"),
            ("T0GRID002", "W0DORA", "E0GRID"),
        ];
        foreach (var (team, user, enterprise) in askers)
            (await Hosted.Types(team, user, $"lock of-{team} 2h", enterprise)).ShouldContain("Locked.");

        foreach (var (team, user, enterprise) in askers)
        {
            var list = await Hosted.Types(team, user, "list", enterprise);
            foreach (var (other, _, _) in askers)
                list.Contains($"of-{other}", StringComparison.Ordinal).ShouldBe(other == team, $"{team} sees {other}");
            (await Hosted.Types(team, user, "unlock of-T0ACME001", enterprise))
                .Contains("Unlocked", StringComparison.Ordinal)
                .ShouldBe(team == "T0ACME001");
        }
    }

    [Fact]
    public async Task What_was_drawn_for_one_does_nothing_to_it_when_another_sends_it_back()
    {
        var drawn = Buttons(await Hosted.Types("T0ACME001", "U0ADA", "lock build-box 2h hush-hush"));
        var unlock = drawn.Single(button => button.Action == Ids.Actions.Unlock).Value;

        foreach (
            var (action, value) in drawn.Append((Ids.Actions.Override, unlock)).Append((Ids.Actions.Watch, unlock))
        )
            await Clicks("T0GLOBEX1", "U0ADA", action, value);
        foreach (var form in (string[])[Ids.Callbacks.Override, Ids.Callbacks.Extend, Ids.Callbacks.Delete])
            await Submits(
                "T0GLOBEX1",
                "U0ADA",
                form,
                $$"""{"origin":"Home","name":"build-box","lease":"{{unlock.Split(' ')[1]}}"}"""
            );

        (await Hosted.Types("T0GLOBEX1", "U0ADA", "list")).ShouldNotContain("hush-hush");
        (await Hosted.Types("T0ACME001", "U0ADA", "mine")).ShouldContain("hush-hush");
        await Clicks("T0ACME001", "U0ADA", Ids.Actions.Unlock, unlock);
        (await Hosted.Types("T0ACME001", "U0ADA", "mine")).ShouldNotContain("hush-hush");
        await Hosted.OnDisk();
        Slack
            .CallsOf("views.open", "T0GLOBEX1")
            .ShouldAllBe(call => !call.Body.Contains("hush-hush", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_is_told_in_its_own_name()
    {
        await Hosted.Types("T0ACME001", "U0ADA", "lock site 1s");
        await Hosted.Types("T0GLOBEX1", "U0BOB", "lock site 1s");
        await Hosted.Types("T0GRID001", "W0DORA", "lock site 1s", "E0GRID");
        foreach (var owner in (string[])["T0ACME001", "T0GLOBEX1", "E0GRID"])
            await Hosted.Until(
                () =>
                    Slack
                        .CallsOf("chat.postMessage", owner)
                        .Any(call => call.Body.Contains("has ended", StringComparison.Ordinal)),
                $"{owner} is told of the end",
                TimeSpan.FromSeconds(1)
            );

        Slack
            .CallsOf("chat.postMessage", "T0GLOBEX1")
            .Select(call => call.Json.GetProperty("channel").GetString())
            .Distinct()
            .ShouldBe(["U0BOB"]);
    }

    [Fact]
    public async Task A_Home_is_drawn_by_the_organisations_token_where_the_organisation_installed_it()
    {
        await Hosted.Happens("T0GRID002", """{"type":"app_home_opened","user":"W0DORA","tab":"home"}""", "E0GRID");
        await Hosted.Happens("T0ACME001", """{"type":"app_home_opened","user":"U0ADA","tab":"home"}""");

        await Hosted.Until(
            () => Slack.CallsOf("views.publish", "E0GRID").Any() && Slack.CallsOf("views.publish", "T0ACME001").Any(),
            "two Homes"
        );
        Slack.CallsOf("views.publish", "T0GLOBEX1").ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_it_was_not_installed_commands_are_answered_and_nobody_elses_token_is_used()
    {
        var calls = Slack.Calls.Count(call => call.Method != "chat.postMessage");

        (await Hosted.Types("T0NOBODY1", "U0EVE", "list")).ShouldContain("ephemeral");
        await Hosted.Happens("T0NOBODY1", """{"type":"app_home_opened","user":"U0EVE","tab":"home"}""");
        await Hosted.Happens("T0NOBODY1", """{"type":"app_home_opened","user":"U0EVE","tab":"home"}""", "E0OTHER");

        await Hosted.OnDisk();
        Slack.Calls.Count(call => call.Method != "chat.postMessage").ShouldBe(calls);
    }

    [Fact]
    public async Task The_tokens_are_nowhere_in_clear()
    {
        Slack.Rotates = true;
        await Hosted.Installs(Grant.InGrid);
        await Hosted.Types("T0ACME001", "U0ADA", "lock site 2h");
        await Hosted.Until(() => Slack.CallsOf("chat.postMessage", "T0INGRID1").Any(), "a welcome");

        var disk = Encoding.Latin1.GetString(await Hosted.OnDisk());
        disk.ShouldContain("T0ACME001");
        var logged = string.Join('\n', Hosted.Logged);
        logged.ShouldContain("LockThat was installed in T0INGRID1");
        Slack.Secrets.Count().ShouldBeGreaterThan(4);
        foreach (var secret in Slack.Secrets.SelectMany(Forms))
        {
            disk.Contains(secret, StringComparison.Ordinal).ShouldBeFalse($"{secret} is on the disk");
            logged.Contains(secret, StringComparison.Ordinal).ShouldBeFalse($"{secret} is in the log");
        }
    }

    [Fact]
    public async Task A_key_is_changed_by_a_start_with_two_and_then_the_new_one_is_enough()
    {
        await Hosted.Restart(HostedApp.NewKey, HostedApp.OldKey);
        Hosted.Logged.ShouldContain(line => line.Contains("3 tokens were sealed anew", StringComparison.Ordinal));
        await Hosted.Restart(HostedApp.NewKey);

        await Hosted.Happens("T0GLOBEX1", """{"type":"app_home_opened","user":"U0BOB","tab":"home"}""");
        await Hosted.Until(() => Slack.CallsOf("views.publish", "T0GLOBEX1").Any(), "a Home");
        Hosted.Logged.ShouldContain(line => line.Contains("workspaces 3 installed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_key_that_sealed_the_tokens_it_does_not_start()
    {
        var refusal = await Should.ThrowAsync<TokenKeyException>(Hosted.Restart(HostedApp.NewKey));

        LockThat.App.LockThatApp.WhyNotStarted(refusal).ShouldBe(refusal.Message);
        refusal.Message.ShouldStartWith("Tokens:EncryptionKey");
        refusal.Message.ShouldContain("T0ACME001, T0GLOBEX1, E0GRID");
        refusal.Message.ShouldNotContain('\n');
        await Hosted.Restart(HostedApp.OldKey);
    }

    private static List<(string Action, string Value)> Buttons(string answer) =>
        [
            .. (JsonNode.Parse(answer)?["blocks"]?.AsArray() ?? [])
                .SelectMany(block => block?["elements"]?.AsArray() ?? [])
                .Select(button => ($"{button?["action_id"]}", $"{button?["value"]}")),
        ];

    private Task Clicks(string team, string user, string action, string value) =>
        Acts(
            $$"""
            {"type":"block_actions","team":{"id":"{{team}}"},"user":{"id":"{{user}}"},"trigger_id":"1.2.abc","response_url":"{{Payloads.ResponseUrl}}",
             "container":{"type":"message","message_ts":"1.1","channel_id":"C0GENERAL","is_ephemeral":true},"actions":[{"action_id":"{{action}}","block_id":"one","value":"{{value}}"}]}
            """
        );

    private Task Submits(string team, string user, string form, string memory) =>
        Acts(
            $$"""
            {"type":"view_submission","team":{"id":"{{team}}"},"user":{"id":"{{user}}"},"trigger_id":"1.2.abc",
             "view":{"id":"V0MODAL","type":"modal","callback_id":"{{form}}","private_metadata":{{JsonValue.Create(
                memory
            )?.ToJsonString()}},"state":{"values":{} } } }
            """
        );

    private async Task Acts(string payload) =>
        (await Hosted.App.Post("/slack/action", Payloads.Payload(payload))).EnsureSuccessStatusCode();

    private static IEnumerable<string> Forms(string secret) =>
        [
            secret,
            Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
            Convert.ToHexString(Encoding.UTF8.GetBytes(secret)),
            Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(secret)),
        ];
}
