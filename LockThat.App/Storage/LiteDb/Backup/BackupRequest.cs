using LockThat.App.Storage.LiteDb.Pages;

namespace LockThat.App.Storage.LiteDb.Backup;

/// <summary>
/// How an operator's command asks the app that has the store open for a copy. The command writes a file beside the
/// store that names the copy. The app answers by another file, which is empty or has the error. Nobody needs a further
/// right for this, because a user who may write there owns the store anyway.
/// </summary>
internal static class BackupRequest
{
    private const string Asked = "-backup-request-";
    private const string Answered = "-backup-answer-";
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks, and waits for the answer.</summary>
    /// <returns>Null when the copy is there, else the reason.</returns>
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

    /// <summary>Takes the present request, so that nobody else does: its answer file, and the place of the
    /// copy.</summary>
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

    /// <summary>Removes the files of commands and apps that were killed, because a present request is for the app that
    /// has just opened the store.</summary>
    public static void Clean(string store)
    {
        try
        {
            foreach (var left in Files(store, Asked).Concat(Files(store, Answered)))
                File.Delete(left);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Somebody else removed the file, which does no harm.
            return;
        }
    }

    private static string[] Files(string store, string kind) =>
        Directory.GetFiles(AtomicFile.FolderOf(store), $"{Path.GetFileName(store)}{kind}{new string('?', 32)}");

    // Written under another name first, so that a file of these names is always complete.
    private static async Task Write(string path, string text, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(path + "-unfinished", text, cancellationToken);
        File.Move(path + "-unfinished", path, overwrite: true);
    }
}
