using System.Collections.Immutable;
using System.Text.Json;
using LockThat.Playground.BlockKit;
using LockThat.Playground.Requests;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.WebApi;

/// <summary>response_urls: a new message for the person or the channel, or the message that the button stands on
/// replaced or deleted.</summary>
internal static class ResponseUrlEndpoints
{
    public static void MapResponseUrls(this WebApplication app, Engine engine) =>
        app.MapPost(
                "/response/{**rest}",
                async (HttpContext context, CancellationToken cancellationToken) =>
                {
                    using var work = engine.Workspace.Works();
                    using var reader = new StreamReader(context.Request.Body);
                    var body = await reader.ReadToEndAsync(cancellationToken);
                    var isJson = context.Request.HasJsonContentType();
                    await FaultyAnswer.Send(
                        context,
                        engine,
                        Faults.ResponseUrl,
                        body,
                        () => Answer(engine, context.Request.Path, isJson ? body : "")
                    );
                }
            )
            .DisableAntiforgery();

    private static Answered Answer(Engine engine, string path, string body)
    {
        var (state, target) = engine.ResponseUrls.Use(path);
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
        return Apply(engine, target, payload, says)
            ? new(StatusCodes.Status200OK, "text/plain", "ok", null, [])
            : Refused(StatusCodes.Status404NotFound, "message_not_found");
    }

    private static bool Apply(Engine engine, ResponseTarget target, JsonElement payload, bool says)
    {
        var original = target.OriginTs is { } ts ? engine.Workspace.FindMessage(target.ChannelId, ts) : null;
        if (payload.Flag("delete_original") && original is not null)
            engine.Workspace.Delete(original.ChannelId, original.Ts);
        if (!says)
            return original is not null;
        if (payload.Flag("replace_original") && !payload.Flag("delete_original") && target.OriginTs is not null)
            return original is not null && engine.Posts.Rewrite(original, payload) is not null;
        engine.Posts.Say(
            target.ChannelId,
            payload,
            payload.Str("response_type") == "in_channel" ? null : target.UserId
        );
        return true;
    }

    private static Answered Refused(int status, string error, ImmutableArray<string> problems = default) =>
        new(status, "text/plain", error, error, problems.IsDefault ? [] : problems);
}
