using System.Diagnostics;
using LockThat.App.Identifiers;

namespace LockThat.App.Locks.Reactions;

/// <summary>The content of a notice at the moment of its delivery, which may come long after the event.</summary>
public abstract record Telling
{
    private Telling() { }

    /// <summary>It is true as it was stored; a lock in it is the one that stands now.</summary>
    public sealed record AsItWas(NoticeContent News) : Telling;

    /// <summary>It happened, but the state that it led to is over: the present state is told with it.</summary>
    /// <param name="News">The content of the notice.</param>
    /// <param name="Present">The resource now; null when it was deleted. The reader does not hold it.</param>
    public sealed record Since(NoticeContent News, Resource? Present) : Telling;

    /// <summary>Another person was faster: nothing is told now, and the person is told when the present lock is
    /// over.</summary>
    public sealed record NextTime : Telling;

    /// <summary>Nothing is left to tell.</summary>
    public sealed record Nothing : Telling;
}

public sealed partial record Notice
{
    /// <summary>The content at this moment.</summary>
    /// <param name="found">The resource as it stands; null when there is none.</param>
    /// <param name="now">The moment of the look.</param>
    public Telling ToTell(Resource? found, DateTimeOffset now)
    {
        var present = found?.At(now);
        var lease = present?.Lease;
        var own = To.Is(lease?.Holder) ? lease : null;
        return Content switch
        {
            // The reminder of a new end comes by itself, and so does the notice of a lock that was lost or has ended.
            NoticeContent.EndsSoon(var told) => own?.Id == told.Id && own.Until == told.Until
                ? new Telling.AsItWas(new NoticeContent.EndsSoon(own))
                : new Telling.Nothing(),
            NoticeContent.Twin(var told, var other) => own?.Id == told.Id
                ? new Telling.AsItWas(new NoticeContent.Twin(own, other))
                : new Telling.Nothing(),
            NoticeContent.GivenBack(var told, var by, false) => own?.Id == told.Id
                ? new Telling.AsItWas(new NoticeContent.GivenBack(own, by, false))
                : new Telling.Nothing(),
            // It was deleted, and another has its name.
            NoticeContent.Free when present is not null && ResourceId is { } id && id != present.Id =>
                new Telling.Nothing(),
            NoticeContent.Free => lease is null ? AsLongAs(present is not null)
            : own is null ? new Telling.NextTime()
            : new Telling.Nothing(),
            NoticeContent.TakenOver(var lost, var by) when lease?.Holder == by.Holder => new Telling.AsItWas(
                new NoticeContent.TakenOver(lost, lease)
            ),
            NoticeContent.TakenOver or NoticeContent.Ended or NoticeContent.FreedByOther or NoticeContent.GivenBack =>
                own is null
                    ? AsLongAs(Content is not NoticeContent.TakenOver && present is { Lease: null })
                    : new Telling.Nothing(),
            NoticeContent.Deleted => own is null ? AsLongAs(present is null) : new Telling.Nothing(),
            _ => throw new UnreachableException(),
        };

        Telling AsLongAs(bool isTrue) => isTrue ? new Telling.AsItWas(Content) : new Telling.Since(Content, present);
    }
}

/// <summary>Somebody wants to be told no more.</summary>
/// <param name="User">The person.</param>
/// <param name="At">When they said so: nothing is told of a resource that became free before that.</param>
public readonly record struct Stop(UserId User, DateTimeOffset At);
