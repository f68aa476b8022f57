using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Reactions;
using LockThat.App.Locks.Stores;
using LockThat.App.Storage.LiteDb.Backup;
using LockThat.App.Storage.LiteDb.History;
using LockThat.App.Storage.LiteDb.Memory;
using LockThat.App.Storage.LiteDb.Pages;
using LockThat.App.Storage.LiteDb.Writing;

namespace LockThat.App.Storage.LiteDb;

/// <summary>The embedded store: one file, one process. All reads come from memory; every change goes through the one
/// writer.</summary>
public sealed partial class LiteDbStore : IResourceStore, IOutboxStore, IHomeStore, IStorage
{
    private readonly StoreMemory _memory;
    private readonly Writer _writer;
    private readonly HistoryThread _history;

    /// <summary>The store at this path; nothing is opened yet.</summary>
    public LiteDbStore(string path, TimeProvider time, ILogger<LiteDbStore> logger)
        : this(path, time, logger, PageFile.OpenExclusively) { }

    internal LiteDbStore(string path, TimeProvider time, ILogger<LiteDbStore> logger, Func<string, FileStream> open)
    {
        Path = path;
        _memory = new StoreMemory(time);
        _writer = new Writer(path, open, _memory, time, logger);
        _history = new HistoryThread(path + HistoryFile.OfStore, open, () => _memory.FiledUpTo, time, logger);
    }

    /// <summary>The data file.</summary>
    public string Path { get; }

    /// <summary>The reason why nothing can be stored at present; null when all is well.</summary>
    public string? Fault => _writer.Fault;

    ValueTask<string?> IStorage.FindFault(CancellationToken cancellationToken) => new(WithoutFolder(Fault));

    string? IStorage.Warning =>
        _history.Fault is { } reason ? WithoutFolder($"The history {_history.Path} cannot be used: {reason}") : null;

    async Task IStorage.Open(CancellationToken cancellationToken)
    {
        await Open(cancellationToken);
        BackupRequest.Clean(Path);
    }

    /// <summary>Opens the file, and creates it with its folder when there is none. Does nothing when it is
    /// open.</summary>
    /// <exception cref="StorageException">The file is in use, damaged, from the future or cannot be
    /// reached.</exception>
    public Task Open(CancellationToken cancellationToken) => _writer.Open().WaitAsync(cancellationToken);

    /// <summary>Stores all requests so far and closes the files, with an empty log.</summary>
    public async Task Close(CancellationToken cancellationToken)
    {
        await _history.Close().WaitAsync(cancellationToken);
        await _writer.Close().WaitAsync(cancellationToken);
    }

    // A command that changes nothing is decided on the committed state, and waits for no disk. Every other one is
    // decided again where changes are serialised.
    public async Task<Outcome> Change(
        Scope scope,
        Func<Scene, Facts, Decision> decide,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var found = Opened.Resources.Find(scope, out var resources, out var policy);
        var decision = decide(found, new(_memory.Now, resources) { Policy = policy });
        return decision.Changes(found)
            ? await Run(batch => batch.Decide(scope, decide), cancellationToken)
            : decision.Outcome;
    }

    public ValueTask<TeamPolicy> Policy(TeamId team, CancellationToken cancellationToken) =>
        new(Opened.Resources.FindPolicy(team)?.Policy ?? TeamPolicy.None);

    public ValueTask<(Resource? Resource, DateTimeOffset Now)> Find(
        ResourceKey key,
        CancellationToken cancellationToken
    ) => new((Opened.Resources.Find(key)?.Resource, Opened.Now));

    public ValueTask<(Resource? Resource, DateTimeOffset Now)> Find(
        TeamId team,
        ResourceId id,
        CancellationToken cancellationToken
    ) => new((Opened.Resources.Find(team, id), Opened.Now));

    public ValueTask<ResourceSnapshot> List(TeamId team, Actor? reader, CancellationToken cancellationToken) =>
        new(Opened.Resources.List(team, Opened.Now));

    public ValueTask<IReadOnlyList<Resource>> Waiting(TeamId team, Actor who, CancellationToken cancellationToken) =>
        new(Opened.Resources.Waiting(team, who));

    // Half of a batch: a person who locks something waits behind these ends, and not behind all that are due.
    public async Task<IReadOnlyList<Outcome>> ChangeDue(
        int most,
        Func<Scene, Facts, Decision> decide,
        CancellationToken cancellationToken
    )
    {
        var due = Opened.Resources.Due(Opened.Now, Math.Min(most, Writer.MostInBatch / 2));
        return await Task.WhenAll(due.Select(key => Change(key, decide, cancellationToken)));
    }

    public Task<IReadOnlyList<PendingNotice>> ClaimNotices(
        int mostPeople,
        Func<IReadOnlyCollection<TeamId>> busy,
        CancellationToken cancellationToken
    ) => Opened.Notices.Claim(mostPeople, busy, cancellationToken);

    // Every batch deletes the notices that were delivered before it, so it is enough to wait for one.
    public Task Delivered(PendingNotice notice, CancellationToken cancellationToken) =>
        Opened.Notices.Remove(notice) ? Run(_ => true, cancellationToken) : Task.CompletedTask;

    public Task DeliverLater(
        PendingNotice notice,
        TimeSpan wait,
        bool isAttempt,
        CancellationToken cancellationToken
    ) =>
        Opened.Notices.Postpone(notice, Opened.Now + wait, isAttempt)
            ? Run(batch => batch.PutOff(notice), cancellationToken)
            : Task.CompletedTask;

    public ValueTask<Viewer?> FindViewer(TeamId team, UserId user, CancellationToken cancellationToken) =>
        new(Opened.Viewers.Find(team, user));

    // A Home is shown while the disk is down, too: a viewer is written with the next batch, and nobody waits for it.
    public Task SaveViewer(Viewer viewer, CancellationToken cancellationToken)
    {
        if (Opened.Viewers.Save(viewer) is { } row)
            _writer.TryAdd(new Work<bool>(batch => batch.Save(row), CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task ForgetViewer(TeamId team, UserId user, CancellationToken cancellationToken)
    {
        if (Opened.Viewers.Forget(team, user) is { } row)
            _writer.TryAdd(new Work<bool>(batch => batch.Forget(row), CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task Shown(TeamId team, UserId user, long revision, CancellationToken cancellationToken)
    {
        Opened.Viewers.Shown(team, user, revision);
        return Task.CompletedTask;
    }

    public ValueTask<IReadOnlyList<Viewer>> ViewersBehind(
        DateTimeOffset openedSince,
        CancellationToken cancellationToken
    ) => new(Opened.Viewers.Behind(openedSince, Opened.Resources.Revision));

    public ValueTask<IReadOnlyList<ResourceParticipant>> Participants(CancellationToken cancellationToken) =>
        new([
            .. Opened
                .Resources.All()
                .SelectMany(resource =>
                    resource.People.Select(user => new ResourceParticipant(resource.Workspace, user))
                )
                .Distinct(),
        ]);

    public ValueTask<StoreStatistics> Statistics(CancellationToken cancellationToken)
    {
        var (resources, held) = Opened.Resources.Tally;
        var (notices, oldest) = Opened.Notices.Tally;
        return new(new StoreStatistics(resources, held, notices, oldest, Opened.Now));
    }

    // Anybody may read it, so it does not say where the store lies.
    private string? WithoutFolder(string? fault) =>
        fault?.Replace(Path, System.IO.Path.GetFileName(Path), StringComparison.Ordinal);

    private StoreMemory Opened =>
        _writer.HasOpened ? _memory : throw new StoreUnavailableException("The store is not open");

    private async Task<T> Run<T>(Func<Batch, T> run, CancellationToken cancellationToken)
    {
        var work = new Work<T>(run, cancellationToken);
        if (!_writer.TryAdd(work))
            throw new StoreUnavailableException("The store is closed, or has too much to do");
        return await work.Done.WaitAsync(cancellationToken);
    }
}
