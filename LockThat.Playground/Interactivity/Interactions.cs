using System.Text.Json;
using System.Text.Json.Nodes;
using LockThat.Playground.BlockKit;
using LockThat.Playground.Requests;
using LockThat.Playground.Surfaces;
using LockThat.Playground.Wire;
using LockThat.Playground.Workspaces;

namespace LockThat.Playground.Interactivity;

/// <summary>Clicks, choices, shortcuts and menus that ask the app for their options.</summary>
internal sealed class Interactions(
    Workspace workspace,
    Deliveries deliveries,
    Triggers triggers,
    ResponseUrls responseUrls,
    Views views,
    Posts posts
)
{
    /// <summary>The line of Slack's client when a modal's or a Home's request got no proper answer.</summary>
    public const string Trouble = "We had some trouble connecting. Try again?";

    /// <summary>Keeps the entered values, without telling the app.</summary>
    public PlacedElement? Enter(
        Member person,
        Surface surface,
        ElementKey key,
        IReadOnlyList<string> values,
        IEnumerable<JsonElement> suggested
    )
    {
        if (Elements.Find(workspace.BlocksAt(surface), key) is not { } placed)
            return null;
        if (FormState.Entry(placed, values, suggested) is { } entry)
            workspace.Show(screens => Keep(screens, person, surface, key, entry));
        return placed;
    }

    /// <summary>Enters the values and tells the app (block_actions) where the element does so.</summary>
    public async Task Act(
        Member person,
        Surface surface,
        ElementKey key,
        IReadOnlyList<string> values,
        IEnumerable<JsonElement> suggested,
        CancellationToken cancellationToken
    )
    {
        if (Enter(person, surface, key, values, suggested) is not { Dispatches: true } placed)
            return;
        var payload = Payloads.Interaction("block_actions", person);
        payload["trigger_id"] = triggers.Issue(person.Id);
        AddOrigin(payload, surface);
        if (workspace.MessageAt(surface) is { } message)
        {
            payload["state"] = new JsonObject { ["values"] = FormState.Values(workspace.Form(person.Id, message)) };
            payload["response_url"] = responseUrls.Issue("actions", new(person.Id, message.ChannelId, message.Ts));
        }

        payload["actions"] = new JsonArray(
            Payloads.Action(placed, EntryOf(person, surface, placed, values), workspace.NextTs())
        );
        await deliveries.Post(
            new("block_actions", payload),
            delivery => Settle(delivery, person, surface),
            cancellationToken
        );
    }

    public Task UseShortcut(Member person, string callbackId, Channel channel, CancellationToken cancellationToken)
    {
        var payload = Payloads.Interaction("shortcut", person);
        payload["action_ts"] = workspace.NextTs();
        payload["callback_id"] = callbackId;
        payload["trigger_id"] = triggers.Issue(person.Id);
        return deliveries.Post(
            new("shortcut", payload),
            delivery => Settle(delivery, person, new Surface.OfMessage(channel.Id, "")),
            cancellationToken
        );
    }

    /// <summary>The options that the app offers for the typed text; none when its answer was late or wrong.</summary>
    public async Task<IReadOnlyList<JsonElement>> Suggest(
        Member person,
        Surface surface,
        ElementKey key,
        string typed,
        CancellationToken cancellationToken
    )
    {
        var payload = Payloads.Interaction("block_suggestion", person);
        payload["block_id"] = key.BlockId;
        payload["action_id"] = key.ActionId;
        payload["value"] = typed;
        AddOrigin(payload, surface);
        var delivery = await deliveries.Post(new("block_suggestion", payload), Offered, cancellationToken);
        return delivery.Failure is null && Json.Parse(delivery.AckBody) is { } answer
            ?
            [
                .. answer
                    .List("options")
                    .Concat(answer.List("option_groups").SelectMany(group => group.List("options"))),
            ]
            : [];
    }

    private static Delivery Offered(Delivery delivery)
    {
        if (delivery.Failure is not null)
            return delivery;
        var problems = Json.Parse(delivery.AckBody) is { } answer
            ? Rules.CheckOptions(answer)
            : [new("must be JSON", "")];
        return problems is []
            ? delivery
            : delivery with
            {
                Failure = "invalid_options",
                Problems = [.. problems.Select(problem => problem.ToString())],
            };
    }

    private bool Keep(Screens screens, Member person, Surface surface, ElementKey key, JsonElement entry)
    {
        if (workspace.ViewAt(surface) is { } view)
            screens.Replace(
                view with
                {
                    State = view.State.SetItem(key, entry),
                    Errors = view.Errors.Remove(key.BlockId),
                }
            );
        else if (workspace.MessageAt(surface) is { } message)
            screens.SetForm(person.Id, message, screens.Form(person.Id, message).SetItem(key, entry));
        return true;
    }

    // The app learns of the message or view in which it happened. An ephemeral message itself is never sent.
    private void AddOrigin(JsonObject payload, Surface surface)
    {
        if (workspace.ViewAt(surface) is { } view)
        {
            payload["container"] = Payloads.ViewContainer(view);
            payload["view"] = Payloads.ViewOf(view);
        }
        else if (workspace.MessageAt(surface) is { } message)
        {
            payload["container"] = Payloads.MessageContainer(message);
            payload["channel"] = Payloads.ChannelOf(ChannelOf(message));
            if (!message.IsEphemeral)
                payload["message"] = Payloads.MessageOf(message);
        }
    }

    private JsonObject? EntryOf(Member person, Surface surface, PlacedElement placed, IReadOnlyList<string> values)
    {
        if (
            placed.Type == "overflow"
            && placed.Options.FirstOrDefault(option => values.Contains(option.Str("value")))
                is { ValueKind: JsonValueKind.Object } chosen
        )
            return new() { ["selected_option"] = chosen.ToNode() };
        var state =
            workspace.ViewAt(surface)?.State
            ?? (workspace.MessageAt(surface) is { } message ? workspace.Form(person.Id, message) : []);
        return state.TryGetValue(placed.Key, out var entry) ? entry.ToObject() : null;
    }

    private Delivery Settle(Delivery delivery, Member person, Surface surface)
    {
        if (surface is Surface.OfView(var viewId))
            views.Amend(viewId, view => view with { Trouble = delivery.Failure is null ? null : Trouble });
        else if (surface is Surface.OfMessage(var channelId, _) && delivery.Failure is not null)
            posts.Fail(channelId, person.Id, $"{Team.App.RealName} did not answer ({delivery.Failure}). Try again?");
        return delivery;
    }

    private static Channel ChannelOf(Message message) =>
        Team.Channel(message.ChannelId)
        ?? throw new InvalidOperationException("A message lies in a channel of the workspace.");
}
