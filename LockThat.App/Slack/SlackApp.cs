using System.Diagnostics;
using LockThat.App.Locks;
using LockThat.Blocks;

namespace LockThat.App.Slack;

/// <summary>What answers a request, whatever brought it.</summary>
public delegate Task<Answer> AnswerRequest(SlackRequest request, CancellationToken cancellationToken);

/// <summary>The one switch: every request of Slack's, from whichever transport, to the entrance that answers it.</summary>
internal sealed class SlackApp(Commands commands, Clicks clicks, Submissions submissions, Forms forms, Openings openings, Events events)
{
    /// <summary>Answers a request. A store that is down becomes a polite "try again".</summary>
    public async Task<Answer> Answer(SlackRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return WithOwnHome(request, await Switch(request, cancellationToken));
        }
        catch (StoreUnavailableException)
        {
            return TryAgain.Instead(TryAgain.NotStored, request);
        }
    }

    // Who acts sees it on their Home at once; the others' Homes follow by themselves.
    private static Answer WithOwnHome(SlackRequest request, Answer answer)
    {
        var actor = (request as SlackRequest.SlashCommand)?.User
            ?? (request as SlackRequest.ViewSubmission)?.User
            ?? (request is SlackRequest.BlockActionRequest { Container: Container.Message } click ? click.User : null);
        return actor is { } user && !answer.Then.Any(call => call is SlackCall.PublishHome)
            ? answer with { Then = [.. answer.Then, new SlackCall.RefreshHome(user)] }
            : answer;
    }

    private async Task<Answer> Switch(SlackRequest request, CancellationToken cancellationToken) => request switch
    {
        SlackRequest.SlashCommand command => await commands.Answer(command, cancellationToken),
        SlackRequest.BlockActionRequest click => await clicks.Answer(click, cancellationToken),
        SlackRequest.UrlVerification(var challenge) => new(new Ack.Challenge(challenge)),
        SlackRequest.ViewSubmission submission => await submissions.Answer(submission, cancellationToken),
        SlackRequest.BlockOptionsRequest options => new(new Ack.Options(await forms.Choices(options, cancellationToken))),
        SlackRequest.GlobalShortcut { CallbackId: Ids.Callbacks.LockShortcut } shortcut => openings.Lock(shortcut),
        SlackRequest.AppHomeOpened { Tab: "home" } opened => new(new Ack.Empty(), new SlackCall.PublishHome(opened.User, IsOpening: true)),
        SlackRequest.AppUninstalled uninstalled => await events.Answer(uninstalled, cancellationToken),
        SlackRequest.TokensRevoked revoked => await events.Answer(revoked, cancellationToken),
        SlackRequest.TeamAccessChanged changed => await events.Answer(changed, cancellationToken),
        SlackRequest.UserChange change => await events.Answer(change, cancellationToken),
        SlackRequest.GlobalShortcut or SlackRequest.AppHomeOpened or SlackRequest.ViewClosed or SlackRequest.SslCheck or SlackRequest.Ignored =>
            Slack.Answer.Nothing,
        _ => throw new UnreachableException(),
    };
}
