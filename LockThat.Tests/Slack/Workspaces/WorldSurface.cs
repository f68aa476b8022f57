using System.Text.Json.Nodes;
using LockThat.App.Identifiers;

namespace LockThat.Tests.Slack.Workspaces;

/// <summary>A workspace of the world.</summary>
/// <param name="Owner">The owner of the token that serves it.</param>
internal sealed record Place(string Team, string? Organisation, string Owner)
{
    public Workspace Workspace => new(new(Team), Organisation is null ? null : new EnterpriseId(Organisation));

    /// <summary>The resource that is held there all the time, so that a Home shows its workspace.</summary>
    public string Landmark => $"landmark-{Team}";
}

/// <summary>Somebody of the world.</summary>
/// <param name="Home">Where they are at home, which need not be where they work.</param>
/// <param name="Teams">The workspaces in which they are.</param>
internal sealed record Inhabitant(string User, string Home, params IReadOnlyList<string> Teams);

/// <summary>One thing to press.</summary>
internal sealed record Press(string ActionId, string? BlockId, string? Value, bool IsOption);

/// <summary>The surface that a person sees, and the workspace for which it seems to be drawn.</summary>
/// <param name="View">The view that the app sent; null for a message.</param>
internal sealed record Surface(Inhabitant Person, Place Place, JsonArray Blocks, JsonObject? View = null)
{
    private readonly string _id = $"V0{Guid.NewGuid():N}";

    public string Kind => $"{View?["type"] ?? "message"}";

    public IReadOnlyList<Press> Presses => [.. Blocks.SelectMany(Of)];

    /// <summary>Slack's description of the surface when somebody acts there.</summary>
    /// <param name="values">The values of the fields.</param>
    public JsonObject Origin(JsonObject? values = null)
    {
        if (View is null)
            return new()
            {
                ["container"] = new JsonObject
                {
                    ["type"] = "message",
                    ["channel_id"] = "C0SHARED1",
                    ["message_ts"] = "1.1",
                    ["is_ephemeral"] = true,
                },
            };
        var view = View.DeepClone().AsObject();
        (view["id"], view["hash"], view["state"]) = (
            _id,
            "1.x",
            new JsonObject { ["values"] = values?.DeepClone() ?? new JsonObject() }
        );
        return new()
        {
            ["container"] = new JsonObject { ["type"] = "view", ["view_id"] = _id },
            ["view"] = view,
        };
    }

    private static IEnumerable<Press> Of(JsonNode? block)
    {
        var id = block?["block_id"]?.GetValue<string>();
        JsonNode?[] elements = $"{block?["type"]}" switch
        {
            "actions" => [.. block?["elements"]?.AsArray() ?? []],
            "section" when block?["accessory"] is { } accessory => [accessory],
            _ => [],
        };
        return elements.SelectMany(element =>
            element?["options"] is JsonArray options
                ? options.Select(option => new Press(
                    $"{element["action_id"]}",
                    id,
                    $"{option?["value"]}",
                    IsOption: true
                ))
                : [new Press($"{element?["action_id"]}", id, element?["value"]?.GetValue<string>(), IsOption: false)]
        );
    }
}
