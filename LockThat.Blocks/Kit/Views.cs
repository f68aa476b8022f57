using System.Text.Json.Serialization;

namespace LockThat.Blocks.Kit;

/// <summary>A whole screen as the app sends it, at most <see cref="Limits.ViewBytes"/> bytes of JSON.
/// <see href="https://docs.slack.dev/reference/views">Slack's page.</see></summary>
public abstract record ViewDefinition
{
    private protected ViewDefinition(string type) => Type = type;

    /// <summary>Slack's word for the kind of view.</summary>
    [JsonPropertyOrder(-2)]
    public string Type { get; }

    /// <summary>At most <see cref="Limits.Id"/> characters; says which form a submission comes from.</summary>
    public string? CallbackId { get; init; }

    /// <summary>At most <see cref="Limits.PrivateMetadata"/> characters, never shown, and sent back with everything
    /// that happens in the view.</summary>
    public string? PrivateMetadata { get; init; }

    /// <summary>1 to <see cref="Limits.ViewBlocks"/> blocks.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }
}

/// <summary>A form. <see href="https://docs.slack.dev/surfaces/modals">Slack's page.</see></summary>
public sealed record ModalViewDefinition() : ViewDefinition("modal")
{
    /// <summary>At most <see cref="Limits.ViewTitle"/> characters.</summary>
    public required PlainText Title { get; init; }

    /// <summary>At most <see cref="Limits.ViewTitle"/> characters; must be there when a block is an
    /// <see cref="InputBlock"/>.</summary>
    public PlainText? Submit { get; init; }

    /// <summary>At most <see cref="Limits.ViewTitle"/> characters; Slack writes "Cancel" without.</summary>
    public PlainText? Close { get; init; }

    /// <summary>Whether closing this view closes those beneath it; Slack's default is false.</summary>
    public bool? ClearOnClose { get; init; }

    /// <summary>Whether Slack tells the app when the view is closed; Slack's default is false.</summary>
    public bool? NotifyOnClose { get; init; }
}

/// <summary>One person's Home tab. <see href="https://docs.slack.dev/surfaces/app-home">Slack's page.</see></summary>
public sealed record HomeViewDefinition() : ViewDefinition("home");
