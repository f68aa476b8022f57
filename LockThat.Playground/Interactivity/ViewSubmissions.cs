using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using LockThat.Playground.Requests;
using LockThat.Playground.Surfaces;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Interactivity;

/// <summary>A modal's submit and close, and the effect of the acknowledgement.</summary>
internal sealed class ViewSubmissions(Workspace workspace, Deliveries deliveries, Triggers triggers, Views views)
{
    /// <summary>Checks the fields as Slack's client does; only a complete form is sent.</summary>
    public async Task Submit(Member person, OpenView view, CancellationToken cancellationToken)
    {
        var missing = FieldChecks.Of(view);
        views.Amend(view.Id, open => open with { Errors = missing, Trouble = null });
        if (!missing.IsEmpty)
            return;
        var payload = Payloads.Interaction("view_submission", person);
        payload["trigger_id"] = triggers.Issue(person.Id);
        payload["view"] = Payloads.ViewOf(view);
        payload["response_urls"] = new JsonArray();
        await deliveries.Post(
            new("view_submission", payload),
            delivery =>
            {
                var applied = delivery.Failure is null ? Apply(delivery, view) : delivery;
                if (applied.Failure is not null)
                    views.Amend(view.Id, open => open with { Trouble = Interactions.Trouble });
                return applied;
            },
            cancellationToken
        );
    }

    /// <summary>Cancel closes the top view, X the whole stack; the app hears of it when the view asked for
    /// that.</summary>
    public async Task Close(Member person, OpenView top, bool whole, CancellationToken cancellationToken)
    {
        var stack = workspace.Modals(person.Id);
        var clears = whole || top.View.Flag("clear_on_close");
        var told = clears ? stack[0] : top;
        views.Close(told, clears);
        if (!told.View.Flag("notify_on_close"))
            return;
        var payload = Payloads.Interaction("view_closed", person);
        var closed = Payloads.ViewOf(told);
        closed["state"] = new JsonObject { ["values"] = new JsonObject() };
        payload["view"] = closed;
        payload["is_cleared"] = clears;
        await deliveries.Post(new("view_closed", payload), delivery => delivery, cancellationToken);
    }

    private Delivery Apply(Delivery delivery, OpenView view)
    {
        if (delivery.AckBody.Length == 0)
        {
            views.Close(view, whole: false);
            return delivery;
        }

        if (Json.Parse(delivery.AckBody) is not { ValueKind: JsonValueKind.Object } answer)
            return Wrong(delivery, "must be empty or a JSON object");
        switch (answer.Str("response_action"))
        {
            case "clear":
                views.Close(view, whole: true);
                return delivery;
            case "errors":
                return ApplyErrors(delivery, view, answer);
            case "update" when answer.Get("view") is { } update:
                return Shown(delivery, views.Update(view.Id, null, update, null));
            case "push" when answer.Get("view") is { } pushed:
                return Shown(delivery, views.Push(view.UserId, pushed));
            default:
                return Wrong(
                    delivery,
                    "must hold a response_action of clear, errors, update or push [json-pointer:/response_action]"
                );
        }
    }

    private Delivery ApplyErrors(Delivery delivery, OpenView view, JsonElement answer)
    {
        var inputs = view
            .Blocks.EnumerateArray()
            .Where(block => block.TypeOf() == "input")
            .Select(block => block.Str("block_id") ?? "")
            .ToHashSet(StringComparer.Ordinal);
        if (answer.Get("errors") is not { ValueKind: JsonValueKind.Object } errors || !errors.EnumerateObject().Any())
            return Wrong(delivery, "must not be empty [json-pointer:/errors]");
        var problems = errors
            .EnumerateObject()
            .Where(error => !inputs.Contains(error.Name) || error.Value.ValueKind != JsonValueKind.String)
            .Select(error =>
                $"no input block has this block_id, or its error is no text [json-pointer:/errors/{error.Name}]"
            )
            .ToImmutableArray();
        if (problems.Length > 0)
            return Wrong(delivery, [.. problems]);
        views.Amend(
            view.Id,
            open =>
                open with
                {
                    Errors = errors
                        .EnumerateObject()
                        .ToImmutableDictionary(error => error.Name, error => error.Value.GetString() ?? ""),
                }
        );
        return delivery;
    }

    private static Delivery Shown(Delivery delivery, ViewResult result) =>
        result is ViewResult.Refused refused
            ? delivery with
            {
                Failure = refused.Error,
                Problems = refused.Messages,
            }
            : delivery;

    private static Delivery Wrong(Delivery delivery, params ImmutableArray<string> problems) =>
        delivery with
        {
            Failure = "invalid_response",
            Problems = problems,
        };
}
