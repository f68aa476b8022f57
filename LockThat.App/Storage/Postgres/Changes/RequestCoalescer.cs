using LockThat.App.Locks.Stores;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Changes;

/// <summary>
/// Carries many small questions of one kind. One statement is under way at a time, and all questions that come during
/// that time go together in the next, which is one round trip and at most one flush for all of them. An answer is never
/// older than its question.
/// </summary>
/// <param name="carry">Asks the server; returns the answers in the order of the questions.</param>
internal sealed class RequestCoalescer<TQuestion, TAnswer>(
    Database database,
    Func<NpgsqlConnection, IReadOnlyList<TQuestion>, Task<IReadOnlyList<TAnswer>>> carry
)
{
    private const int MostAtOnce = 256;

    private readonly Lock _gate = new();
    private readonly Queue<(TQuestion Question, TaskCompletionSource<TAnswer> Answer)> _waiting = new();
    private bool _isUnderWay;

    /// <exception cref="StoreUnavailableException">The server cannot be reached, refuses, or takes too
    /// long.</exception>
    public async Task<TAnswer> Ask(TQuestion question, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        bool isFirst;
        lock (_gate)
        {
            _waiting.Enqueue((question, answer));
            (isFirst, _isUnderWay) = (!_isUnderWay, true);
        }

        if (isFirst)
            _ = Pump();
        try
        {
            return await answer.Task.WaitAsync(database.Patience, TimeProvider.System, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The answer, or an error, may have come at that very moment.
            if (answer.Task.IsCompleted)
                return await answer.Task;
            throw new StoreUnavailableException("Postgres does not serve in time");
        }
    }

    private async Task Pump()
    {
        while (Load() is { Count: > 0 } load)
        {
            try
            {
                var answers = await database.Run(
                    connection => carry(connection, [.. load.Select(one => one.Question)]),
                    database.Patience,
                    CancellationToken.None
                );
                foreach (var (one, answer) in load.Zip(answers))
                    one.Answer.TrySetResult(answer);
            }
            catch (Exception fault)
            {
                // The server does not serve, or a row in it cannot be read. The caller gets the exception, and the next
                // questions go on.
                foreach (var one in load)
                {
                    // Observed here, because a caller who went away would leave the exception unobserved.
                    if (one.Answer.TrySetException(fault))
                        _ = one.Answer.Task.Exception;
                }
            }
        }
    }

    private List<(TQuestion Question, TaskCompletionSource<TAnswer> Answer)> Load()
    {
        lock (_gate)
        {
            List<(TQuestion, TaskCompletionSource<TAnswer>)> load = [];
            while (load.Count < MostAtOnce && _waiting.TryDequeue(out var one))
                load.Add(one);
            _isUnderWay = load.Count > 0;
            return load;
        }
    }
}
