using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>The form that locks a resource, and what was filled into it.</summary>
public static class LockModal
{
    private const int ReasonUnits = 400;

    /// <summary>What somebody filled in.</summary>
    /// <param name="Resource">The resource chosen, or the one that the modal is for; null while none is chosen.</param>
    /// <param name="Length">How long; null while nothing is chosen.</param>
    /// <param name="Reason">Why, as typed.</param>
    public sealed record Answers(string? Resource = null, LengthChoice? Length = null, string? Reason = null);

    /// <summary>Draws the form.</summary>
    /// <param name="memory">Where it was opened and for what; with no name in it, the resource is chosen in the
    /// form.</param>
    /// <param name="limits">The lengths to choose from.</param>
    /// <param name="filled">What was filled in already.</param>
    /// <param name="news">What has changed meanwhile, if anything.</param>
    public static ModalViewDefinition For(
        ModalMemory memory,
        LengthLimits limits,
        Answers? filled = null,
        Prose? news = null
    ) =>
        new()
        {
            CallbackId = Ids.Callbacks.Lock,
            PrivateMetadata = memory.ToString(),
            Title = "Lock a resource",
            Submit = "Lock",
            Close = "Cancel",
            Blocks =
            [
                .. Modals.News(news),
                memory.Name is { } name ? Modals.Fixed("Resource", name) : ResourceSelect(filled?.Resource),
                .. LengthField.Blocks(filled?.Length, limits),
                ReasonInput(filled?.Reason),
            ],
        };

    /// <summary>Reads the form back.</summary>
    public static Answers Read(ModalMemory memory, ViewState state) =>
        new(
            memory.Name ?? state.Selected(Ids.Fields.Resource, Ids.Fields.Value),
            LengthField.Read(state),
            state.Text(Ids.Fields.Reason, Ids.Fields.Value)
        );

    /// <summary>The choices of the resource select: those that contain what was typed, free ones first, and what was
    /// typed when it is new.</summary>
    /// <param name="lines">The workspace's resources, sorted by name, those that match what was typed.</param>
    /// <param name="newName">A name that does not exist yet and may be created by locking it; null when there is
    /// none.</param>
    public static IReadOnlyList<Option> Choices(IEnumerable<ResourceLine> lines, string? newName) =>
        [
            .. (newName is null ? Array.Empty<Option>() : [Choice(newName, " (new)")]),
            .. lines
                .OrderBy(line => line.Lease is not null)
                .Take(Limits.Options - 1)
                .Select(line =>
                    Choice(
                        line.Name,
                        line switch
                        {
                            { Lease: null } => "",
                            { IsOwn: true } => " (yours)",
                            _ => " (held)",
                        }
                    )
                ),
        ];

    internal static InputBlock ReasonInput(string? reason) =>
        new()
        {
            BlockId = Ids.Fields.Reason,
            Label = "Reason",
            Optional = true,
            Element = new PlainTextInput
            {
                ActionId = Ids.Fields.Value,
                MaxLength = ReasonUnits,
                InitialValue = string.IsNullOrEmpty(reason) ? null : reason,
                Placeholder = "What is it for?",
            },
        };

    private static InputBlock ResourceSelect(string? chosen) =>
        new()
        {
            BlockId = Ids.Fields.Resource,
            Label = "Resource",
            Element = new ExternalSelectMenu
            {
                ActionId = Ids.Fields.Value,
                MinQueryLength = 0,
                Placeholder = "Choose or type a name",
                InitialOption = chosen is null ? null : Choice(chosen, ""),
            },
        };

    private static Option Choice(string name, string state) =>
        new()
        {
            Text = new PlainText(Cut.To(name, Limits.OptionText - state.Length) + state) { Emoji = false },
            Value = name,
        };
}
