using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>A modal's last view: what came of it.</summary>
public static class ResultModal
{
    /// <summary>Shows a message without its buttons.</summary>
    public static ModalViewDefinition For(Message result) =>
        new()
        {
            Title = "LockThat",
            Close = "Close",
            Blocks = [.. (result.Blocks ?? []).Where(block => block is not ActionsBlock)],
        };
}
