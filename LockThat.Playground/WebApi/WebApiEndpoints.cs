using LockThat.Playground.Workspaces;

namespace LockThat.Playground.WebApi;

/// <summary>The Web API at <c>/api/{method}</c>: errors are HTTP 200 with ok:false, as at slack.com.</summary>
internal static class WebApiEndpoints
{
    public static void MapWebApi(
        this WebApplication app,
        Workspace workspace,
        IEnumerable<Method> all,
        FaultyAnswers answers
    )
    {
        var methods = all.ToDictionary(method => method.Name);
        app.MapMethods(
                "/api/{method}",
                ["GET", "POST"],
                async (HttpContext context, string method, CancellationToken cancellationToken) =>
                {
                    using var work = workspace.Works();
                    var known = methods.GetValueOrDefault(method);
                    var request = await ApiRequest.Read(context.Request, known?.TakesJson ?? false, cancellationToken);
                    context.Response.Headers["x-slack-req-id"] = workspace.Ids.Next("req");
                    if (request.AuthError(known?.IsOfApp ?? false) is null)
                        context.Response.Headers["x-oauth-scopes"] = known is { IsOfApp: true }
                            ? "connections:write"
                            : Team.Scopes;
                    await answers.Send(context, method, request.Body, () => Call(known, request));
                }
            )
            .DisableAntiforgery();
    }

    private static Answered Call(Method? method, ApiRequest request)
    {
        var error = method is null ? "unknown_method" : request.Error ?? request.AuthError(method.IsOfApp);
        var answer =
            error is not null || method is null
                ? ApiAnswer.Refused(error ?? "unknown_method")
                : method.Call(request.Arguments);
        return new(
            StatusCodes.Status200OK,
            "application/json",
            answer.Body.ToJsonString(),
            answer.Error,
            answer.Problems
        );
    }
}
