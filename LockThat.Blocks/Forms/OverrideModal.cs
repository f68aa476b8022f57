using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Forms;

/// <summary>The form that takes a lock over.</summary>
public static class OverrideModal
{
    /// <summary>Says who holds it, until when and why.</summary>
    /// <param name="memory">The place where it was opened.</param>
    /// <param name="line">The resource as it is held by another.</param>
    /// <param name="limits">The lengths to choose from.</param>
    /// <param name="filled">Values that were filled in already.</param>
    /// <param name="news">A change since it was drawn, if any.</param>
    public static ModalViewDefinition For(
        IWording words,
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
            Title = words.OverrideTitle,
            Submit = words.OverrideButton,
            Close = words.Cancel,
            Blocks =
            [
                .. Modals.News(news),
                SectionBlock.Of(words.OverrideQuestion(line)),
                .. LengthField.Blocks(words, filled?.Length, limits),
                LockModal.ReasonInput(words, filled?.Reason),
            ],
        };
}
