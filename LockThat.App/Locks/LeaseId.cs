using LockThat.App.Identifiers;

namespace LockThat.App.Locks;

/// <summary>One period of holding. Buttons carry it, so that a stale one is recognised.</summary>
/// <param name="Value">Short, of letters, digits, <c>-</c> and <c>_</c> when it was made from a
/// <see cref="RequestId"/>.</param>
public readonly record struct LeaseId(string Value)
{
    /// <summary>The id itself.</summary>
    public override string ToString() => Value;
}
