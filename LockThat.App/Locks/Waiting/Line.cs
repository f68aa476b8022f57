using System.Collections.Immutable;

namespace LockThat.App.Locks.Waiting;

/// <summary>Those who want a resource next, in order. A store may have read a part of it only: the first two, and the
/// one that asks.</summary>
/// <param name="Count">How many wait.</param>
/// <param name="Known">Those that were read, in order.</param>
public sealed record Line(int Count, ImmutableArray<Wait> Known)
{
    /// <summary>The most that may wait for a resource.</summary>
    public const int Max = 100;

    // So many are looked through as quickly as an index.
    private const int Few = 4;

    private Dictionary<Actor, Wait>? _byWho;

    // The index is made anew for each line.
    private Line(Line other) => (Count, Known) = (other.Count, other.Known);

    /// <summary>Nobody waits.</summary>
    public static Line Empty { get; } = new(0, []);

    /// <summary>Whether all of it was read.</summary>
    public bool IsWhole => Known.Length == Count;

    /// <summary>All who wait, in order.</summary>
    /// <exception cref="InvalidOperationException">Only a part was read: a bug.</exception>
    public ImmutableArray<Wait> All =>
        IsWhole ? Known : throw new InvalidOperationException("A rule for the whole line was given a part of it");

    /// <summary>The first in line; null when nobody waits.</summary>
    /// <exception cref="InvalidOperationException">It was not read: a bug.</exception>
    public Wait? First => Count == 0 ? null : At(0);

    /// <summary>The second in line; null when fewer wait.</summary>
    /// <exception cref="InvalidOperationException">It was not read: a bug.</exception>
    public Wait? Second => Count < 2 ? null : At(1);

    /// <summary>A line that was read as a whole.</summary>
    /// <param name="waits">In any order.</param>
    public static Line Of(IEnumerable<Wait> waits)
    {
        var all = waits.OrderBy(wait => wait.Ticket).ToImmutableArray();
        return all.IsEmpty ? Empty : new(all.Length, all);
    }

    /// <summary>A line of which only the length is known.</summary>
    public static Line Counted(int count) => count == 0 ? Empty : new(count, []);

    /// <summary>The place in line of one that waits, as far as it was read; null for anybody else.</summary>
    public Wait? Of(Actor who) =>
        Known.Length <= Few
            ? Known.FirstOrDefault(wait => wait.Who == who)
            : (_byWho ??= ByWho()).GetValueOrDefault(who);

    /// <summary>A place in line, as far as it was read; null for one that is given up.</summary>
    public Wait? Find(WaitId id) => Known.FirstOrDefault(wait => wait.Id == id);

    /// <summary>The place in line, from 1.</summary>
    /// <param name="wait">Somebody in this line.</param>
    public int PlaceOf(Wait wait) => 1 + All.Count(other => other.Ticket.CompareTo(wait.Ticket) < 0);

    /// <summary>When the turn of somebody in this line is expected: after the present lock or turn, and after all who
    /// stand before them. It is a guess, because people unlock early, extend and leave.</summary>
    /// <param name="wait">Somebody in this line.</param>
    /// <param name="holding">How the resource stands.</param>
    /// <param name="rules">The settings of an operator.</param>
    /// <param name="now">The moment of the look.</param>
    public DateTimeOffset ExpectedAt(Wait wait, Holding holding, LockRules rules, DateTimeOffset now)
    {
        var free = holding is Holding.Held(var lease) && lease.Until > now ? lease.Until : now;
        foreach (var ahead in All.TakeWhile(ahead => ahead.Id != wait.Id))
        {
            var length = ahead.LengthBy(rules);
            free = length < DateTimeOffset.MaxValue - free ? free + length : DateTimeOffset.MaxValue;
        }

        return free;
    }

    /// <summary>How many wait, and those that were read.</summary>
    public override string ToString() => $"Line {{ {Count}: {string.Join(", ", Known)} }}";

    /// <summary>When the turn of one who joins now is expected; null where not all of the line was read.</summary>
    /// <param name="holding">How the resource stands.</param>
    /// <param name="rules">The settings of an operator.</param>
    /// <param name="now">The moment of the look.</param>
    public DateTimeOffset? EndExpectedAt(Holding holding, LockRules rules, DateTimeOffset now)
    {
        if (!IsWhole)
            return null;
        if (All is not [.., var last])
            return holding is Holding.Held(var lease) && lease.Until > now ? lease.Until : now;
        var before = ExpectedAt(last, holding, rules, now);
        var length = last.LengthBy(rules);
        return length < DateTimeOffset.MaxValue - before ? before + length : DateTimeOffset.MaxValue;
    }

    /// <summary>The same line with one more, or with another state of one that waits already.</summary>
    internal Line With(Wait wait)
    {
        var others = Known.RemoveAll(other => other.Id == wait.Id);
        var count = others.Length == Known.Length ? Count + 1 : Count;
        var place = others.Count(other => other.Ticket.CompareTo(wait.Ticket) < 0);
        return new(count, others.Insert(place, wait));
    }

    /// <summary>The same line without one.</summary>
    internal Line Without(WaitId id)
    {
        var others = Known.RemoveAll(other => other.Id == id);
        return others.Length == Known.Length ? this
            : Count == 1 ? Empty
            : new(Count - 1, others);
    }

    /// <summary>The same line without somebody.</summary>
    internal Line Without(Actor who) => Of(who) is { } wait ? Without(wait.Id) : this;

    /// <summary>Lines are equal by those who wait.</summary>
    public bool Equals(Line? other) => other is not null && Count == other.Count && Known == other.Known;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Known);

    private Dictionary<Actor, Wait> ByWho()
    {
        var byWho = new Dictionary<Actor, Wait>(Known.Length);
        foreach (var wait in Known)
            byWho.TryAdd(wait.Who, wait);
        return byWho;
    }

    private Wait At(int place) =>
        place < Known.Length
            ? Known[place]
            : throw new InvalidOperationException("A rule for the head of a line was given less of it");
}
