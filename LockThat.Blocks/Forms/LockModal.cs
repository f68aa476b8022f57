using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Forms;

/// <summary>The form that locks a resource, and its filled-in values.</summary>
public static class LockModal
{
    /// <summary>The filled-in values.</summary>
    /// <param name="Resource">The resource chosen, or the one that the modal is for; null while none is chosen.</param>
    /// <param name="Length">How long; null while nothing is chosen.</param>
    /// <param name="Reason">Why, as typed.</param>
    public sealed record Answers(string? Resource = null, LengthChoice? Length = null, string? Reason = null);

    /// <summary>Draws the form.</summary>
    /// <param name="memory">The place where it was opened, and its resource; without a name in it, the resource is
    /// chosen in the form.</param>
    /// <param name="limits">The lengths to choose from.</param>
    /// <param name="filled">Values that were filled in already.</param>
    /// <param name="news">A change since it was drawn, if any.</param>
    public static ModalViewDefinition For(
        IWording words,
        ModalMemory memory,
        LengthLimits limits,
        Answers? filled = null,
        Prose? news = null
    ) =>
        new()
        {
            CallbackId = Ids.Callbacks.Lock,
            PrivateMetadata = memory.ToString(),
            Title = words.LockTitle,
            Submit = words.LockButton,
            Close = words.Cancel,
            Blocks =
            [
                .. Modals.News(news),
                memory.Name is { } name
                    ? Modals.Fixed(words.ResourceLabel, name)
                    : ResourceSelect(words, filled?.Resource),
                .. LengthField.Blocks(words, filled?.Length, limits),
                ReasonInput(words, filled?.Reason),
            ],
        };

    /// <summary>Reads the form back.</summary>
    public static Answers Read(ModalMemory memory, ViewState state) =>
        new(
            memory.Name ?? state.Selected(Ids.Fields.Resource, Ids.Fields.Value),
            LengthField.Read(state),
            state.Text(Ids.Fields.Reason, Ids.Fields.Value)
        );

    /// <summary>The choices of the resource select: the names that contain the typed text, free ones first, and the
    /// typed text itself when it is a new name.</summary>
    /// <param name="lines">The workspace's resources that match the typed text, sorted by name.</param>
    /// <param name="newName">A name that does not exist yet and may be created by locking it; null when there is
    /// none.</param>
    public static IReadOnlyList<Option> Choices(IWording words, IEnumerable<ResourceLine> lines, string? newName) =>
        [
            .. (newName is null ? Array.Empty<Option>() : [Choice(newName, words.NewChoice)]),
            .. lines
                .OrderBy(line => !line.IsFree)
                .Take(Limits.Options - 1)
                .Select(line =>
                    Choice(
                        line.Name,
                        line switch
                        {
                            { IsFree: true } or { IsOwnTurn: true } => "",
                            { IsOwn: true } => words.OwnChoice,
                            _ => words.HeldChoice,
                        }
                    )
                ),
        ];

    internal static InputBlock ReasonInput(IWording words, string? reason) =>
        Modals.Words(Ids.Fields.Reason, words.ReasonLabel, words.ReasonPlaceholder, reason);

    private static InputBlock ResourceSelect(IWording words, string? chosen) =>
        new()
        {
            BlockId = Ids.Fields.Resource,
            Label = words.ResourceLabel,
            Element = new ExternalSelectMenu
            {
                ActionId = Ids.Fields.Value,
                MinQueryLength = 0,
                Placeholder = words.ResourcePlaceholder,
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
