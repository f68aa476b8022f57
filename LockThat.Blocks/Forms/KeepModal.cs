using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Forms;

/// <summary>The form that answers one that asked: the holder still needs it.</summary>
public static class KeepModal
{
    /// <summary>Says who asks, for how long and why.</summary>
    /// <param name="memory">The place where it was opened.</param>
    /// <param name="line">The resource, which the reader holds.</param>
    /// <param name="ask">The ask.</param>
    public static ModalViewDefinition For(IWording words, ModalMemory memory, ResourceLine line, AskLine ask) =>
        new()
        {
            CallbackId = Ids.Callbacks.Keep,
            PrivateMetadata = (memory with { Name = line.Name, Ask = ask.Id }).ToString(),
            Title = words.KeepTitle,
            Submit = words.KeepSubmit,
            Close = words.Cancel,
            Blocks =
            [
                SectionBlock.Of(words.AskedOfYou(line, ask)),
                Modals.Words(Ids.Fields.Answer, words.AnswerLabel, words.AnswerPlaceholder),
            ],
        };

    /// <summary>Reads the answer back, as typed; null when there is none.</summary>
    public static string? Read(ViewState state) => state.Text(Ids.Fields.Answer, Ids.Fields.Value);
}
