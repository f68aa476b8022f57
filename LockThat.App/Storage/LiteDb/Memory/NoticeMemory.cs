using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Reactions;

namespace LockThat.App.Storage.LiteDb.Memory;

/// <summary>
/// The notices that are still to be delivered: a queue for each person, of which only the first may be claimed, and by
/// one claimer at a time. Claims are only here: after a start nobody has one. A delivered notice is forgotten here at
/// once, and removed from the disk with a later batch.
/// </summary>
internal sealed class NoticeMemory(TimeProvider time)
{
    // The upper bound of one wait, so that a change of the clock delays delivery by no more than this.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<Person, Line> _lines = [];
    private readonly SortedSet<Turn> _turns = [];
    private readonly HashSet<long> _forgotten = [];
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>Waits until a notice can be delivered, and claims the first notice of each of at most so many people,
    /// except in busy workspaces.</summary>
    public async Task<IReadOnlyList<PendingNotice>> Claim(
        int mostPeople,
        Func<IReadOnlyCollection<TeamId>> busy,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            Task changed;
            TimeSpan wait;
            lock (_gate)
            {
                var now = time.GetUtcNow();
                var teams = busy();
                var free = teams.Count > 0 ? _turns.Where(turn => !teams.Contains(turn.Person.Team)) : _turns;
                if (ClaimDue(free, now, mostPeople) is { Count: > 0 } claimed)
                    return claimed;
                changed = _changed.Task;
                wait = WaitFor(teams, now);
            }

            await changed
                .WaitAsync(wait, time, cancellationToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    public void Add(IEnumerable<NoticeRow> rows)
    {
        lock (_gate)
        {
            foreach (var row in rows)
                Append(row);
            Signal();
        }
    }

    /// <summary>Forgets a delivered notice and makes the next one to this person available; false when it was forgotten
    /// before.</summary>
    public bool Remove(PendingNotice notice)
    {
        lock (_gate)
        {
            if (FirstInLine(notice) is not { } line)
                return false;
            if (!line.IsClaimed)
                _turns.Remove(line.Turn);
            line.Rows.RemoveAt(0);
            line.IsClaimed = false;
            _forgotten.Add(notice.Number);
            if (line.Rows.Count > 0)
                _turns.Add(line.Turn);
            else
                _lines.Remove(Person.Of(notice.Notice));
            Signal();
            return true;
        }
    }

    /// <summary>
    /// Lets a notice, and all that follow it to this person, wait; false when it was forgotten before. The claim ends
    /// by that. A repeated call, after the disk failed, changes nothing, and takes the notice from nobody who has
    /// claimed it since.
    /// </summary>
    public bool Postpone(PendingNotice notice, DateTimeOffset dueAt, bool isAttempt)
    {
        lock (_gate)
        {
            if (FirstInLine(notice) is not { } line)
                return false;
            if (!ReferenceEquals(line.Rows[0].Pending, notice))
                return true;
            if (!line.IsClaimed)
                _turns.Remove(line.Turn);
            line.Rows[0] = new(notice with { Attempts = notice.Attempts + (isAttempt ? 1 : 0) }, dueAt);
            line.IsClaimed = false;
            _turns.Add(line.Turn);
            Signal();
            return true;
        }
    }

    /// <summary>A notice in its present state; null when it was forgotten.</summary>
    public NoticeRow? Find(PendingNotice notice)
    {
        lock (_gate)
            return FirstInLine(notice)?.Rows[0];
    }

    /// <summary>How many there are, and when the oldest of them happened.</summary>
    public (long All, DateTimeOffset? Oldest) Tally
    {
        get
        {
            lock (_gate)
                return (
                    _lines.Values.Sum(line => (long)line.Rows.Count),
                    _lines.Values.Min(line => (DateTimeOffset?)line.Rows[0].Pending.Notice.At)
                );
        }
    }

    /// <summary>The numbers of delivered notices that are still on the disk.</summary>
    public IReadOnlyList<long> Forgotten
    {
        get
        {
            lock (_gate)
                return [.. _forgotten];
        }
    }

    public void GoneFromDisk(IEnumerable<long> numbers)
    {
        lock (_gate)
            _forgotten.ExceptWith(numbers);
    }

    /// <summary>The workspaces that the notices come from.</summary>
    public IReadOnlyList<Workspace> Workspaces()
    {
        lock (_gate)
            return
            [
                .. _lines.Values.SelectMany(line => line.Rows).Select(row => row.Pending.Notice.Workspace).Distinct(),
            ];
    }

    /// <summary>At most so many notices to people of a workspace.</summary>
    public IReadOnlyList<PendingNotice> Of(TeamId team, int most)
    {
        lock (_gate)
            return
            [
                .. _lines
                    .Where(line => line.Key.Team == team)
                    .SelectMany(line => line.Value.Rows)
                    .Take(most)
                    .Select(row => row.Pending),
            ];
    }

    /// <summary>Forgets notices that are gone from the disk, even if they are claimed.</summary>
    public void Drop(IEnumerable<PendingNotice> notices)
    {
        lock (_gate)
        {
            foreach (var notice in notices)
            {
                _forgotten.Remove(notice.Number);
                var person = Person.Of(notice.Notice);
                if (
                    !_lines.TryGetValue(person, out var line)
                    || line.Rows.FindIndex(row => row.Pending.Number == notice.Number) is not (>= 0 and var at)
                )
                    continue;
                if (!line.IsClaimed)
                    _turns.Remove(line.Turn);
                // The claimer of the first one learns that it is gone, and gets no other by that.
                if (at == 0)
                    line.IsClaimed = false;
                line.Rows.RemoveAt(at);
                if (line.Rows.Count == 0)
                    _lines.Remove(person);
                else if (!line.IsClaimed)
                    _turns.Add(line.Turn);
            }

            Signal();
        }
    }

    /// <summary>Starts again with the contents of the disk. Facts that were learned since then (delivered, put off,
    /// claimed) are kept.</summary>
    public void Load(IEnumerable<NoticeRow> stored)
    {
        lock (_gate)
        {
            var known = _lines.Values.SelectMany(line => line.Rows).ToDictionary(row => row.Pending.Number);
            var claimed = _lines
                .Where(line => line.Value.IsClaimed)
                .Select(line => line.Value.Rows[0].Pending.Number)
                .ToHashSet();
            _lines.Clear();
            _turns.Clear();
            var rows = stored.OrderBy(row => row.Pending.Number).ToList();
            _forgotten.IntersectWith(rows.Select(row => row.Pending.Number));
            foreach (var row in rows.Where(row => !_forgotten.Contains(row.Pending.Number)))
                Append(known.GetValueOrDefault(row.Pending.Number, row));
            foreach (var line in _lines.Values.Where(line => claimed.Contains(line.Rows[0].Pending.Number)))
                Take(line);
            Signal();
        }
    }

    private List<PendingNotice> ClaimDue(IEnumerable<Turn> free, DateTimeOffset now, int mostPeople)
    {
        var due = free.TakeWhile(turn => turn.DueAt <= now)
            .Take(mostPeople)
            .Select(turn => _lines[turn.Person])
            .ToList();
        due.ForEach(Take);
        return [.. due.Select(line => line.Rows[0].Pending)];
    }

    private void Take(Line line)
    {
        _turns.Remove(line.Turn);
        line.IsClaimed = true;
    }

    private void Append(NoticeRow row)
    {
        var person = Person.Of(row.Pending.Notice);
        if (_lines.TryGetValue(person, out var line))
        {
            line.Rows.Add(row);
            return;
        }

        line = new Line(person, row);
        _lines.Add(person, line);
        _turns.Add(line.Turn);
    }

    private Line? FirstInLine(PendingNotice notice) =>
        _lines.TryGetValue(Person.Of(notice.Notice), out var line) && line.Rows[0].Pending.Number == notice.Number
            ? line
            : null;

    // The wait lasts until the next notice is due. When a busy workspace's next one is due, the workspace may be busy
    // no longer.
    private TimeSpan WaitFor(IReadOnlyCollection<TeamId> busy, DateTimeOffset now)
    {
        var next = _turns
            .Where(turn => turn.DueAt > now || !busy.Contains(turn.Person.Team))
            .Select(turn => (DateTimeOffset?)turn.DueAt)
            .FirstOrDefault();
        // Rounded up, because a timer counts whole milliseconds and would ring just before the moment.
        return
            next is { } dueAt
            && TimeSpan.FromMilliseconds(Math.Ceiling((dueAt - now).TotalMilliseconds)) is var wait
            && wait < LongestWait
            ? wait
            : LongestWait;
    }

    private void Signal()
    {
        _changed.SetResult();
        _changed = NewSignal();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly record struct Person(TeamId Team, Recipient Recipient)
    {
        public static Person Of(Notice notice) => new(notice.Workspace.Team, notice.To);
    }

    private sealed class Line(Person person, NoticeRow first)
    {
        public List<NoticeRow> Rows { get; } = [first];

        public bool IsClaimed { get; set; }

        public Turn Turn => new(Rows[0].DueAt, Rows[0].Pending.Number, person);
    }

    private readonly record struct Turn(DateTimeOffset DueAt, long Number, Person Person) : IComparable<Turn>
    {
        public int CompareTo(Turn other) => (DueAt, Number).CompareTo((other.DueAt, other.Number));
    }
}
