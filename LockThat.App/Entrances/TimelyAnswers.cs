using LockThat.App.Hosting;
using LockThat.App.Slack;
using LockThat.App.Slack.Http;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;

namespace LockThat.App.Entrances;

/// <summary>Answers a request of any transport in time for its acknowledgement. The result of slower work is told when
/// the work is done.</summary>
internal sealed partial class TimelyAnswers(
    HandleRequest handle,
    SlackCalls calls,
    BackgroundWork background,
    SlackMetrics metrics,
    TimeProvider time,
    ILogger<TimelyAnswers> log
)
{
    // Slack waits for three seconds, and the network takes some of them.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    /// <summary>Answers, and returns the work to do once the answer is out.</summary>
    /// <param name="request">The request.</param>
    /// <param name="transport"><c>http</c> or <c>socket_mode</c>.</param>
    public async Task<Answer> Answer(SlackRequest request, string transport)
    {
        // The outermost place for a request: a bug becomes one polite line for the person, and a line in the log.
        using var measured = metrics.Acknowledging(request, transport);
        Task<SlackResponse>? work = null;
        try
        {
            work = handle(request, background.GivingUp);
            return After(request, await work.WaitAsync(Patience, time, CancellationToken.None));
        }
        catch (TimeoutException) when (work is { IsFaulted: false })
        {
            measured.Result = "late";
            Log.Late(log, request.GetType().Name);
            background.Track(async () => Follow(request, await work.WaitAsync(background.GivingUp), wasRead: false));
            return After(request, TryAgain.Instead(request, words => words.TooSlow));
        }
        catch (Exception bug)
        {
            measured.Result = "failed";
            Log.Failed(log, request.GetType().Name, bug);
            return After(request, TryAgain.Instead(request, words => words.Broken));
        }
    }

    private Answer After(SlackRequest request, SlackResponse response) =>
        new(response.Ack, wasRead => Follow(request, response, wasRead));

    private void Follow(SlackRequest request, SlackResponse response, bool wasRead)
    {
        if ((response.From ?? request.From) is not { } from)
            return;
        if (!wasRead && response.Ack is Ack.OfMessage(var message) && request is SlackRequest.SlashCommand command)
            calls.Start(from, [SlackCall.Respond.Beside(command.ResponseUrl, command.User, message), .. response.Then]);
        else
            calls.Start(from, response.Then);
    }

    private static partial class Log
    {
        [LoggerMessage(401, LogLevel.Warning, "{Request} took too long and was answered with \"try again\"")]
        public static partial void Late(ILogger logger, string request);

        [LoggerMessage(402, LogLevel.Error, "{Request} failed")]
        public static partial void Failed(ILogger logger, string request, Exception bug);
    }
}
