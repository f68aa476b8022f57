using System.Diagnostics;
using LockThat.App.Entrances.Buttons;
using LockThat.App.Entrances.Commands;
using LockThat.App.Entrances.Events;
using LockThat.App.Entrances.Forms;
using LockThat.App.Locks.Stores;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;
using LockThat.Blocks;

namespace LockThat.App.Entrances;

/// <summary>The one switch from every request of Slack's, over any transport, to the entrance that answers
/// it.</summary>
internal sealed class SlackApp(
    SlashCommands commands,
    BlockActions clicks,
    ViewSubmissions submissions,
    ModalDrawer forms,
    ModalOpener openings,
    LifecycleEvents events,
    Addressing addressing
)
{
    /// <summary>Answers a request. A store that is down becomes a polite "try again".</summary>
    public async Task<SlackResponse> Handle(SlackRequest request, CancellationToken cancellationToken)
    {
        try
        {
            if (await addressing.Find(request, cancellationToken) is not { } addressed)
                return addressing.Decline(request);
            var answer = addressed switch
            {
                SlackRequest.SlashCommand command => await commands.Handle(command, cancellationToken),
                SlackRequest.BlockActionRequest click => await clicks.Handle(click, cancellationToken),
                SlackRequest.UrlVerification(var challenge) => new(new Ack.Challenge(challenge)),
                SlackRequest.ViewSubmission submission => await submissions.Handle(submission, cancellationToken),
                SlackRequest.BlockOptionsRequest options => new(
                    new Ack.Options(await forms.Choices(options, cancellationToken))
                ),
                SlackRequest.GlobalShortcut { CallbackId: Ids.Callbacks.LockShortcut } shortcut => await openings.Lock(
                    shortcut,
                    cancellationToken
                ),
                SlackRequest.AppHomeOpened { Tab: "home" } opened => new(
                    new Ack.Empty(),
                    new SlackCall.OpenHome(opened.User, opened.LooksForeign)
                ),
                SlackRequest.AppUninstalled uninstalled => await events.Handle(uninstalled, cancellationToken),
                SlackRequest.TokensRevoked revoked => await events.Handle(revoked, cancellationToken),
                SlackRequest.TeamAccessChanged changed => await events.Handle(changed, cancellationToken),
                SlackRequest.UserChange change => await events.Handle(change, cancellationToken),
                SlackRequest.GlobalShortcut
                or SlackRequest.AppHomeOpened
                or SlackRequest.ViewClosed
                or SlackRequest.SslCheck
                or SlackRequest.Ignored => SlackResponse.Nothing,
                _ => throw new UnreachableException(),
            };
            return InItsName(addressed, WithOwnHome(addressed, answer));
        }
        catch (StoreUnavailableException)
        {
            return TryAgain.Instead(request, words => words.NotStored);
        }
    }

    // A surface that is drawn again is drawn for the same workspace, and the calls use that workspace's token.
    private static SlackResponse InItsName(SlackRequest request, SlackResponse answer) =>
        request.From is { } workspace ? answer.MarkedFor(workspace) with { From = workspace } : answer;

    // The person who acts sees the result on their Home at once; other Homes follow by themselves.
    private static SlackResponse WithOwnHome(SlackRequest request, SlackResponse answer)
    {
        var actor =
            (request as SlackRequest.SlashCommand)?.User
            ?? (request as SlackRequest.ViewSubmission)?.User
            ?? (request is SlackRequest.BlockActionRequest { Container: Container.Message } click ? click.User : null);
        return actor is { } user && !answer.Then.Any(call => call is SlackCall.PublishHome)
            ? answer with
            {
                Then = [.. answer.Then, new SlackCall.RefreshHome(user)],
            }
            : answer;
    }
}
