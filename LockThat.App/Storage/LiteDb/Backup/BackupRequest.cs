using LockThat.App.Storage.LiteDb.Pages;

namespace LockThat.App.Storage.LiteDb.Backup;

/// <summary>
/// How an operator's command asks the app that has the store open for a copy of it: by a file beside the store that
/// names the copy, answered by another one that is empty, or says what went wrong. Who may write there owns the store
/// anyway, so that no other door is needed.
/// </summary>
internal static class BackupRequest
{
    private const string Asked = "-backup-request-";
    private const string Answered = "-backup-answer-";
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks, and waits for the answer.</summary>
    /// <returns>Null when the copy is there, else why not.</returns>
    public static async Task<string?> Send(
        string store,
        string copy,
        TimeSpan patience,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var id = Guid.NewGuid().ToString("N");
        var (request, answer) = (store + Asked + id, store + Answered + id);
        var start = time.GetTimestamp();
        using var timer = new PeriodicTimer(LookEvery, time);
        try
        {
            await Write(request, copy, cancellationToken);
            while (time.GetElapsedTime(start) < patience && await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (File.Exists(answer))
                    return await File.ReadAllTextAsync(answer, cancellationToken) is { Length: > 0 } fault
                        ? fault
                        : null;
            }

            return $"the process that has {store} open did not answer within {patience.TotalSeconds:0} seconds. Stop it, and try again.";
        }
        finally
        {
            File.Delete(request);
            File.Delete(answer);
        }
    }

    /// <summary>Takes what is asked for at present, so that nobody else does: how to answer it, and where the copy is
    /// to be.</summary>
    public static async Task<IReadOnlyList<(string Answer, string Copy)>> Take(
        string store,
        CancellationToken cancellationToken
    )
    {
        var taken = new List<(string, string)>();
        foreach (var request in Files(store, Asked))
        {
            var copy = await File.ReadAllTextAsync(request, cancellationToken);
            File.Delete(request);
            taken.Add((request.Replace(store + Asked, store + Answered, StringComparison.Ordinal), copy));
        }

        return taken;
    }

    public static Task Answer(string answer, string? fault, CancellationToken cancellationToken) =>
        Write(answer, fault ?? "", cancellationToken);

    /// <summary>Removes what was left over by commands and apps that were killed: whoever asks now asks who has just
    /// opened the store.</summary>
    public static void Clean(string store)
    {
        try
        {
            foreach (var left in Files(store, Asked).Concat(Files(store, Answered)))
                File.Delete(left);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Somebody else's, then. It does no harm.
            return;
        }
    }

    private static string[] Files(string store, string kind) =>
        Directory.GetFiles(AtomicFile.FolderOf(store), $"{Path.GetFileName(store)}{kind}{new string('?', 32)}");

    // Under another name first: a file of these names is never half of one.
    private static async Task Write(string path, string text, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(path + "-unfinished", text, cancellationToken);
        File.Move(path + "-unfinished", path, overwrite: true);
    }
}
