using LockThat.Blocks.Kit;
using LockThat.Blocks.Wording;

namespace LockThat.Blocks.Forms;

/// <summary>A modal's last view: the result.</summary>
public static class ResultModal
{
    /// <summary>Shows a message without its buttons.</summary>
    public static ModalViewDefinition For(IWording words, Message result) =>
        new()
        {
            Title = "LockThat",
            Close = words.Close,
            Blocks = [.. (result.Blocks ?? []).Where(block => block is not ActionsBlock)],
        };
}
