using System.Collections.Immutable;
using System.Text.Json;
using LockThat.Playground.BlockKit;

namespace LockThat.Playground.Workspaces;

/// <summary>A Home or modal as one person has it before them.</summary>
public sealed record OpenView
{
    public required string Id { get; init; }

    public required string UserId { get; init; }

    /// <summary>Changes with every update; views.update and views.publish may insist on it.</summary>
    public required string Hash { get; init; }

    /// <summary>The view as the app sent it, with generated ids and Slack's defaults filled in.</summary>
    public required JsonElement View { get; init; }

    /// <summary>The present value of every stateful element: an entry of <c>state.values</c> each.</summary>
    public ImmutableDictionary<ElementKey, JsonElement> State { get; init; } =
        ImmutableDictionary<ElementKey, JsonElement>.Empty;

    public required string RootId { get; init; }

    public string? PreviousId { get; init; }

    /// <summary>Errors at fields by block id, from the app (<c>response_action: errors</c>) or from the check before
    /// sending.</summary>
    public ImmutableDictionary<string, string> Errors { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The line that Slack shows when the app did not answer as it must; null while all is well.</summary>
    public string? Trouble { get; init; }

    public JsonElement Blocks => View.GetProperty("blocks");

    public bool IsHome => View.GetProperty("type").ValueEquals("home");
}
