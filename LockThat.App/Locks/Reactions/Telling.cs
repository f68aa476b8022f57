using System.Diagnostics;
using LockThat.App.Identifiers;
using LockThat.App.Locks.Waiting;

namespace LockThat.App.Locks.Reactions;

/// <summary>The content of a notice at the moment of its delivery, which may come long after the event.</summary>
public abstract record Telling
{
    private Telling() { }

    /// <summary>It is true as it was stored; a lock in it is the one that stands now.</summary>
    public sealed record AsItWas(NoticeContent News) : Telling
    {
        /// <summary>The resource now, for the reader's place in line; null when there is none.</summary>
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
        var telling = Now(present, now);
        return telling is Telling.AsItWas told ? told with { Present = present } : telling;
    }

    private Telling Now(Resource? present, DateTimeOffset now)
    {
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
            NoticeContent.Awaited awaited => Now(awaited, present, own),
            NoticeContent.Delayed delayed => Now(delayed, present),
            NoticeContent.Turn turn => Now(turn, present, now),
            NoticeContent.TurnPassed => If(present is not null && own is null && PlaceIn(present) is null, Content),
            NoticeContent.TurnTaken taken => Now(taken, present),
            NoticeContent.Passed(var before) => If(IsAhead(before.Id, present), Content),
            NoticeContent.HandedPast past => Now(past, present),
            NoticeContent.Asked asked => Now(asked, present, own),
            NoticeContent.HandedOver handed => Now(handed, own),
            NoticeContent.Given(var told, var by) => If(own?.Id == told.Id, new NoticeContent.Given(own ?? told, by)),
            NoticeContent.Kept(var told, _) => If(lease?.Id == told.Id, Content),
            NoticeContent.Back => own is null ? new Telling.Since(Content, present) : new Telling.Nothing(),
            _ => throw new UnreachableException(),
        };

        Telling AsLongAs(bool isTrue) => isTrue ? new Telling.AsItWas(Content) : new Telling.Since(Content, present);
    }

    // Of a line nothing is told but what holds at this moment.
    private static Telling Now(NoticeContent.Awaited news, Resource? present, Lease? own)
    {
        if (own?.Id != news.Lease.Id || present is not { Line: { First: { } first } line })
            return new Telling.Nothing();
        var wait = line.Find(news.Wait.Id) ?? first;
        return new Telling.AsItWas(new NoticeContent.Awaited(own, wait, line.Count));
    }

    private Telling Now(NoticeContent.Delayed news, Resource? present) =>
        present is { Lease: { } lease, Line.First: { } first } && lease.Id == news.Lease.Id && To.Is(first.Who)
            ? new Telling.AsItWas(new NoticeContent.Delayed(first, lease))
            : new Telling.Nothing();

    private Telling Now(NoticeContent.Turn news, Resource? present, DateTimeOffset now) =>
        present?.Holding is Holding.Offered(var turn)
        && (turn.Wait, turn.Until) == (news.Wait.Id, news.Until)
        && !turn.HasEnded(now)
            ? new Telling.AsItWas(news with { Wait = PlaceIn(present) ?? news.Wait, Waiting = present.Line.Count })
            : new Telling.Nothing();

    private Telling Now(NoticeContent.TurnTaken news, Resource? present) =>
        present?.Lease is { } lease && lease.Id == news.By.Id && PlaceIn(present) is not null
            ? new Telling.AsItWas(new NoticeContent.TurnTaken(lease))
            : new Telling.Nothing();

    private Telling Now(NoticeContent.HandedPast news, Resource? present) =>
        present?.Lease is { } lease && lease.Id == news.Lease.Id && PlaceIn(present) is not null
            ? new Telling.AsItWas(news with { Lease = lease })
            : new Telling.Nothing();

    private static Telling Now(NoticeContent.HandedOver news, Lease? own) =>
        own?.Id == news.Lease.Id ? new Telling.AsItWas(news with { Lease = own }) : new Telling.Nothing();

    private static Telling Now(NoticeContent.Asked news, Resource? present, Lease? own) =>
        own?.Id == news.Lease.Id && (present?.Holding as Holding.Held)?.Find(news.Plea.Id) is { } plea
            ? new Telling.AsItWas(new NoticeContent.Asked(own, plea, present.Line.Count))
            : new Telling.Nothing();

    private Wait? PlaceIn(Resource? present) => present?.Line.Known.FirstOrDefault(wait => To.Is(wait.Who));

    private bool IsAhead(WaitId other, Resource? present) =>
        PlaceIn(present) is { } own && present?.Line.Find(other) is { } ahead && ahead.Ticket.CompareTo(own.Ticket) < 0;

    private bool IsTurnIn(Resource present) => present.Holding is Holding.Offered(var turn) && To.Is(turn.Who);

    private static Telling If(bool isTrue, NoticeContent news) =>
        isTrue ? new Telling.AsItWas(news) : new Telling.Nothing();
}

/// <summary>Somebody wants to be told no more.</summary>
/// <param name="User">The person.</param>
/// <param name="At">When they said so: nothing is told of a resource that became free before that.</param>
public readonly record struct Stop(UserId User, DateTimeOffset At)
{
    /// <summary>The place in line that they left; null when they left none.</summary>
    public Wait? Left { get; init; }
}
