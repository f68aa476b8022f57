using System.Text.Json;
using System.Text.Json.Serialization;
using LockThat.Blocks.Kit;

namespace LockThat.Blocks.Forms;

/// <summary>The memory of a modal, in the view's private metadata: the place where it was opened, and its
/// resource.</summary>
/// <param name="Origin">The place where it was opened, and where the result is shown.</param>
/// <param name="Name">The resource it is for; null where one is chosen in it.</param>
/// <param name="Lease">The id of the lease that it shows; null when it shows none.</param>
/// <param name="Until">The end that it shows.</param>
/// <param name="ResponseUrl">The response_url of the command or message that opened it.</param>
/// <param name="Exists">Whether the resource existed when the modal was drawn, so that locking it must not create it
/// anew.</param>
/// <param name="BlockId">The block of the message whose button opened it, which says how the message is drawn
/// again.</param>
/// <param name="DrawnFor">The workspace for which it was drawn; null in a modal of an older version.</param>
/// <param name="ChannelId">The channel of that message; null when the message is ephemeral.</param>
/// <param name="MessageTs">The message's id in its channel; null when the message is ephemeral.</param>
/// <param name="Turn">The id of the place in line whose turn it shows; null when it shows none.</param>
public sealed record ModalMemory(
    ModalOrigin Origin,
    string? Name = null,
    string? Lease = null,
    DateTimeOffset? Until = null,
    string? ResponseUrl = null,
    string? BlockId = null,
    bool Exists = false,
    DrawnFor? DrawnFor = null,
    string? ChannelId = null,
    string? MessageTs = null,
    string? Turn = null
)
{
    /// <summary>The page of a resource under this form; null where there is none.</summary>
    public string? Page { get; init; }

    /// <summary>The place where that page was opened; null where there is no page.</summary>
    public ModalOrigin? PageOrigin { get; init; }

    /// <summary>The ask that the form answers; null where it answers none.</summary>
    public string? Ask { get; init; }

    /// <summary>The length that was chosen when the form was opened; null where none was.</summary>
    public TimeSpan? ShownLength { get; init; }

    /// <summary>A digest of the reason that stood in the form when it was opened; null where none did.</summary>
    public string? ShownReason { get; init; }

    /// <summary>The same for a form that is opened on the page of a resource, which has this memory.</summary>
    /// <param name="viewId">Slack's id of the page.</param>
    public ModalMemory OnPage(string viewId) =>
        new(ModalOrigin.Details, ResponseUrl: ResponseUrl, DrawnFor: DrawnFor) { Page = viewId, PageOrigin = Origin };

    /// <summary>For the resource as the reader sees it now.</summary>
    public ModalMemory For(ResourceLine line) =>
        this with
        {
            Name = line.Name,
            Lease = line.Lease?.Id,
            Until = line.Lease?.Until,
            Turn = line.Turn?.Wait,
        };

    /// <summary>Whether it shows the lock, or the turn, that there is now.</summary>
    public bool IsFor(ResourceLine line) => Lease == line.Lease?.Id && Turn == line.Turn?.Wait;

    /// <summary>Reads the text that <see cref="ToString"/> wrote; null when it is not of our making.</summary>
    public static ModalMemory? Read(string privateMetadata)
    {
        try
        {
            return JsonSerializer.Deserialize(privateMetadata, ModalMemoryJson.Default.ModalMemory);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => JsonSerializer.Serialize(this, ModalMemoryJson.Default.ModalMemory);
}

/// <summary>The place where a modal was opened.</summary>
public enum ModalOrigin
{
    /// <summary>A command: the result is an ephemeral answer.</summary>
    Command,

    /// <summary>A button in a message: the message is drawn again.</summary>
    Message,

    /// <summary>The Home: it is drawn again.</summary>
    Home,

    /// <summary>A shortcut: the result is the modal's last view.</summary>
    Shortcut,

    /// <summary>The page of a resource: it is drawn again, and so is the place where it was opened.</summary>
    Details,
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(ModalMemory))]
internal sealed partial class ModalMemoryJson : JsonSerializerContext;
