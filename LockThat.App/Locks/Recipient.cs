using LockThat.App.Identifiers;

namespace LockThat.App.Locks;

/// <summary>The one that a notice goes to. Notices of one recipient are delivered in their order.</summary>
public abstract record Recipient
{
    private Recipient() { }

    /// <summary>A person is told by direct message.</summary>
    /// <param name="user">Slack's id of the person.</param>
    public static implicit operator Recipient(UserId user) => new Person(user);

    /// <summary>Slack's id of the conversation, as chat.postMessage takes it; it tells recipients of a workspace
    /// apart.</summary>
    public abstract string Address { get; }

    /// <summary>Whether the one that holds or asks would be told by this.</summary>
    /// <param name="actor">The holder of a lease, or the one that asks; null for nobody.</param>
    public bool Is(Actor? actor) => this is Person(var person) && actor?.Responsible == person;

    /// <summary>A person, by direct message.</summary>
    /// <param name="User">Slack's id of the person.</param>
    public sealed record Person(UserId User) : Recipient
    {
        /// <inheritdoc/>
        public override string Address => User.Value;
    }
}
