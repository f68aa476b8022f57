using LockThat.App.Locks;
using LockThat.Blocks;
using LockThat.Blocks.Forms;

namespace LockThat.App.Entrances;

/// <summary>The state that a person was shown, as a surface remembers it.</summary>
internal static class DrawnState
{
    /// <summary>The state in a button. A button that was drawn for a free resource counts by its action
    /// alone.</summary>
    public static Expected In(ButtonValue drawn) => Of(drawn.Lease, drawn.Turn) ?? Expected.Anything;

    /// <summary>The state in a form; null where it showed neither a lock nor a turn.</summary>
    public static Expected? In(ModalMemory memory) => Of(memory.Lease, memory.Turn);

    private static Expected? Of(string? lease, string? turn) =>
        lease is not null ? new Expected.Lease(new(lease))
        : turn is not null ? new Expected.Turn(new(turn))
        : null;
}
