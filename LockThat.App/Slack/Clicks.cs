using LockThat.App.Locks;
using LockThat.Blocks;
using LockThat.Blocks.Kit;

namespace LockThat.App.Slack;

/// <summary>The buttons and menus: each acts on the lock that it was drawn for, or opens the form for it.</summary>
internal sealed class Clicks(LockService locks, Forms forms, Openings openings, HomePages pages, Feedback feedback, Commands commands)
{
    public async Task<Answer> Answer(SlackRequest.BlockActionRequest click, CancellationToken cancellationToken) => click switch
    {
        { Container: Container.Modal(var view), Action.BlockId: Ids.Fields.Length } => await Chosen(click, view, cancellationToken),
        { Container: Container.Modal } => Slack.Answer.Nothing,
        { Action.ActionId: Ids.Actions.Create } => Openings.Create(click),
        { Action.ActionId: Ids.Actions.Lock, Action.Value: null } => openings.LockAny(click),
        { Action.ActionId: Ids.Actions.NextPage or Ids.Actions.PreviousPage or Ids.Actions.Filter or Ids.Actions.ClearFilter } =>
            await pages.Turn(click, cancellationToken),
        { Action.ActionId: var action } when action.StartsWith(Ids.Actions.Command, StringComparison.Ordinal) => await commands.Answer(click, cancellationToken),
        { Action.ActionId: Ids.Actions.Menu } => await Menu(click, cancellationToken),
        _ => await OnResource(click, click.Action.ActionId, click.Action.Value, cancellationToken),
    };

    private async Task<Answer> Menu(SlackRequest.BlockActionRequest click, CancellationToken cancellationToken)
    {
        var blockId = click.Action.BlockId;
        if (!blockId.StartsWith(Ids.Blocks.HomeRow, StringComparison.Ordinal))
            return Slack.Answer.Nothing;
        return await OnResource(click, click.Action.Value ?? "", blockId[Ids.Blocks.HomeRow.Length..], cancellationToken);
    }

    private async Task<Answer> OnResource(SlackRequest.BlockActionRequest click, string action, string? value, CancellationToken cancellationToken)
    {
        // Buttons of messages from years ago: nothing to do, and nothing to complain about.
        if (ButtonValue.Read(value) is not { } drawn || ResourceName.Parse(drawn.Name) is not NameParse.Parsed { Name: var name })
            return Slack.Answer.Nothing;

        var request = RequestId.Of("click", click.TriggerId, click.User.Value, action, click.Action.BlockId, value ?? "", click.Action.ActionTs);
        var asker = new Asker(click.Workspace, click.User, request);
        Seen? seen = drawn.Lease is { } lease ? new Seen(new(lease), drawn.Until) : null;
        return action switch
        {
            Ids.Actions.Lock => await openings.Lock(click, name, cancellationToken),
            Ids.Actions.Extend => await openings.Extend(click, asker, name, seen, cancellationToken),
            Ids.Actions.Override => await openings.Override(click, asker, name, drawn, cancellationToken),
            Ids.MenuOptions.Delete => await openings.Delete(click, asker, name, cancellationToken),
            _ => await Act(action, asker, name, seen, cancellationToken) is { } result
                ? await feedback.Tell(click, asker, result, cancellationToken)
                : Slack.Answer.Nothing,
        };
    }

    private async Task<Message?> Act(string action, Asker asker, ResourceName name, Seen? seen, CancellationToken cancellationToken) => action switch
    {
        Ids.Actions.Unlock => Say.Of(await locks.Unlock(asker, name, @override: false, seen, cancellationToken), asker.User),
        Ids.Actions.Watch => Say.Of(await locks.Watch(asker, name, seen, cancellationToken), asker.User),
        Ids.Actions.Unwatch => Say.Of(await locks.Unwatch(asker, name, cancellationToken), asker.User),
        Ids.Actions.GiveBack when seen is { } taken => Say.Of(await locks.GiveBack(asker, name, taken, cancellationToken), asker.User),
        _ => null,
    };

    private async Task<Answer> Chosen(SlackRequest.BlockActionRequest click, ViewInfo view, CancellationToken cancellationToken) =>
        await forms.AfterChoice(view, click.Workspace, click.User, cancellationToken) is { } redrawn
            ? new(new Ack.Empty(), new SlackCall.UpdateView(view.Id, view.Hash, redrawn))
            : Slack.Answer.Nothing;
}
