using LockThat.App.Locks;

namespace LockThat.Tests.Locks.Waiting;

/// <summary>A store that reads the first two in line and the one that asks, and writes down what became of
/// them.</summary>
internal static class PartOfLine
{
    /// <summary>That the head of a line is enough for a rule: it decides as it does on the whole line.</summary>
    /// <param name="found">The resource with its whole line.</param>
    /// <param name="asker">The one that asks.</param>
    /// <param name="decide">The rule.</param>
    /// <param name="whole">The decision on the whole line.</param>
    public static void ShouldBeEnough(Resource? found, Actor asker, Func<Resource, Decision> decide, Decision whole)
    {
        if (found is null || found.Line.Count == 0)
            return;
        var read = found with { Line = Read(found.Line, asker) };
        var decision = decide(read);
        decision.Events.Select(Alike.Of).ShouldBe(whole.Events.Select(Alike.Of));
        Alike.Are(Counted(decision.Outcome), Counted(whole.Outcome)).ShouldBeTrue($"{decision.Outcome}");
        var (next, expected) = (decision.Next.Only, whole.Next.Only);
        Alike.Of(Stored(next, found.Line, read.Line)).ShouldBe(Alike.Of(expected));
        (next?.Line.Count).ShouldBe(expected?.Line.Count);
    }

    private static Line Read(Line line, Actor asker) =>
        new(line.Count, [.. line.All.Where((wait, place) => place < 2 || wait.Who == asker)]);

    private static Resource? Stored(Resource? next, Line all, Line read) =>
        next is null
            ? null
            : next with
            {
                Line = Line.Of(all.All.Where(wait => read.Find(wait.Id) is null).Concat(next.Line.Known)),
            };

    private static Outcome Counted(Outcome outcome) =>
        outcome switch
        {
            Outcome.Refused(var why, { } present) => new Outcome.Refused(why, Counted(present)),
            Outcome.Unchanged({ } present) => new Outcome.Unchanged(Counted(present)),
            _ => outcome,
        };

    private static Resource Counted(Resource present) => present with { Line = Line.Counted(present.Line.Count) };
}
