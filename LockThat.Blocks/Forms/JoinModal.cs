using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Forms;

/// <summary>The form that joins the line of a resource, or changes what the reader waits for.</summary>
public static class JoinModal
{
    /// <summary>Says who has it and who waits; the values of a place in line are filled in.</summary>
    /// <param name="memory">The place where it was opened.</param>
    /// <param name="line">The resource, which another has.</param>
    /// <param name="expected">When the turn of one who joins now is expected.</param>
    /// <param name="limits">The lengths to choose from.</param>
    /// <param name="filled">Values that were filled in already.</param>
    /// <param name="news">A change since it was drawn, if any.</param>
    public static ModalViewDefinition For(
        IWording words,
        ModalMemory memory,
        ResourceLine line,
        DateTimeOffset? expected,
        LengthLimits limits,
        LockModal.Answers? filled = null,
        Prose? news = null
    ) =>
        new()
        {
            CallbackId = Ids.Callbacks.Join,
            PrivateMetadata = memory.For(line).ToString(),
            Title = words.JoinTitle,
            Submit = words.JoinSubmit,
            Close = words.Cancel,
            Blocks =
            [
                .. Modals.News(news),
                SectionBlock.Of(words.JoinQuestion(line, expected)),
                LengthField.Select(words, filled is null ? line.Place?.Length : filled.Length?.Time, limits),
                LockModal.ReasonInput(words, filled is null ? line.Place?.Reason : filled.Reason),
            ],
        };
}
