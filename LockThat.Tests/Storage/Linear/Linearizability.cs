namespace LockThat.Tests.Storage.Linear;

/// <summary>One call of a history: between which ticks it ran, and whether what it answered fits a state, with the
/// state after it.</summary>
internal sealed record Call<TState>(string Name, long Began, long Ended, Func<TState, (bool Fits, TState Next)> Step);

/// <summary>
/// Wing and Gong's search, with the memory of dead ends that Lowe added: is there an order of the calls, in which no
/// call stands before one that had ended when it began, that makes every answer right?
/// </summary>
internal static class Linearizability
{
    private const int MostCalls = 128;

    public static bool Holds<TState>(IReadOnlyList<Call<TState>> history, TState start)
    {
        history.Count.ShouldBeLessThanOrEqualTo(MostCalls, "a history is searched with one bit per call");
        return new Search<TState>(history).From(0, start);
    }

    private sealed class Search<TState>(IReadOnlyList<Call<TState>> history)
    {
        private readonly HashSet<(UInt128 Done, TState State)> _deadEnds = [];

        public bool From(UInt128 done, TState state)
        {
            if ((int)UInt128.PopCount(done) == history.Count)
                return true;
            if (_deadEnds.Contains((done, state)))
                return false;

            var waiting = Enumerable
                .Range(0, history.Count)
                .Where(call => (done & (UInt128.One << call)) == 0)
                .ToList();
            var firstEnd = waiting.Min(call => history[call].Ended);
            foreach (var call in waiting.Where(call => history[call].Began < firstEnd))
            {
                var (fits, next) = history[call].Step(state);
                if (fits && From(done | (UInt128.One << call), next))
                    return true;
            }

            _deadEnds.Add((done, state));
            return false;
        }
    }
}
