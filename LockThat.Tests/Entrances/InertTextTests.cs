using System.Text.Json;
using LockThat.Tests.Blocks;

namespace LockThat.Tests.Entrances;

/// <summary>Everything that a user typed is shown inert, by whichever way it came and whichever way it reaches a
/// screen.</summary>
public sealed class InertTextTests(Stage stage) : IClassFixture<Stage>
{
    private readonly DateTimeOffset _start = stage.Workspace.Time.GetUtcNow();

    public static TheoryData<string> Nasties => [.. BadInput.Nasties.All];

    [Theory]
    [MemberData(nameof(Nasties))]
    public async Task What_is_typed_into_a_command_is_inert_in_every_answer_and_message(string nasty)
    {
        var (grace, ada) = (await stage.As("grace"), await stage.As("ada"));
        await grace.Types($"/lockthat lock inert-site 1 h {nasty}");
        await ada.Types("/lockthat lock inert-site");
        await ada.Types($"/lockthat queue inert-site 1 h {nasty}");
        await ada.Types("/lockthat mine");
        await grace.Types("/lockthat unlock inert-site");
        await ada.Types("/lockthat lock inert-site");
        await grace.Types("/lockthat lock inert-site 1 h mine override");
        foreach (
            var command in (string[])
                ["", "create", "lock", "queue", "leave", "extend inert-site", "unlock", "help", "delete"]
        )
            await grace.Types($"/lockthat {command} {nasty}");
        await grace.Types("/lockthat unlock inert-site override");
        ShouldBeInert();
    }

    // That Slack would take all of it is seen to by the stage.
    private void ShouldBeInert()
    {
        var journal = stage.Workspace.Journal;
        var sent = journal
            .Deliveries.Where(delivery => delivery.At >= _start)
            .Select(delivery => delivery.AckBody)
            .Concat(journal.Calls.Where(call => call.At >= _start).Select(call => call.Request))
            .Where(body => body.StartsWith('{'))
            .Select(body => JsonElement.Parse(body))
            .ToList();
        sent.ShouldNotBeEmpty();
        sent.SelectMany(LiveParts.NotOurs).ShouldBeEmpty();
        sent.SelectMany(LiveParts.Turning).ShouldBeEmpty();
    }
}
