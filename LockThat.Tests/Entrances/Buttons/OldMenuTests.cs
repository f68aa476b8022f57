using System.Net;
using LockThat.App.Slack.Http;
using LockThat.Blocks;
using LockThat.Tests.Slack;

namespace LockThat.Tests.Entrances.Buttons;

/// <summary>A Home that was drawn before somebody took a resource still offers to delete it.</summary>
public sealed class OldMenuTests
{
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Delete_in_an_old_menu_says_who_holds_the_resource_and_deletes_nothing()
    {
        using var slack = new Wire(Wire.Ok);
        await using var app = await RunningApp.Start(null, slack);
        (await app.Post(SlackEndpoints.Command, Payloads.Command("lock test-site 2h demo"))).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );

        await app.Post(
            SlackEndpoints.Action,
            Payloads.Payload(
                $$"""
                { "type":"block_actions", "team":{"id":"T0ACME001"}, "user":{"id":"U0BOB","team_id":"T0ACME001"},
                  "container":{"type":"view","view_id":"V0HOME"}, "trigger_id":"1.2.abc",
                  "view":{"id":"V0HOME","type":"home","hash":"1.x","private_metadata":"","callback_id":"","state":{"values":{} } },
                  "actions":[{"type":"overflow","block_id":"{{Ids.Blocks.HomeRow}}test-site","action_id":"{{Ids.Actions.Menu}}","selected_option":{"value":"{{Ids.MenuOptions.Delete}}"},"action_ts":"1.1"}] }
                """
            )
        );

        await slack.Reached(1).WaitAsync(Generous, TimeProvider.System, TestContext.Current.CancellationToken);
        var opened = slack.Sent.ShouldHaveSingleItem();
        opened.Url?.AbsolutePath.ShouldBe("/api/views.open");
        opened.Body.ShouldContain("Not deleted.");
        (
            await (await app.Post(SlackEndpoints.Command, Payloads.Command("mine"))).Content.ReadAsStringAsync(
                TestContext.Current.CancellationToken
            )
        ).ShouldContain("test-site");
    }
}
