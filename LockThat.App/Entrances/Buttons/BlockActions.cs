using LockThat.App.Entrances.Commands;
using LockThat.App.Entrances.Forms;
using LockThat.App.Entrances.Home;
using LockThat.App.Entrances.Past;
using LockThat.App.Entrances.Rules;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Asking;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Waiting;
using LockThat.App.Locks.Watching;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using Lock = LockThat.App.Locks.Locking.Lock;

namespace LockThat.App.Entrances.Buttons;

/// <summary>The buttons and menus: each acts on the lock that it was drawn for, or opens the form for it.</summary>
internal sealed class BlockActions(
    LockService locks,
    ModalDrawer forms,
    ModalOpener openings,
    HomePages pages,
    ResultPlacement feedback,
    SlashCommands commands,
    HistoryPages history,
    Deletions deletions,
    RulePages rules
)
{
    public async Task<SlackResponse> Handle(
        SlackRequest.BlockActionRequest click,
        CancellationToken cancellationToken
    ) =>
        click switch
        {
            { Container: Container.Modal(var view), Action.BlockId: Ids.Fields.Length } => await Chosen(
                click,
                view,
                cancellationToken
            ),
            { Container: Container.Modal({ CallbackId: Ids.Callbacks.History } view) } => await history.Turn(
                click,
                view,
                cancellationToken
            ),
            { Container: Container.Modal({ CallbackId: Ids.Callbacks.Settings } view) } => await rules.Change(
                click,
                view,
                cancellationToken
            ),
            { Container: Container.Modal({ CallbackId: not (Ids.Callbacks.Details or Ids.Callbacks.Result) }) } =>
                SlackResponse.Nothing,
            { Action.ActionId: Ids.Actions.History } => await history.Open(
                click,
                click.Action.Value ?? "",
                cancellationToken
            ),
            { Action.ActionId: Ids.Actions.Restore } => await TakeDeletionBack(click, cancellationToken),
            { Action: { ActionId: Ids.Actions.HomeMenu, Value: Ids.Actions.Settings } } => await rules.Open(
                click,
                cancellationToken
            ),
            { Action.ActionId: Ids.Actions.Create } => ModalOpener.Create(click),
            { Action.ActionId: Ids.Actions.Lock, Action.Value: null } => ModalOpener.LockAny(
                click,
                await locks.ReaderOf(click.Workspace, click.User, cancellationToken)
            ),
            {
                Action.ActionId: Ids.Actions.NextPage
                    or Ids.Actions.PreviousPage
                    or Ids.Actions.Filter
                    or Ids.Actions.ClearFilter
            } => await pages.Turn(click, cancellationToken),
            { Action.ActionId: var action } when action.StartsWith(Ids.Actions.Command, StringComparison.Ordinal) =>
                await commands.Handle(click, cancellationToken),
            { Action.ActionId: Ids.Actions.Menu } => await Menu(click, cancellationToken),
            _ => await OnResource(click, click.Action.ActionId, click.Action.Value, cancellationToken),
        };

    private async Task<SlackResponse> Menu(SlackRequest.BlockActionRequest click, CancellationToken cancellationToken)
    {
        var blockId = click.Action.BlockId;
        if (!blockId.StartsWith(Ids.Blocks.HomeRow, StringComparison.Ordinal))
            return SlackResponse.Nothing;
        if (click.Action.Value?.Split(' ', 2) is [Ids.Actions.History, var about])
            return await history.Open(click, about, cancellationToken);
        return await OnResource(
            click,
            click.Action.Value ?? "",
            blockId[Ids.Blocks.HomeRow.Length..],
            cancellationToken
        );
    }

    private async Task<SlackResponse> OnResource(
        SlackRequest.BlockActionRequest click,
        string action,
        string? value,
        CancellationToken cancellationToken
    )
    {
        // These buttons stand in messages of old versions.
        if (
            ButtonValue.Read(value) is not { } drawn
            || ResourceName.Parse(drawn.Name) is not NameParse.Parsed { Name: var name }
        )
            return SlackResponse.Nothing;

        var asker = AskerOf(click, action, value) with
        {
            Reader = await locks.ReaderOf(click.Workspace, click.User, cancellationToken),
        };
        var on = new ResourceClick(click, asker, name, drawn);
        return action switch
        {
            Ids.Actions.Lock => await openings.Lock(on, cancellationToken),
            Ids.Actions.Extend => await openings.Extend(on, cancellationToken),
            Ids.Actions.Join => await openings.Join(on, cancellationToken),
            Ids.Actions.Ask => await openings.Ask(on, cancellationToken),
            Ids.Actions.Keep => await openings.Keep(on, cancellationToken),
            Ids.Actions.Give => await openings.Give(on, cancellationToken),
            Ids.Actions.Override => await openings.Override(on, cancellationToken),
            Ids.MenuOptions.Details => await openings.Details(on, cancellationToken),
            Ids.MenuOptions.Delete => await openings.Delete(on, cancellationToken),
            _ => CommandOf(action, name, drawn) is { } command
                ? await feedback.Tell(
                    click,
                    asker,
                    OutcomeMessages.Of(
                        command,
                        await locks.Execute(asker, command, cancellationToken),
                        asker.Reader,
                        asker.Reader.Rules
                    ),
                    cancellationToken
                )
                : SlackResponse.Nothing,
        };
    }

    private async Task<SlackResponse> TakeDeletionBack(
        SlackRequest.BlockActionRequest click,
        CancellationToken cancellationToken
    )
    {
        if (
            click.Action.Value?.Split(' ', 2) is not [var id, var typed]
            || ResourceName.Parse(typed) is not NameParse.Parsed { Name: var name }
        )
            return SlackResponse.Nothing;
        var asker = AskerOf(click, click.Action.ActionId, click.Action.Value) with
        {
            Reader = await locks.ReaderOf(click.Workspace, click.User, cancellationToken),
        };
        if (await deletions.TakeBack(asker, new(id), cancellationToken) is not var (command, outcome))
            return await feedback.Tell(
                click,
                asker,
                OutcomeMessages.Present(
                    await locks.Find(click.Workspace, name, cancellationToken),
                    name,
                    asker.Reader,
                    asker.Reader.Rules
                ),
                cancellationToken
            );
        var said = OutcomeMessages.Of(command, outcome, asker.Reader, asker.Reader.Rules);
        var answer = await feedback.Tell(click, asker, said, cancellationToken);
        return outcome is Outcome.Accepted { Present: { } back }
            ? answer with
            {
                Then = [.. answer.Then, .. LookFor(back, asker)],
            }
            : answer;
    }

    // While it was deleted, nobody was released from it whose account ended.
    private static IEnumerable<SlackCall> LookFor(Resource back, Asker asker) =>
        back.People.Where(person => person != asker.Reader.User).Distinct().ToList() is { Count: > 0 } people
            ? [new SlackCall.LookFor(people)]
            : [];

    private static Asker AskerOf(SlackRequest.BlockActionRequest click, string action, string? value) =>
        new(
            click.Workspace,
            click.User,
            RequestId.Of(
                "click",
                click.TriggerId,
                click.User.Value,
                action,
                click.Action.BlockId,
                value ?? "",
                click.Action.ActionTs
            )
        );

    private static ResourceCommand? CommandOf(string action, ResourceName name, ButtonValue drawn)
    {
        var expected = DrawnState.In(drawn);
        return action switch
        {
            Ids.Actions.Unlock => new Unlock(name, IsOverride: false, expected),
            Ids.Actions.Watch => new Watch(name, expected),
            Ids.Actions.Unwatch => new Unwatch(name),
            Ids.Actions.Leave => new Leave(name, drawn.Wait is { } wait ? new WaitId(wait) : null),
            Ids.Actions.LetPass when drawn.Turn is { } turn => new LetPass(name, new(turn)) { Until = drawn.Until },
            Ids.Actions.Claim when drawn.Turn is not null => new Lock(name, new LockLength.Unsaid(), null, expected),
            Ids.Actions.GoNext when drawn.Lease is { } lost => new GoNext(name, new(lost)),
            Ids.Actions.HandOver when drawn.Ask is { } ask => new HandOver(name, new(ask)) { Said = drawn.Said },
            Ids.Actions.Undo when drawn.Lease is { } was => new Undo(name, new(was)),
            Ids.Actions.GiveBack when drawn.Lease is { } taken => new GiveBack(name, new(taken)),
            _ => null,
        };
    }

    private async Task<SlackResponse> Chosen(
        SlackRequest.BlockActionRequest click,
        ViewInfo view,
        CancellationToken cancellationToken
    ) =>
        await forms.AfterChoice(
            view,
            click.Workspace,
            await locks.ReaderOf(click.Workspace, click.User, cancellationToken),
            cancellationToken
        )
            is { } redrawn
            ? new(new Ack.Empty(), new SlackCall.UpdateView(view.Id, view.Hash, redrawn))
            : SlackResponse.Nothing;
}
