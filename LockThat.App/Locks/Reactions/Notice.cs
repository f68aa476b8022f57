using LockThat.App.Identifiers;
using LockThat.App.Locks.Names;

namespace LockThat.App.Locks.Reactions;

/// <summary>Something that must reach a person: stored with the change that caused it and kept until Slack took it or
/// never will.</summary>
/// <param name="Workspace">Where the person is.</param>
/// <param name="To">The one to tell.</param>
/// <param name="Resource">The resource.</param>
/// <param name="At">When it was decided and stored.</param>
/// <param name="Content">The content of the message.</param>
public sealed partial record Notice(
    Workspace Workspace,
    Recipient To,
    ResourceName Resource,
    DateTimeOffset At,
    NoticeContent Content
)
{
    /// <summary>The id of the resource; null where the notice was stored before resources had ids.</summary>
    public ResourceId? ResourceId { get; init; }

    /// <summary>How long its delivery is tried: one day from <see cref="At"/>.</summary>
    public static TimeSpan Lasts { get; } = TimeSpan.FromDays(1);
}

/// <summary>The content of a direct message.</summary>
public abstract record NoticeContent
{
    private NoticeContent() { }

    /// <summary>Your lock ends soon.</summary>
    public sealed record EndsSoon(Lease Lease) : NoticeContent;

    /// <summary>Your lock has ended.</summary>
    public sealed record Ended(Lease Lease) : NoticeContent;

    /// <summary>The resource that you watched is free; <paramref name="Was"/> is the lease that ended.</summary>
    public sealed record Free(Lease Was) : NoticeContent;

    /// <summary>Somebody took your lock over.</summary>
    public sealed record TakenOver(Lease Lost, Lease By) : NoticeContent;

    /// <summary>Somebody freed the resource that you held.</summary>
    public sealed record FreedByOther(Lease Lost, Actor By) : NoticeContent;

    /// <summary>The person who took your lock over gave it back; when its end has passed since then, the resource is
    /// free.</summary>
    public sealed record GivenBack(Lease Lease, Actor By, bool EndHasPassed) : NoticeContent;

    /// <summary>
    /// The resource that you hold has the same name as <paramref name="Other"/>, as names are compared now, and got a
    /// mark: the name of the notice.
    /// </summary>
    public sealed record Twin(Lease Lease, ResourceName Other) : NoticeContent;

    /// <summary>The resource that you watched was deleted.</summary>
    public sealed record Deleted(Actor By) : NoticeContent;
}

/// <summary>A stored notice on its way.</summary>
/// <param name="Number">Rises in the order in which notices were stored; unique in a store.</param>
/// <param name="Notice">The notice.</param>
/// <param name="Attempts">How often its delivery failed.</param>
public sealed record PendingNotice(long Number, Notice Notice, int Attempts);
