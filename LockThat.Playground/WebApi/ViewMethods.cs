using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using LockThat.Playground.BlockKit;
using LockThat.Playground.Requests;
using LockThat.Playground.Surfaces;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.WebApi;

/// <summary>views.open, push, update, publish.</summary>
internal static class ViewMethods
{
    public static IEnumerable<Method> All(Views views, Triggers triggers) =>
        [
            new("views.open", true, arguments => WithTrigger(triggers, arguments, views.Open)),
            new("views.push", true, arguments => WithTrigger(triggers, arguments, views.Push)),
            new(
                "views.update",
                true,
                arguments =>
                    WithView(
                        arguments,
                        view =>
                            Answer(
                                views.Update(
                                    arguments.Str("view_id"),
                                    arguments.Str("external_id"),
                                    view,
                                    arguments.Str("hash")
                                )
                            )
                    )
            ),
            new("views.publish", true, arguments => WithView(arguments, view => Publish(views, arguments, view))),
        ];

    private static ApiAnswer Publish(Views views, JsonElement arguments, JsonElement view)
    {
        if (arguments.Str("user_id") is not { } user)
            return ApiAnswer.Missing("user_id");
        return Team.People.Any(person => person.Id == user)
            ? Answer(views.Publish(user, view, arguments.Str("hash")))
            : ApiAnswer.Refused("invalid_arguments", ["invalid `user_id` [json-pointer:/user_id]"]);
    }

    // A view that Slack refuses does not use the trigger up.
    private static ApiAnswer WithTrigger(
        Triggers triggers,
        JsonElement arguments,
        Func<string, JsonElement, ViewResult> show
    ) =>
        WithView(
            arguments,
            view =>
            {
                if (arguments.Str("trigger_id") is not { } trigger)
                    return ApiAnswer.Missing("trigger_id");
                if (Rules.ViewError(view, "modal") is var (error, problems))
                    return ApiAnswer.Refused(error, problems);
                var (state, userId) = triggers.Take(trigger);
                return state switch
                {
                    TriggerState.Valid => Answer(show(userId, view)),
                    TriggerState.Expired => ApiAnswer.Refused("expired_trigger_id"),
                    TriggerState.Exchanged => ApiAnswer.Refused("exchanged_trigger_id"),
                    TriggerState.Invalid => ApiAnswer.Refused("invalid_trigger_id"),
                    _ => throw new UnreachableException(),
                };
            }
        );

    private static ApiAnswer WithView(JsonElement arguments, Func<JsonElement, ApiAnswer> answer) =>
        arguments.Get("view") switch
        {
            null => ApiAnswer.Missing("view"),
            { ValueKind: JsonValueKind.Object } view => answer(view),
            _ => ApiAnswer.Refused("invalid_arguments", ["must be an object [json-pointer:/view]"]),
        };

    private static ApiAnswer Answer(ViewResult result) =>
        result switch
        {
            ViewResult.Shown(var view) => ApiAnswer.Ok(
                new KeyValuePair<string, JsonNode?>("view", Payloads.ViewOf(view))
            ),
            ViewResult.Refused(var error, []) => ApiAnswer.Refused(error),
            ViewResult.Refused(var error, var problems) => ApiAnswer.Refused(error, problems),
            _ => throw new UnreachableException(),
        };
}
