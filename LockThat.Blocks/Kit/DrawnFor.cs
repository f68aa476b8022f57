using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LockThat.Blocks.Kit;

/// <summary>
/// The workspace for which a surface is drawn. The surface carries it, because Slack may name another workspace when
/// somebody presses a button there:
/// that of the person, or none at all. A view has it in its private metadata, a message in the ids of its blocks.
/// </summary>
/// <param name="Team">Slack's id of the workspace.</param>
/// <param name="OrgInstall">Slack's id of the organisation whose token serves the workspace; null when the workspace
/// has a token of its own.</param>
public sealed record DrawnFor(string Team, string? OrgInstall = null)
{
    // No block id of a message has this in it.
    private const string In = " in ";
    private const char Between = ' ';

    /// <summary>The private metadata of a view that has nothing else to remember.</summary>
    public string ToMetadata() => JsonSerializer.Serialize(new ViewMemory(this), ViewMemoryJson.Default.ViewMemory);

    /// <summary>The message with the workspace in the id of each block that holds something to press.</summary>
    public Message Mark(Message message) =>
        message.Blocks is { } blocks ? message with { Blocks = [.. blocks.Select(Mark)] } : message;

    /// <summary>The id of a message's block as it was before <see cref="Mark(Message)"/>, and the workspace; null when
    /// there is none in it.</summary>
    public static (string BlockId, DrawnFor? Workspace) OfBlock(string blockId)
    {
        var at = blockId.LastIndexOf(In, StringComparison.Ordinal);
        return at < 0
            ? (blockId, null)
            : blockId[(at + In.Length)..].Split(Between) switch
            {
                [{ Length: > 0 } team] => (blockId[..at], new(team)),
                [{ Length: > 0 } team, { Length: > 0 } organisation] => (blockId[..at], new(team, organisation)),
                _ => (blockId, null),
            };
    }

    /// <summary>The workspace in the private metadata of a view; null when there is none in it.</summary>
    public static DrawnFor? OfView(string privateMetadata)
    {
        try
        {
            return privateMetadata.StartsWith('{')
                ? JsonSerializer.Deserialize(privateMetadata, ViewMemoryJson.Default.ViewMemory)?.DrawnFor
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Block Mark(Block block, int number)
    {
        if (block is not (ActionsBlock or InputBlock or SectionBlock { Accessory: not null }))
            return block;
        var id =
            $"{block.BlockId ?? number.ToString(CultureInfo.InvariantCulture)}{In}{Team}{(OrgInstall is null ? "" : $"{Between}{OrgInstall}")}";
        return id.Length > Limits.Id ? block : block with { BlockId = id };
    }
}

/// <summary>The memory of every view.</summary>
/// <param name="DrawnFor">The workspace for which it was drawn; null in a view of an older version.</param>
internal sealed record ViewMemory(DrawnFor? DrawnFor);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ViewMemory))]
internal sealed partial class ViewMemoryJson : JsonSerializerContext;
