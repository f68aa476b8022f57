using LockThat.App.Identifiers;
using LockThat.App.Locks.Asking;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Waiting;

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
    /// <param name="Lease">The lock.</param>
    /// <param name="Waiting">How many wait in line.</param>
    public sealed record EndsSoon(Lease Lease, int Waiting = 0) : NoticeContent;

    /// <summary>Your lock has ended.</summary>
    public sealed record Ended(Lease Lease) : NoticeContent;

    /// <summary>The resource that you watched is free; <paramref name="Was"/> is the lease that ended, null after a
    /// turn.</summary>
    public sealed record Free(Lease? Was) : NoticeContent;

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

    /// <summary>The resource that you watched or waited for was deleted.</summary>
    public sealed record Deleted(Actor By) : NoticeContent;

    /// <summary>The resource that you were told was free or gone is there again, as <paramref name="By"/> took it
    /// back.</summary>
    public sealed record Back(Actor By) : NoticeContent;

    /// <summary>Somebody waits in line for the resource that you hold.</summary>
    /// <param name="Lease">Your lock.</param>
    /// <param name="Wait">The one that joined first.</param>
    /// <param name="Waiting">How many wait in line.</param>
    public sealed record Awaited(Lease Lease, Wait Wait, int Waiting) : NoticeContent;

    /// <summary>The holder moved the end, and you are first in line.</summary>
    public sealed record Delayed(Wait Wait, Lease Lease) : NoticeContent;

    /// <summary>It is your turn.</summary>
    /// <param name="Wait">Your place in line.</param>
    /// <param name="Until">The end of the turn.</param>
    /// <param name="Waiting">How many wait in line, you among them.</param>
    public sealed record Turn(Wait Wait, DateTimeOffset Until, int Waiting) : NoticeContent;

    /// <summary>Your turn has passed, and you wait no more.</summary>
    public sealed record TurnPassed(Wait Wait) : NoticeContent;

    /// <summary>Somebody locked the resource during your turn; you stay first in line.</summary>
    public sealed record TurnTaken(Lease By) : NoticeContent;

    /// <summary>A person who lost their lock goes before you in line.</summary>
    public sealed record Passed(Wait Before) : NoticeContent;

    /// <summary>The holder handed the resource over to a person who had asked for it, before you in line.</summary>
    public sealed record HandedPast(Lease Lease, Actor By) : NoticeContent;

    /// <summary>Somebody asks you for the resource that you hold.</summary>
    /// <param name="Lease">Your lock.</param>
    /// <param name="Plea">The words.</param>
    /// <param name="Waiting">How many wait in line.</param>
    public sealed record Asked(Lease Lease, Plea Plea, int Waiting) : NoticeContent;

    /// <summary>The holder handed the resource over to you.</summary>
    public sealed record HandedOver(Lease Lease, Actor By) : NoticeContent;

    /// <summary>The holder still needs the resource that you asked for.</summary>
    public sealed record Kept(Lease Lease, Reason? Answer) : NoticeContent;

    /// <summary>The holder gave their lock to you.</summary>
    public sealed record Given(Lease Lease, Actor By) : NoticeContent;
}

/// <summary>A stored notice on its way.</summary>
/// <param name="Number">Rises in the order in which notices were stored; unique in a store.</param>
/// <param name="Notice">The notice.</param>
/// <param name="Attempts">How often its delivery failed.</param>
public sealed record PendingNotice(long Number, Notice Notice, int Attempts);
