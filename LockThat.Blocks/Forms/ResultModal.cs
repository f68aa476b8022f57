using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Forms;

/// <summary>A modal's last view: the result.</summary>
public static class ResultModal
{
    /// <summary>Shows a message. Of its buttons it has those that take back what was done.</summary>
    /// <param name="memory">The place where the form before it was opened.</param>
    public static ModalViewDefinition For(IWording words, Message result, ModalMemory memory) =>
        For(words, result) with
        {
            CallbackId = Ids.Callbacks.Result,
            PrivateMetadata = memory.ToString(),
            Blocks = [.. Undoing.Of(result)],
        };

    /// <summary>Shows a message without its buttons.</summary>
    public static ModalViewDefinition For(IWording words, Message result) =>
        new()
        {
            Title = "LockThat",
            Close = words.Close,
            Blocks = [.. (result.Blocks ?? []).Where(block => block is not ActionsBlock)],
        };
}
