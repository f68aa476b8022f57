namespace LockThat.App.Slack;

/// <summary>Answers whatever brought a request in time for its acknowledgement: work that takes longer is told when it
/// is done.</summary>
public sealed partial class TimelyAnswers(
    HandleRequest answer,
    SlackCalls calls,
    SlackMetrics metrics,
    TimeProvider time,
    ILogger<TimelyAnswers> log
)
{
    // Slack waits for three seconds, of which the network takes its part.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    /// <param name="request">What is asked.</param>
    /// <param name="transport"><c>http</c> or <c>socket_mode</c>.</param>
    public async Task<SlackResponse> Answer(SlackRequest request, string transport) =>
        (await metrics.Acknowledge(request, transport, () => InTime(request))).Answer;

    /// <summary>Makes the calls that follow an answer.</summary>
    /// <param name="request">What was answered.</param>
    /// <param name="answer">What was decided.</param>
    /// <param name="wasRead">False when the acknowledgement cannot have reached Slack, so that a command's message goes
    /// by its response_url.</param>
    public void Follow(SlackRequest request, SlackResponse answer, bool wasRead)
    {
        if ((answer.From ?? request.From) is not { } from)
            return;
        if (!wasRead && answer.Ack is Ack.OfMessage(var message) && request is SlackRequest.SlashCommand command)
            calls.Start(from, [SlackCall.Respond.Beside(command.ResponseUrl, command.User, message), .. answer.Then]);
        else
            calls.Start(from, answer.Then);
    }

    // One of the outermost places: a bug becomes one polite line, and a line in the log.
    private async Task<(SlackResponse Answer, string Result)> InTime(SlackRequest request)
    {
        Task<SlackResponse>? work = null;
        try
        {
            work = answer(request, calls.GivingUp);
            return (await work.WaitAsync(Patience, time, CancellationToken.None), "ok");
        }
        catch (TimeoutException) when (work is { IsFaulted: false })
        {
            Log.Late(log, request.GetType().Name);
            calls.Track(() => Late(work, request));
            return (TryAgain.Instead(TryAgain.TooSlow, request), "late");
        }
        catch (Exception bug)
        {
            Log.Failed(log, request.GetType().Name, bug);
            return (TryAgain.Instead(TryAgain.Broken, request), "failed");
        }
    }

    private async Task Late(Task<SlackResponse> work, SlackRequest request) =>
        Follow(request, await work.WaitAsync(calls.GivingUp), wasRead: false);

    private static partial class Log
    {
        [LoggerMessage(401, LogLevel.Warning, "{Request} took too long and was answered with \"try again\"")]
        public static partial void Late(ILogger logger, string request);

        [LoggerMessage(402, LogLevel.Error, "{Request} failed")]
        public static partial void Failed(ILogger logger, string request, Exception bug);
    }
}
