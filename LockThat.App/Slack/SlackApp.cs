namespace LockThat.App.Slack;

/// <summary>What answers a request, whatever brought it.</summary>
public delegate Task<Answer> AnswerRequest(SlackRequest request, CancellationToken cancellationToken);

/// <summary>The one switch over everything that Slack sends.</summary>
public sealed class SlackApp
{
    public Task<Answer> Answer(SlackRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(request switch
        {
            SlackRequest.UrlVerification(var challenge) => new Answer(new Ack.Challenge(challenge)),
            SlackRequest.AppHomeOpened { Tab: "home" } opened => new Answer(new Ack.Empty(), new SlackCall.PublishHome(opened.User)),
            _ => new Answer(new Ack.Empty()),
        });
    }
}
