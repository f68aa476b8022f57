using LockThat.App.Locks;

namespace LockThat.Tests.Locks.Waiting;

/// <summary>Whether a message about a line or an ask is true at a moment.</summary>
internal static class LineTellings
{
    public static bool IsSo(Recipient to, NoticeContent news, Resource? now)
    {
        var (lease, own) = (now?.Lease, now?.Line.Known.FirstOrDefault(wait => to.Is(wait.Who)));
        return news switch
        {
            NoticeContent.Awaited(var told, var wait, var waiting) => told == lease
                && to.Is(lease.Holder)
                && waiting == now?.Line.Count
                && now.Line.Known.Contains(wait),
            NoticeContent.Delayed(var wait, var told) => told == lease && own == wait && now?.Line.First == wait,
            NoticeContent.Turn(var wait, var until, var waiting) => now?.Holding is Holding.Offered(var turn)
                && to.Is(turn.Who)
                && (turn.Wait, turn.Until, now.Line.Count) == (wait.Id, until, waiting),
            NoticeContent.TurnPassed => now is not null && own is null && !to.Is(lease?.Holder),
            NoticeContent.TurnTaken(var by) => by == lease && own is not null,
            NoticeContent.Passed(var before) => own is not null
                && now?.Line.Find(before.Id) is { } other
                && now.Line.PlaceOf(other) < now.Line.PlaceOf(own),
            NoticeContent.HandedPast(var told, _) => told == lease && own is not null,
            NoticeContent.Asked(var told, var plea, var waiting) => told == lease
                && to.Is(lease.Holder)
                && (now?.Holding as Holding.Held)?.Find(plea.Id) == plea
                && waiting == now?.Line.Count,
            NoticeContent.HandedOver(var told, _) => told == lease && to.Is(lease.Holder),
            NoticeContent.Given(var told, _) => told == lease && to.Is(lease.Holder),
            NoticeContent.Kept(var told, _) => told.Id == lease?.Id && !to.Is(lease.Holder),
            _ => false,
        };
    }
}
