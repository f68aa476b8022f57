using LockThat.App.Identifiers;
using LockThat.App.Installs.Workspaces;
using LockThat.App.Locks;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.App.Surfaces;
using LockThat.Blocks.Forms;
using LockThat.Blocks.Kit;
using LockThat.Blocks.Messages;

namespace LockThat.App.Entrances;

/// <summary>Finds the workspace in which a person's request acts, and tells the person when there is none.</summary>
/// <param name="served">The workspaces in which the app is installed.</param>
/// <param name="whereToInstall">The page on which the app can be added.</param>
internal sealed class Addressing(IServedWorkspaces served, WhereToInstall whereToInstall)
{
    /// <summary>The request in the first workspace of those that it names in which the app is installed; null when
    /// there is none.</summary>
    public async ValueTask<SlackRequest?> Find(SlackRequest request, CancellationToken cancellationToken)
    {
        if (request.From is not { } from || !IsOfSomebodyThere(request) || await served.Serves(from, cancellationToken))
            return request;
        foreach (var other in request.Others)
        {
            if (await served.Serves(other, cancellationToken))
                return SlackRequest.In(request, other);
        }

        return null;
    }

    /// <summary>Tells a person that the app is not installed there. Nothing has changed.</summary>
    public SlackResponse Decline(SlackRequest request)
    {
        var site = whereToInstall.Address;
        return request switch
        {
            SlackRequest.ViewSubmission submission => new(new Ack.ViewUpdate(Declined(submission.User, site))),
            SlackRequest.GlobalShortcut shortcut => new(
                new Ack.Empty(),
                new SlackCall.OpenView(shortcut.TriggerId, Declined(shortcut.User, site))
            ),
            // Without a token there is no other way to tell the person.
            SlackRequest.BlockActionRequest { Container: not Container.Message { ResponseUrl: not null } } =>
                SlackResponse.Nothing,
            var other => TryAgain.Instead(other, words => words.NotServed(site)),
        };
    }

    private static ModalViewDefinition Declined(UserId user, Uri? site)
    {
        var words = Reader.Of(user).Words();
        return ResultModal.For(words, Replies.TryAgain(words.NotServed(site)));
    }

    // A workspace that has left is not served any more, but its events still count.
    private static bool IsOfSomebodyThere(SlackRequest request) =>
        request
            is SlackRequest.SlashCommand
                or SlackRequest.BlockActionRequest
                or SlackRequest.ViewSubmission
                or SlackRequest.BlockOptionsRequest
                or SlackRequest.GlobalShortcut
                or SlackRequest.AppHomeOpened;
}
