using System.Text.Json.Nodes;
using LockThat.App.Locks;
using LockThat.Blocks;
using LockThat.Tests.Installs;
using LockThat.Tests.Locks;
using LockThat.Tests.Slack;

namespace LockThat.Tests.Entrances.Gifts;

/// <summary>People whose accounts ended while a resource was deleted, and the deletion is taken back.</summary>
public sealed class DepartedTests : HostedTest
{
    private protected override async Task Begin() => await Hosted.Installs(Grant.Acme);

    [Fact]
    public async Task A_person_who_has_left_since_does_not_come_back_with_the_resource()
    {
        await Hosted.Types("T0ACME001", "U0ADA", "lock test-site 2h");
        await Hosted.Types("T0ACME001", "U0BOB", "queue test-site");
        await Hosted.Types("T0ACME001", "U0CLEO", "queue test-site");
        var undo = Undo(await Hosted.Types("T0ACME001", "U0ADA", "delete test-site"));
        Slack.People["U0BOB"] = new() { ["deleted"] = true };

        await Clicks(undo);

        await Hosted.Until(() => InLine().SequenceEqual([Some.Cleo]), "Bob waits no more", TimeSpan.FromSeconds(1));
    }

    private IEnumerable<Actor> InLine() =>
        Hosted.Locks.Find(Some.Acme, Some.TestSite, Cancel).AsTask().Result?.Line.All.Select(wait => wait.Who) ?? [];

    private static string Undo(string answer) =>
        JsonNode.Parse(answer)!["blocks"]!
            .AsArray()
            .SelectMany(block => block?["elements"]?.AsArray() ?? [])
            .Where(button => $"{button?["action_id"]}" == Ids.Actions.Restore)
            .Select(button => $"{button?["value"]}")
            .Single();

    private Task Clicks(string undo) =>
        Hosted.App.Post(
            "/slack/action",
            Payloads.Payload(
                $$"""
                {"type":"block_actions","team":{"id":"T0ACME001"},"user":{"id":"U0ADA","team_id":"T0ACME001"},
                 "trigger_id":"1.2.t","response_url":"{{Slack.NewResponseUrl()}}",
                 "container":{"type":"message","message_ts":"1.2","channel_id":"C1","is_ephemeral":true},
                 "actions":[{"type":"button","block_id":"one","action_id":"restore","value":"{{undo}}","action_ts":"1.2"}]}
                """
            )
        );
}
