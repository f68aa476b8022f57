using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.WebApi;

/// <summary>An answer to the app, before a fault comes between.</summary>
internal sealed record Answered(
    int Status,
    string ContentType,
    string Body,
    string? Error,
    ImmutableArray<string> Problems
);

/// <summary>Every answer to the app passes here: a fault that waits for it comes between, and the journal keeps
/// it.</summary>
internal sealed class FaultyAnswers(Workspace workspace, Faults faults)
{
    public async Task Send(HttpContext context, string method, string request, Func<Answered> effect)
    {
        var fault = faults.Take(method);
        var answered = fault switch
        {
            null or Fault.Slow => effect(),
            Fault.RateLimited => Refused(StatusCodes.Status429TooManyRequests, "ratelimited"),
            Fault.ServerError => new(
                StatusCodes.Status500InternalServerError,
                "text/html",
                "<html><body>Server Error</body></html>",
                "server_error",
                []
            ),
            Fault.Refused(var error) => Refused(StatusCodes.Status200OK, error),
            Fault.Dropped(var afterEffect) => afterEffect ? effect() : null,
            _ => throw new UnreachableException(),
        };
        var delay = fault is Fault.Slow(var by)
            ? Task.Delay(by, workspace.Time, context.RequestAborted)
            : Task.CompletedTask;
        workspace.Journal.Add(
            new ApiCall(method, request, answered?.Status ?? 0, answered?.Body ?? "", workspace.Time.GetUtcNow())
            {
                Error = answered is null ? "dropped" : answered.Error,
                Problems = answered?.Problems ?? [],
            }
        );
        await delay;
        if (fault is Fault.RateLimited(var seconds))
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        if (answered is null || fault is Fault.Dropped)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answered.Status;
        context.Response.ContentType = answered.ContentType + "; charset=utf-8";
        await context.Response.WriteAsync(answered.Body, context.RequestAborted);
    }

    private static Answered Refused(int status, string error) =>
        new(status, "application/json", ApiAnswer.Refused(error).Body.ToJsonString(), error, []);
}
