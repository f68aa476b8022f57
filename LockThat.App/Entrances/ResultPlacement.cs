using System.Diagnostics;
using LockThat.App.Entrances.Details;
using LockThat.App.Locks;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.App.Slack.WebApi;
using LockThat.App.Surfaces;
using LockThat.Blocks;
using LockThat.Blocks.Forms;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

namespace LockThat.App.Entrances;

/// <summary>Shows a result where the person is looking: in the message, under the command, on Home, or in the modal
/// itself.</summary>
internal sealed class ResultPlacement(LockService locks, DetailsPage details)
{
    private readonly Listings _lists = new(locks);

    /// <summary>The result of a form, shown where the form was opened.</summary>
    public async Task<SlackResponse> Tell(
        ModalMemory memory,
        Asker asker,
        Message result,
        CancellationToken cancellationToken
    ) =>
        memory switch
        {
            { Origin: ModalOrigin.Details } => new(
                new Ack.ViewUpdate(ResultModal.For(asker.Reader.Words(), result, memory)),
                [.. await OnPage(memory, asker, result, cancellationToken)]
            ),
            { Origin: ModalOrigin.Home } => new(
                new Ack.ViewClear(),
                new SlackCall.PublishHome(asker.Reader.User, result)
            ),
            { Origin: ModalOrigin.Command, ResponseUrl: { } url } => new(
                new Ack.ViewClear(),
                SlackCall.Respond.Beside(url, asker.Reader.User, result)
            ),
            { Origin: ModalOrigin.Message } => new(
                new Ack.ViewClear(),
                SlackCall.Respond.InPlace(
                    memory.ResponseUrl,
                    memory is { ChannelId: { } channel, MessageTs: { } ts } ? new LastingMessage(channel, ts) : null,
                    asker.Reader.User,
                    await Redrawn(memory.BlockId ?? "", result, asker, cancellationToken),
                    result
                )
            ),
            _ => new(new Ack.ViewUpdate(ResultModal.For(asker.Reader.Words(), result, memory))),
        };

    /// <summary>The result of a click, shown where the button is.</summary>
    public async Task<SlackResponse> Tell(
        SlackRequest.BlockActionRequest click,
        Asker asker,
        Message result,
        CancellationToken cancellationToken
    ) =>
        click.Container switch
        {
            Container.Home => new(new Ack.Empty(), new SlackCall.PublishHome(asker.Reader.User, result)),
            Container.Message at => new(
                new Ack.Empty(),
                SlackCall.Respond.InPlace(
                    at.ResponseUrl,
                    at.Lasting,
                    asker.Reader.User,
                    await Redrawn(click.Action.BlockId, result, asker, cancellationToken),
                    result
                )
            ),
            Container.Modal(var view) => ModalMemory.Read(view.PrivateMetadata) is { } memory
                ? new(new Ack.Empty(), [.. await InView(view, memory, asker, result, cancellationToken)])
                : SlackResponse.Nothing,
            _ => throw new UnreachableException(),
        };

    // A button on the page of a resource, or under the result of a form.
    private async Task<IReadOnlyList<SlackCall>> InView(
        ViewInfo view,
        ModalMemory memory,
        Asker asker,
        Message result,
        CancellationToken cancellationToken
    ) =>
        view.CallbackId == Ids.Callbacks.Result
            ?
            [
                new SlackCall.UpdateView(view.Id, view.Hash, ResultModal.For(asker.Reader.Words(), result, memory)),
                .. await OnPage(memory, asker, result, cancellationToken),
            ]
            : await details.After(memory, view.Id, asker, result, cancellationToken);

    // The page of a resource that lies under a form, if any.
    private async Task<IReadOnlyList<SlackCall>> OnPage(
        ModalMemory memory,
        Asker asker,
        Message result,
        CancellationToken cancellationToken
    ) =>
        memory is { Origin: ModalOrigin.Details, Page: { } page }
            ? await details.After(
                memory with
                {
                    Origin = memory.PageOrigin ?? ModalOrigin.Home,
                    Page = null,
                    PageOrigin = null,
                },
                page,
                asker,
                result,
                cancellationToken
            )
            : [];

    /// <summary>The message of a button after the click: the result, with the list below it if the button was in a
    /// list.</summary>
    private async Task<Message> Redrawn(
        string blockId,
        Message result,
        Asker asker,
        CancellationToken cancellationToken
    ) => await _lists.Around(blockId, asker, cancellationToken) is { } list ? Replies.Below(result, list) : result;
}
