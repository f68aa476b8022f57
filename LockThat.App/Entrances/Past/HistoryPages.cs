using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Stores;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.App.Surfaces;
using LockThat.Blocks.Forms;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

namespace LockThat.App.Entrances.Past;

/// <summary>The past of a resource or of the workspace: the newest events as an answer, and all of them in a
/// form.</summary>
internal sealed class HistoryPages(LockService locks, IHistoryStore history, HistoryLines lines)
{
    /// <summary>How many events an answer has.</summary>
    public const int Newest = 10;

    private const int PageRows = 20;
    private const int MostLookedThrough = 2_000;
    private const char Between = ' ';

    /// <summary>The newest events.</summary>
    /// <param name="asker">The person who asks.</param>
    /// <param name="name">The resource, which may have been deleted; null for the workspace.</param>
    public async Task<Message> Answer(Asker asker, ResourceName? name, CancellationToken cancellationToken)
    {
        var (words, team) = (asker.Reader.Words(), asker.Workspace.Team);
        var found = name is null ? null : await Find(asker.Workspace, name, cancellationToken);
        if (name is not null && found is null)
            return OutcomeMessages.Unknown(
                name,
                await locks.Near(asker.Workspace, name, cancellationToken),
                asker.Reader
            );
        var page = await history.Page(new(team) { Resource = found?.Id, Count = Newest }, cancellationToken);
        return Replies.History(
            words,
            found?.Name.Display,
            await lines.Of(team, page.Events, words, cancellationToken),
            page.HasMore ? Value(found) : null
        );
    }

    /// <summary>Opens all events in a form.</summary>
    /// <param name="about">The value that <see cref="Value"/> made.</param>
    public async Task<SlackResponse> Open(
        SlackRequest.BlockActionRequest click,
        string about,
        CancellationToken cancellationToken
    )
    {
        var parts = about.Split(Between, 2);
        var memory = parts is [{ Length: > 0 } id, var name]
            ? new HistoryMemory(id, name, click.Workspace.ToDrawnFor())
            : new HistoryMemory(null, null, click.Workspace.ToDrawnFor());
        var view = await Draw(memory, click.Workspace, Reader.Of(click.User), cancellationToken);
        return new(
            new Ack.Empty(),
            new SlackCall.OpenView(click.TriggerId, view, IsOnTop: click.Container is Container.Modal)
        );
    }

    /// <summary>A choice in the form draws it again.</summary>
    public async Task<SlackResponse> Turn(
        SlackRequest.BlockActionRequest click,
        ViewInfo view,
        CancellationToken cancellationToken
    ) =>
        HistoryMemory.Read(view.PrivateMetadata) is { } memory
        && HistoryModal.After(memory, click.Action.ActionId, view.State) is { } next
            ? new(
                new Ack.Empty(),
                new SlackCall.UpdateView(
                    view.Id,
                    view.Hash,
                    await Draw(next, click.Workspace, Reader.Of(click.User), cancellationToken)
                )
            )
            : SlackResponse.Nothing;

    /// <summary>The value of a button that opens the history.</summary>
    /// <param name="about">The resource; null for the workspace.</param>
    public static string Value((ResourceId Id, ResourceName Name)? about) =>
        about is { } one ? $"{one.Id}{Between}{one.Name.Display}" : $"{Between}";

    private async Task<ModalViewDefinition> Draw(
        HistoryMemory memory,
        Workspace workspace,
        Reader reader,
        CancellationToken cancellationToken
    )
    {
        var words = reader.Words();
        var page = await history.Page(
            new(workspace.Team)
            {
                Resource = memory.Resource is { } id ? new ResourceId(id) : null,
                Person = memory.Person is { } person ? new UserId(person) : null,
                Group = GroupChoice.Find(memory.Kind),
                Before = memory.Before,
                Count = PageRows,
            },
            cancellationToken
        );
        // A team that has no rules is not asked about them.
        var hasRules = await locks.PolicyOf(workspace, cancellationToken) != TeamPolicy.None;
        var choices = GroupChoice.All.Where(choice => choice.Group != EventGroup.Rules || hasRules);
        return HistoryModal.For(
            words,
            memory,
            await lines.Of(workspace.Team, page.Events, words, cancellationToken),
            page is { HasMore: true, Events: [.., var last] } ? last.Position : null,
            [.. choices.Select(choice => (choice.Key, choice.Label(words)))]
        );
    }

    // The past of a resource is longer than its life.
    private async Task<(ResourceId Id, ResourceName Name)?> Find(
        Workspace workspace,
        ResourceName name,
        CancellationToken cancellationToken
    )
    {
        if (await locks.Find(workspace, name, cancellationToken) is { } present)
            return (present.Id, present.Name);
        long? before = null;
        for (var seen = 0; seen < MostLookedThrough; )
        {
            var page = await history.Page(
                new(workspace.Team)
                {
                    Group = EventGroup.Resources,
                    Before = before,
                    Count = 100,
                },
                cancellationToken
            );
            foreach (var stored in page.Events)
            {
                if (stored.Event is Deleted { Origin: var origin } && origin.Name == name)
                    return (origin.Id, origin.Name);
            }

            if (page is not { HasMore: true, Events: [.., var last] })
                return null;
            (before, seen) = (last.Position, seen + page.Events.Length);
        }

        return null;
    }
}
