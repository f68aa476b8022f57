namespace LockThat.App.Slack;

/// <summary>Answers whatever brought a request in time for its acknowledgement: work that takes longer is told when it is done.</summary>
public sealed partial class TimelyAnswers(AnswerRequest answer, SlackCalls calls, TimeProvider time, ILogger<TimelyAnswers> log)
{
    // Slack waits for three seconds, of which the network takes its part.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    // One of the outermost places: a bug becomes one polite line, and a line in the log.
    public async Task<Answer> Answer(SlackRequest request)
    {
        Task<Answer>? work = null;
        try
        {
            work = answer(request, calls.GivingUp);
            return await work.WaitAsync(Patience, time, CancellationToken.None);
        }
        catch (TimeoutException) when (work is { IsCompleted: false })
        {
            Log.Late(log, request.GetType().Name);
            calls.Track(() => Late(work, request));
            return TryAgain.Instead(TryAgain.TooSlow, request);
        }
        catch (Exception bug)
        {
            Log.Failed(log, request.GetType().Name, bug);
            return TryAgain.Instead(TryAgain.Broken, request);
        }
    }

    /// <summary>Makes the calls that follow an answer.</summary>
    /// <param name="request">What was answered.</param>
    /// <param name="answer">What was decided.</param>
    /// <param name="wasRead">False when the acknowledgement cannot have reached Slack, so that a command's message goes by its response_url.</param>
    public void Follow(SlackRequest request, Answer answer, bool wasRead)
    {
        if (request.From is not { } from)
            return;
        if (!wasRead && answer.Ack is Ack.OfMessage(var message) && request is SlackRequest.SlashCommand { ResponseUrl: var responseUrl })
            calls.Start(from, [new SlackCall.Respond(responseUrl, message), .. answer.Then]);
        else
            calls.Start(from, answer.Then);
    }

    private async Task Late(Task<Answer> work, SlackRequest request) => Follow(request, await work.WaitAsync(calls.GivingUp), wasRead: false);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Request} took too long and was answered with \"try again\"")]
        public static partial void Late(ILogger logger, string request);

        [LoggerMessage(2, LogLevel.Error, "{Request} failed")]
        public static partial void Failed(ILogger logger, string request, Exception bug);
    }
}
