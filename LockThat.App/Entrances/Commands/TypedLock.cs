using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Names;
using Lock = LockThat.App.Locks.Locking.Lock;

namespace LockThat.App.Entrances.Commands;

/// <summary>A <see cref="Lock"/> or an <see cref="Override"/>, which are typed alike.</summary>
/// <param name="Name">The resource.</param>
/// <param name="Length">Null for the default; may be more than the workspace allows.</param>
/// <param name="Reason">Null when none was typed.</param>
/// <param name="IsOverride">Whether to take it from its holder.</param>
public readonly record struct TypedLock(ResourceName Name, TimeSpan? Length, Reason? Reason, bool IsOverride)
{
    /// <summary>The command that was typed.</summary>
    public ResourceCommand Command
    {
        get
        {
            LockLength length = Length is { } time ? new LockLength.For(time) : new LockLength.Unsaid();
            return IsOverride
                ? new Override(Name, length, Reason, Expected.Anything)
                : new Lock(Name, length, Reason, Expected.Anything);
        }
    }

    /// <summary>A command as it is typed; null when it is neither of the two.</summary>
    public static TypedLock? Of(ResourceCommand command) =>
        command switch
        {
            Lock locking => new(locking.Name, TimeOf(locking.Length), locking.Reason, IsOverride: false),
            Override taking => new(taking.Name, TimeOf(taking.Length), taking.Reason, IsOverride: true),
            _ => null,
        };

    private static TimeSpan? TimeOf(LockLength length) => (length as LockLength.For)?.Time;
}
