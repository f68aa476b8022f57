using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Forms;

/// <summary>The form that asks the holder for a resource.</summary>
public static class AskModal
{
    /// <summary>The filled-in values.</summary>
    /// <param name="Length">How long; null while nothing is chosen.</param>
    /// <param name="Message">The words for the holder, as typed.</param>
    public sealed record Answers(LengthChoice? Length = null, string? Message = null);

    /// <summary>Says who has it, until when and why.</summary>
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
        Answers? filled = null,
        Prose? news = null
    ) =>
        new()
        {
            CallbackId = Ids.Callbacks.Ask,
            PrivateMetadata = memory.For(line).ToString(),
            Title = words.AskTitle,
            Submit = words.AskSubmit,
            Close = words.Cancel,
            Blocks =
            [
                .. Modals.News(news),
                SectionBlock.Of(words.AskQuestion(line)),
                LengthField.Select(words, filled?.Length?.Time, limits),
                Modals.Words(Ids.Fields.Message, words.MessageLabel, words.MessagePlaceholder, filled?.Message),
            ],
        };

    /// <summary>Reads the form back.</summary>
    public static Answers Read(ViewState state) =>
        new(LengthField.Read(state), state.Text(Ids.Fields.Message, Ids.Fields.Value));
}
