using System.Collections.Immutable;
using System.Text.Json;
using LockThat.Playground.BlockKit;
using LockThat.Playground.Requests;
using LockThat.Playground.Surfaces;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.WebApi;

/// <summary>response_urls: a new message for the person or the channel, or the message that the button stands on
/// replaced or deleted.</summary>
internal static class ResponseUrlEndpoints
{
    public static void MapResponseUrls(
        this WebApplication app,
        Workspace workspace,
        ResponseUrls responseUrls,
        Posts posts,
        FaultyAnswers answers
    ) =>
        app.MapPost(
                "/response/{**rest}",
                async (HttpContext context, CancellationToken cancellationToken) =>
                {
                    using var work = workspace.Works();
                    using var reader = new StreamReader(context.Request.Body);
                    var body = await reader.ReadToEndAsync(cancellationToken);
                    var isJson = context.Request.HasJsonContentType();
                    await answers.Send(
                        context,
                        Faults.ResponseUrl,
                        body,
                        () => Answer(workspace, responseUrls, posts, context.Request.Path, isJson ? body : "")
                    );
                }
            )
            .DisableAntiforgery();

    private static Answered Answer(
        Workspace workspace,
        ResponseUrls responseUrls,
        Posts posts,
        string path,
        string body
    )
    {
        var (state, target) = responseUrls.Use(path);
        if (target is null)
        {
            return Refused(
                StatusCodes.Status404NotFound,
                state switch
                {
                    ResponseUrlState.Expired => "expired_url",
                    ResponseUrlState.UsedUp => "used_url",
                    _ => "no_service",
                }
            );
        }

        if (Json.Parse(body) is not { ValueKind: JsonValueKind.Object } payload)
            return Refused(StatusCodes.Status400BadRequest, "invalid_payload");
        var says = payload.Get("text") is not null || payload.Get("blocks") is not null;
        if ((says || !payload.Flag("delete_original")) && Rules.MessageError(payload) is var (error, problems))
            return Refused(StatusCodes.Status400BadRequest, error, problems);
        return Apply(workspace, posts, target, payload, says)
            ? new(StatusCodes.Status200OK, "text/plain", "ok", null, [])
            : Refused(StatusCodes.Status404NotFound, "message_not_found");
    }

    private static bool Apply(Workspace workspace, Posts posts, ResponseTarget target, JsonElement payload, bool says)
    {
        var original = target.OriginTs is { } ts ? workspace.FindMessage(target.ChannelId, ts) : null;
        if (payload.Flag("delete_original") && original is not null)
            workspace.Delete(original.ChannelId, original.Ts);
        if (!says)
            return original is not null;
        if (payload.Flag("replace_original") && !payload.Flag("delete_original") && target.OriginTs is not null)
            return original is not null && posts.Rewrite(original, payload) is not null;
        posts.Say(target.ChannelId, payload, payload.Str("response_type") == "in_channel" ? null : target.UserId);
        return true;
    }

    private static Answered Refused(int status, string error, ImmutableArray<string> problems = default) =>
        new(status, "text/plain", error, error, problems.IsDefault ? [] : problems);
}
