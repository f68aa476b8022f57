using System.Collections.Immutable;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Waiting;

namespace LockThat.App.Locks;

/// <summary>Why nothing was done. Every command and every entrance shares these.</summary>
public abstract record Refusal
{
    private Refusal() { }

    /// <summary>Another holds the resource.</summary>
    /// <param name="Lease">The present lease.</param>
    /// <param name="IsWatched">Whether the asker is told when the resource becomes free.</param>
    public sealed record HeldBy(Lease Lease, bool IsWatched) : Refusal
    {
        /// <summary>How many wait in line.</summary>
        public int Waiting { get; init; }

        /// <summary>Whether the asker waits in line.</summary>
        public bool IsWaiting { get; init; }
    }

    /// <summary>Another alone may lock the resource now.</summary>
    /// <param name="Turn">The present turn.</param>
    /// <param name="Waiting">How many wait in line, the one that has the turn among them.</param>
    /// <param name="IsWaiting">Whether the asker waits in line.</param>
    public sealed record NotYourTurn(Turn Turn, int Waiting, bool IsWaiting) : Refusal;

    /// <summary>The asker holds the resource already.</summary>
    /// <param name="Lease">Their lease.</param>
    public sealed record AlreadyHolds(Lease Lease) : Refusal;

    /// <summary>As many wait in line as may wait.</summary>
    /// <param name="Max">The most that may wait for a resource.</param>
    public sealed record LineIsFull(int Max) : Refusal;

    /// <summary>The asker neither waits in line nor watches.</summary>
    public sealed record NotInLine : Refusal;

    /// <summary>Nobody is behind the asker in line, who could go first.</summary>
    public sealed record NobodyBehind : Refusal;

    /// <summary>A lock cannot be given to the one that has it.</summary>
    public sealed record ToOneself : Refusal;

    /// <summary>It is too late to take something back.</summary>
    /// <param name="Lasts">How long that was offered.</param>
    public sealed record TooLate(TimeSpan Lasts) : Refusal;

    /// <summary>Instances of an older version, which does not know the command, still run; soon they do not.</summary>
    public sealed record BeingUpgraded : Refusal;

    /// <summary>The resource is not in the state that the asker was shown.</summary>
    public sealed record Changed : Refusal;

    /// <summary>There is no such resource.</summary>
    public sealed record NoSuchResource : Refusal
    {
        /// <summary>The names that are easily mistaken for the one asked for; null where nobody has looked for
        /// them.</summary>
        public IReadOnlyList<ResourceName>? Near { get; init; }
    }

    /// <summary>There is no such resource, and the name may be a mistake, so that nothing was created.</summary>
    /// <param name="Names">The names that are easily mistaken for the one asked for, at least one.</param>
    public sealed record NearName(IReadOnlyList<ResourceName> Names) : Refusal;

    /// <summary>The rule creates a resource only if no name is near, and nobody has looked for such names. The one way
    /// in looks for them and asks again, so that no surface meets this refusal.</summary>
    public sealed record NeedsNearNames : Refusal;

    /// <summary>There is such a resource already.</summary>
    public sealed record Exists : Refusal;

    /// <summary>Nobody holds the resource.</summary>
    public sealed record NotHeld : Refusal;

    /// <summary>The end would be later than the maximum allows.</summary>
    /// <param name="Max">No end is later than now plus this.</param>
    public sealed record TooLong(TimeSpan Max) : Refusal;

    /// <summary>The lock ends then already, or later.</summary>
    /// <param name="Asked">The end that was asked for.</param>
    public sealed record EndsLater(DateTimeOffset Asked) : Refusal;

    /// <summary>The chosen end is not in the future.</summary>
    public sealed record EndHasPassed : Refusal;

    /// <summary>A setting of the team would be more than may be.</summary>
    /// <param name="Setting">The setting.</param>
    /// <param name="Most">The most that may be.</param>
    public sealed record TooMuch(TeamSetting Setting, TimeSpan Most) : Refusal;

    /// <summary>The rules of the team do not allow it to the asker.</summary>
    /// <param name="Right">The right that it takes.</param>
    /// <param name="Who">The people who have it.</param>
    /// <param name="Administrators">The administrators whom the team has named.</param>
    public sealed record NotAllowed(Right Right, WhoMay Who, ImmutableArray<UserId> Administrators) : Refusal
    {
        /// <summary>Whether it is because the asker is a guest.</summary>
        public bool IsGuest { get; init; }

        /// <summary>Whether it is the same reason.</summary>
        public bool Equals(NotAllowed? other) =>
            other is not null
            && (Right, Who, IsGuest) == (other.Right, other.Who, other.IsGuest)
            && Administrators.SequenceEqual(other.Administrators);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Right, Who, IsGuest);
    }

    /// <summary>A resource is created on purpose here, and never by locking.</summary>
    public sealed record NotByLocking : Refusal;

    /// <summary>A rule of the team is about what the asker is, and Slack must be asked. Nobody is answered
    /// this.</summary>
    public sealed record NeedsMembership : Refusal;

    /// <summary>A rule of the team is about what the asker is, and Slack does not say.</summary>
    public sealed record MembershipUnknown : Refusal;

    /// <summary>The reasons that the rules of a team bring.</summary>
    public static IReadOnlyList<Type> OfRights { get; } = [typeof(NotAllowed), typeof(MembershipUnknown)];

    /// <summary>The workspace has as many resources as it may have.</summary>
    /// <param name="Max">The most resources of a workspace.</param>
    public sealed record TooMany(int Max) : Refusal;
}
