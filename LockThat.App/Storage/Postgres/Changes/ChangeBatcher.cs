using System.Threading.Channels;
using LockThat.App.Locks;
using Npgsql;

namespace LockThat.App.Storage.Postgres.Changes;

/// <summary>
/// One of the few lanes in which changes wait for the server. All waiting changes are read, decided and written
/// together, in two statements and one flush of the server's log. A change that another instance overtook is decided
/// again.
/// </summary>
internal sealed class ChangeBatcher
{
    /// <summary>How many changes go together.</summary>
    public const int MostAtOnce = 128;

    private const int MostWaiting = 4096;
    private const int MostConflicts = 4;
    private const int MostConflictsOfSeveral = 1;
    private const int MostHoldingRows = 2;

    private readonly Channel<Work> _queue = Channel.CreateBounded<Work>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true }
    );
    private readonly Database _database;
    private readonly Signal _told;
    private readonly Func<bool> _isBesideOlder;
    private readonly List<Task> _holding = [];
    private readonly Task _running;

    /// <param name="told">Set when notices were stored.</param>
    /// <param name="isBesideOlder">Whether nothing may begin that an older instance does not know.</param>
    public ChangeBatcher(Database database, Signal told, Func<bool> isBesideOlder)
    {
        (_database, _told, _isBesideOlder) = (database, told, isBesideOlder);
        _running = Run();
    }

    /// <summary>False when it is closed, or when too much is waiting already.</summary>
    public bool TryAdd(Work work) => _queue.Writer.TryWrite(work);

    /// <summary>Finishes all waiting changes.</summary>
    public Task Close()
    {
        _queue.Writer.TryComplete();
        return _running;
    }

    /// <summary>Decides upon the rows that were read. Returns the written changes, and whether there may be a notice to
    /// deliver.</summary>
    public static async Task<(List<Work> Written, bool HasNews)> Decide(
        NpgsqlConnection connection,
        Batch batch,
        List<Work> works
    )
    {
        works.ForEach(work => work.Run(batch));
        works.FindAll(work => !batch.Writes(work.Scope)).ForEach(work => work.Complete());
        var written = await BatchRows.Write(connection, batch);
        return (
            works.FindAll(work => written.Contains(work.Key)),
            batch.Changes.Any(change => change.Notices.Count > 0)
        );
    }

    private async Task Run()
    {
        var again = new List<Work>();
        while (again.Count > 0 || await _queue.Reader.WaitToReadAsync())
        {
            var works = again;
            while (works.Count < MostAtOnce && _queue.Reader.TryRead(out var work))
                works.Add(work);
            again = await Serve(works);
        }

        await Task.WhenAll(_holding);
    }

    /// <summary>Returns the changes to decide again.</summary>
    private async Task<List<Work>> Serve(List<Work> works)
    {
        await Answer(
            works,
            works => _database.Run(connection => Decide(connection, works), _database.Patience, CancellationToken.None)
        );
        works.RemoveAll(work => work.IsOver);
        works.ForEach(work => work.Conflicts++);
        // After repeated conflicts a change holds its rows, outside the batch, so that it does not delay others. A
        // change of several rows does so after one, since each of them can be overtaken.
        _holding.RemoveAll(task => task.IsCompleted);
        if (_holding.Count < MostHoldingRows && works.Find(IsOftenOvertaken) is { Scope: var scope })
        {
            _holding.Add(RetryHoldingRows(scope, works.FindAll(work => work.IsWithin(scope))));
            works.RemoveAll(work => work.IsWithin(scope));
        }

        return works;
    }

    private static bool IsOftenOvertaken(Work work) =>
        work.Conflicts >= (work.Scope.Count > 1 ? MostConflictsOfSeveral : MostConflicts);

    private async Task RetryHoldingRows(Scope scope, List<Work> works)
    {
        while (works.Exists(work => !work.IsOver))
        {
            await Answer(
                works,
                works =>
                    _database.RunHeld(
                        connection => BatchRows.Hold(connection, scope),
                        connection => Decide(connection, works),
                        CancellationToken.None
                    )
            );
        }
    }

    private async Task Answer(List<Work> works, Func<List<Work>, Task<(List<Work> Written, bool HasNews)>> decide)
    {
        try
        {
            var open = works.FindAll(work => !work.IsOver);
            if (open.Count == 0)
                return;
            var (written, hasNews) = await decide(open);
            written.ForEach(work => work.Complete());
            if (hasNews)
                _told.Give();
        }
        catch (Exception fault)
        {
            // The server does not serve, or a row in it cannot be read. The caller gets the exception, and the lane
            // goes on.
            works.ForEach(work => work.Fail(fault));
        }
    }

    private async Task<(List<Work> Written, bool HasNews)> Decide(NpgsqlConnection connection, List<Work> works)
    {
        // When a connection breaks between two tries, somebody may have been answered.
        works.RemoveAll(work => work.IsOver);
        var questions = Question.Of(works.Select(work => work.Scope));
        return await Decide(connection, await BatchRows.Read(connection, questions, _isBesideOlder()), works);
    }
}
