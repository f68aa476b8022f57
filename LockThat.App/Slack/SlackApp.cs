using System.Diagnostics;
using LockThat.App.Locks;

namespace LockThat.App.Slack;

/// <summary>What answers a request, whatever brought it.</summary>
public delegate Task<Answer> AnswerRequest(SlackRequest request, CancellationToken cancellationToken);

/// <summary>The one switch: every request of Slack's, from whichever transport, to the entrance that answers it.</summary>
sealed class SlackApp(Commands commands, Clicks clicks)
{
    /// <summary>Answers a request. A store that is down becomes a polite "try again".</summary>
    public async Task<Answer> Answer(SlackRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await Switch(request, cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            return TryAgain.Instead(TryAgain.NotStored, request);
        }
    }

    private async Task<Answer> Switch(SlackRequest request, CancellationToken cancellationToken) => request switch
    {
        SlackRequest.SlashCommand command => await commands.Answer(command, cancellationToken),
        SlackRequest.BlockActionRequest click => await clicks.Answer(click, cancellationToken),
        SlackRequest.UrlVerification(var challenge) => new(new Ack.Challenge(challenge)),
        SlackRequest.ViewSubmission or SlackRequest.ViewClosed or SlackRequest.GlobalShortcut or SlackRequest.AppHomeOpened
            or SlackRequest.AppUninstalled or SlackRequest.TokensRevoked or SlackRequest.UserChange or SlackRequest.SslCheck or SlackRequest.Ignored =>
            Slack.Answer.Nothing,
        SlackRequest.BlockOptionsRequest => new(new Ack.Options([])),
        _ => throw new UnreachableException(),
    };
}
