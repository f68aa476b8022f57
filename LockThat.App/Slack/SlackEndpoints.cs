using System.Diagnostics;
using System.Text;

namespace LockThat.App.Slack;

/// <summary>The four addresses that Slack posts to: verify, read, answer, and only then the calls that follow.</summary>
public sealed partial class SlackEndpoints(Settings settings, AnswerRequest answer, SlackCalls calls, TimeProvider time, ILogger<SlackEndpoints> log)
{
    public const string Command = "/slack/command";
    public const string Action = "/slack/action";
    public const string Options = "/slack/options";
    public const string Event = "/slack/event";

    // Slack waits for three seconds, of which the network takes its part.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    private readonly byte[][] secrets = [.. settings.Slack.SigningSecrets.Select(Encoding.UTF8.GetBytes)];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Command, http => Serve(http, SlackRoute.Command));
        routes.MapPost(Action, http => Serve(http, SlackRoute.Action));
        routes.MapPost(Options, http => Serve(http, SlackRoute.Options));
        routes.MapPost(Event, http => Serve(http, SlackRoute.Event));
    }

    private async Task Serve(HttpContext http, SlackRoute route)
    {
        try
        {
            using var body = await RawBody.Read(http.Request, http.RequestAborted);
            if (body is null)
                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            else if (IsGenuine(http.Request, body))
                await Serve(http, RequestReader.Read(route, http.Request.ContentType, body.Bytes));
            else
                http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        catch (BadHttpRequestException broken)
        {
            http.Response.StatusCode = broken.StatusCode;
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException && http.RequestAborted.IsCancellationRequested)
        {
            Log.Gone(log);
        }
    }

    private bool IsGenuine(HttpRequest request, RawBody body)
    {
        var verdict = SlackSignature.Verify(
            secrets,
            request.Headers[SlackSignature.TimestampHeader],
            request.Headers[SlackSignature.SignatureHeader],
            body.Bytes.Span,
            time.GetUtcNow());
        if (verdict != SignatureVerdict.Genuine)
            Log.Refused(log, verdict);
        return verdict == SignatureVerdict.Genuine;
    }

    private Task Serve(HttpContext http, RequestReading reading)
    {
        switch (reading)
        {
            case RequestReading.Understood(var request):
                return Serve(http, request);
            case RequestReading.WrongContentType:
                http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
                return Task.CompletedTask;
            case RequestReading.Malformed:
                http.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            default:
                throw new UnreachableException();
        }
    }

    // The calls follow even when Slack hung up before it read the reply: what they tell is true all the same.
    private async Task Serve(HttpContext http, SlackRequest request)
    {
        var decided = await InTime(request);
        try
        {
            var bytes = AckJson.Bytes(decided.Ack);
            if (!bytes.IsEmpty)
                http.Response.ContentType = "application/json; charset=utf-8";
            http.Response.ContentLength = bytes.Length;
            await http.Response.BodyWriter.WriteAsync(bytes, CancellationToken.None);
            await http.Response.CompleteAsync();
        }
        finally
        {
            if (request.From is { } from)
                calls.Start(from, decided.Then);
        }
    }

    // One of the outermost places: a bug becomes one polite line, and a line in the log.
    private async Task<Answer> InTime(SlackRequest request)
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

    private async Task Late(Task<Answer> work, SlackRequest request)
    {
        var (ack, then) = await work.WaitAsync(calls.GivingUp);
        if (request.From is not { } from)
            return;
        if (ack is Ack.OfMessage(var message) && request is SlackRequest.SlashCommand { ResponseUrl: var responseUrl })
            calls.Start(from, [new SlackCall.Respond(responseUrl, message), .. then]);
        else
            calls.Start(from, then);
    }

    private static partial class Log
    {
        [LoggerMessage(400, LogLevel.Warning, "A request was refused: {Verdict}")]
        public static partial void Refused(ILogger logger, SignatureVerdict verdict);

        [LoggerMessage(401, LogLevel.Warning, "{Request} took too long and was answered with \"try again\"")]
        public static partial void Late(ILogger logger, string request);

        [LoggerMessage(402, LogLevel.Error, "{Request} failed")]
        public static partial void Failed(ILogger logger, string request, Exception bug);

        [LoggerMessage(403, LogLevel.Debug, "A sender hung up before its request was read")]
        public static partial void Gone(ILogger logger);
    }
}
