using System.Diagnostics;
using System.Text;
using LockThat.App.Hosting;
using LockThat.App.Settings;
using LockThat.App.Slack.Replies;
using LockThat.App.Slack.Requests;

namespace LockThat.App.Slack.Http;

/// <summary>The four addresses that Slack posts to: verify, read, answer, and only then the calls that
/// follow.</summary>
public sealed partial class SlackEndpoints(
    LockThatSettings settings,
    AnswerRequest answer,
    TimeProvider time,
    ILogger<SlackEndpoints> log
)
{
    public const string Command = "/slack/command";
    public const string Action = "/slack/action";
    public const string Options = "/slack/options";
    public const string Event = "/slack/event";

    private readonly byte[][] _secrets = [.. settings.Slack.SigningSecrets.Select(Encoding.UTF8.GetBytes)];
    private readonly Seldom _clockIsWrong = new(TimeSpan.FromHours(1), time);

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
        catch (Exception gone)
            when (gone is IOException or OperationCanceledException && http.RequestAborted.IsCancellationRequested)
        {
            Log.Gone(log);
        }
        catch (IOException) when (!http.Response.HasStarted)
        {
            // Kestrel throws another exception for a chunk whose size no number can hold.
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    private bool IsGenuine(HttpRequest request, RawBody body)
    {
        var verdict = SlackSignature.Verify(
            _secrets,
            request.Headers[SlackSignature.TimestampHeader],
            request.Headers[SlackSignature.SignatureHeader],
            body.Bytes.Span,
            time.GetUtcNow()
        );
        // A wrong clock refuses every request for the same reason, so one line an hour is enough.
        if (verdict is not (SignatureVerdict.Genuine or SignatureVerdict.TooOld or SignatureVerdict.TooEarly))
            Log.Refused(log, verdict);
        else if (verdict != SignatureVerdict.Genuine && _clockIsWrong.IsDue())
            Log.ClockIsWrong(log, verdict, time.GetUtcNow());
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

    // The calls follow even when Slack hung up before it read the reply, because their messages are true all the same.
    private async Task Serve(HttpContext http, SlackRequest request)
    {
        var answered = await answer(request, "http");
        try
        {
            var bytes = AckJson.Bytes(answered.Ack);
            if (answered.Ack is Ack.Refused)
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            if (!bytes.IsEmpty)
                http.Response.ContentType = "application/json; charset=utf-8";
            http.Response.ContentLength = bytes.Length;
            await http.Response.BodyWriter.WriteAsync(bytes, CancellationToken.None);
            await http.Response.CompleteAsync();
        }
        finally
        {
            answered.Follow(true);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(400, LogLevel.Warning, "A request was refused: {Verdict}")]
        public static partial void Refused(ILogger logger, SignatureVerdict verdict);

        [LoggerMessage(
            404,
            LogLevel.Warning,
            "Check this server's clock: it says {Now:u}, and the time stamp of a request that Slack signed is more than five minutes "
                + "off ({Verdict}). Every such request is refused; this is said once an hour"
        )]
        public static partial void ClockIsWrong(ILogger logger, SignatureVerdict verdict, DateTimeOffset now);

        [LoggerMessage(403, LogLevel.Debug, "A sender hung up before its request was read")]
        public static partial void Gone(ILogger logger);
    }
}
