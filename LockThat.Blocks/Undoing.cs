using LockThat.Blocks.Kit;

namespace LockThat.Blocks;

/// <summary>A result where it stands beside other things: its text, and of its buttons only those that no row of a
/// resource has. They take back what was done, or win back what was lost.</summary>
public static class Undoing
{
    /// <summary>The blocks of a result.</summary>
    public static IEnumerable<Block> Of(Message said) => (said.Blocks ?? []).Select(Kept).OfType<Block>();

    private static Block? Kept(Block block) =>
        block is not ActionsBlock actions ? block
        : Buttons(actions).ToList() is { Count: > 0 } kept ? actions with { Elements = kept }
        : null;

    private static IEnumerable<IActionsElement> Buttons(ActionsBlock block) =>
        block.Elements.Where(element =>
            element
                is Button
                {
                    ActionId: Ids.Actions.Undo or Ids.Actions.Restore or Ids.Actions.GiveBack or Ids.Actions.GoNext
                }
        );
}
