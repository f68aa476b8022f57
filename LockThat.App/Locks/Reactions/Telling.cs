using System.Diagnostics;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Asking;

namespace LockThat.App.Locks.Reactions;

/// <summary>The content of a notice at the moment of its delivery, which may come long after the event.</summary>
public abstract record Telling
{
    private Telling() { }

    /// <summary>It is true as it was stored; a lock in it is the one that stands now.</summary>
    public sealed record AsItWas(NoticeContent News) : Telling
    {
        /// <summary>The resource now, for the reader's place in line; null where the message says nothing of the
        /// line.</summary>
        public Resource? Present { get; init; }

        /// <summary>Whether the same is told.</summary>
        public bool Equals(AsItWas? other) => other is not null && News == other.News;

        /// <summary>The hash of what is told.</summary>
        public override int GetHashCode() => News.GetHashCode();
    }

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
            NoticeContent.EndsSoon(var told, _) => own?.Id == told.Id && own.Until == told.Until
                ? new Telling.AsItWas(new NoticeContent.EndsSoon(own, present!.Line.Count))
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
            NoticeContent.Free => present is null or { IsFree: true } ? AsLongAs(present is not null)
            : own is null && !IsTurnIn(present) ? new Telling.NextTime()
            : new Telling.Nothing(),
            NoticeContent.TakenOver(var lost, var by) when lease?.Holder == by.Holder => new Telling.AsItWas(
                new NoticeContent.TakenOver(lost, lease)
            ),
            NoticeContent.TakenOver or NoticeContent.Ended or NoticeContent.FreedByOther or NoticeContent.GivenBack =>
                own is null
                    ? AsLongAs(Content is not NoticeContent.TakenOver && present is { IsFree: true })
                    : new Telling.Nothing(),
            NoticeContent.Deleted => own is null ? AsLongAs(present is null) : new Telling.Nothing(),
            _ => OfLine(present, own, now) ?? OfAsking(present, own) ?? throw new UnreachableException(),
        };

        Telling AsLongAs(bool isTrue) => isTrue ? new Telling.AsItWas(Content) : new Telling.Since(Content, present);
    }

    // Of a line nothing is told but what holds at this moment.
    private Telling? OfLine(Resource? present, Lease? own, DateTimeOffset now)
    {
        var wait = present?.Line.Known.FirstOrDefault(wait => To.Is(wait.Who));
        var count = present?.Line.Count ?? 0;
        return Content switch
        {
            NoticeContent.Awaited(var told, var joined, _) => InLine(
                own?.Id == told.Id && count > 0,
                () => new NoticeContent.Awaited(own!, present!.Line.Find(joined.Id) ?? present.Line.First!, count)
            ),
            NoticeContent.Delayed(_, var told) => InLine(
                wait is not null && wait.Id == present!.Line.First?.Id && present.Lease?.Id == told.Id,
                () => new NoticeContent.Delayed(wait!, present!.Lease!)
            ),
            NoticeContent.Turn(var given, var until, _) => InLine(
                present?.Holding is Holding.Offered(var turn)
                    && turn.Wait == given.Id
                    && turn.Until == until
                    && !turn.HasEnded(now),
                () => new NoticeContent.Turn(wait ?? given, until, count)
            ),
            NoticeContent.TurnPassed => InLine(present is not null && own is null && wait is null, () => Content),
            NoticeContent.TurnTaken(var by) => InLine(
                present?.Lease is { } lease && lease.Id == by.Id && wait is not null,
                () => new NoticeContent.TurnTaken(present!.Lease!)
            ),
            NoticeContent.Passed(var before) => InLine(
                wait is not null
                    && present!.Line.Find(before.Id) is { } other
                    && other.Ticket.CompareTo(wait.Ticket) < 0,
                () => Content
            ),
            NoticeContent.HandedPast(var lease, var by) => InLine(
                wait is not null && present?.Lease?.Id == lease.Id,
                () => new NoticeContent.HandedPast(present!.Lease!, by)
            ),
            _ => null,
        };

        Telling InLine(bool isTrue, Func<NoticeContent> news) =>
            isTrue ? new Telling.AsItWas(news()) { Present = present } : new Telling.Nothing();
    }

    private Telling? OfAsking(Resource? present, Lease? own) =>
        Content switch
        {
            NoticeContent.Asked(var told, var plea, _) => If(
                own?.Id == told.Id && PleaOf(present, plea.Id) is not null,
                () => new NoticeContent.Asked(own!, PleaOf(present, plea.Id)!, present!.Line.Count)
            ),
            NoticeContent.HandedOver(var lease, var by) => If(
                own?.Id == lease.Id,
                () => new NoticeContent.HandedOver(own!, by)
            ),
            NoticeContent.Given(var lease, var by) => If(own?.Id == lease.Id, () => new NoticeContent.Given(own!, by)),
            NoticeContent.Kept(var lease, _) => If(present?.Lease?.Id == lease.Id, () => Content),
            NoticeContent.Back => own is not null ? new Telling.Nothing() : new Telling.Since(Content, present),
            _ => null,
        };

    private bool IsTurnIn(Resource present) => present.Holding is Holding.Offered(var turn) && To.Is(turn.Who);

    private static Plea? PleaOf(Resource? present, PleaId id) => (present?.Holding as Holding.Held)?.Find(id);

    private static Telling If(bool isTrue, Func<NoticeContent> news) =>
        isTrue ? new Telling.AsItWas(news()) : new Telling.Nothing();
}

/// <summary>Somebody wants to be told no more.</summary>
/// <param name="User">The person.</param>
/// <param name="At">When they said so: nothing is told of a resource that became free before that.</param>
public readonly record struct Stop(UserId User, DateTimeOffset At);
