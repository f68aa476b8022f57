using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>The form that takes a lock over.</summary>
public static class OverrideModal
{
    /// <summary>Says who holds it, until when and why.</summary>
    /// <param name="memory">Where it was opened.</param>
    /// <param name="line">The resource as it is held by another.</param>
    /// <param name="limits">The lengths to choose from.</param>
    /// <param name="filled">What was filled in already.</param>
    /// <param name="news">What has changed meanwhile, if anything.</param>
    public static ModalViewDefinition For(
        ModalMemory memory,
        ResourceLine line,
        LengthLimits limits,
        LockModal.Answers? filled = null,
        Prose? news = null
    ) =>
        new()
        {
            CallbackId = Ids.Callbacks.Override,
            PrivateMetadata = memory.For(line).ToString(),
            Title = "Override a lock",
            Submit = "Override",
            Close = "Cancel",
            Blocks =
            [
                .. Modals.News(news),
                Modals.Text(Prose.Of($":warning: {line.State} Overriding takes it from them; they are told at once.")),
                .. LengthField.Blocks(filled?.Length, limits),
                LockModal.ReasonInput(filled?.Reason),
            ],
        };
}
