using LiteDB;
using LiteDB.Engine;
using LockThat.App.Storage.LiteDb.Pages;

namespace LockThat.App.Storage.LiteDb.Writing;

/// <summary>
/// The open store: LiteDB over our data and log streams. It belongs to the one thread that opened it, because LiteDB
/// binds a transaction to its thread. After any exception it must be closed and opened again.
/// </summary>
internal sealed class StoreFile : IDisposable
{
    private static readonly Collation Ordinal = new("/None");

    private readonly LogStream _log;
    private readonly DataStream _data;

    private StoreFile(LogStream log, DataStream data)
    {
        _log = log;
        _data = data;
        var engine = new LiteEngine(
            new EngineSettings
            {
                DataStream = data,
                LogStream = log,
                Collation = Ordinal,
            }
        );
        Database = new LiteDatabase(engine, new BsonMapper());
    }

    public LiteDatabase Database { get; }

    /// <summary>The version of its contents.</summary>
    public int Version => Database.UserVersion;

    /// <summary>The growth of the log since the last checkpoint.</summary>
    public long LogPages => _log.Pages;

    /// <summary>Opens the store at this path, and creates it with its folder when there is none.</summary>
    /// <param name="path">The data file; its log lies beside it.</param>
    /// <param name="open">How a file is opened: <see cref="PageFile.OpenExclusively"/>, or a disk that fails in a
    /// test.</param>
    /// <param name="prepare">The work before it is used; it gets the whole path. A failure closes the file.</param>
    /// <exception cref="StorageException">It is in use, damaged or cannot be reached.</exception>
    public static StoreFile Open(string path, Func<string, FileStream> open, Action<StoreFile, string> prepare) =>
        FileFaults.AsStorageException(path, () => OpenFiles(Path.GetFullPath(path), open, prepare));

    private static StoreFile OpenFiles(string path, Func<string, FileStream> open, Action<StoreFile, string> prepare)
    {
        FileFaults.RequireNoFolder(path);
        Directory.CreateDirectory(AtomicFile.FolderOf(path));
        LogStream? log = null;
        DataStream? data = null;
        StoreFile? file = null;
        var isOpen = false;
        try
        {
            // The log is opened first: the process that has it owns the data file, too, and may create it.
            log = new LogStream(new PageFile(path + "-log", open));
            data = OpenData(path, log, open);
            new Recovery(log, data).Run();
            file = new StoreFile(log, data);
            prepare(file, path);
            isOpen = true;
            return file;
        }
        catch (LiteException fault) when (data is not null)
        {
            throw data.Damaged(fault.Message);
        }
        finally
        {
            if (!isOpen)
            {
                file?.Database.Dispose();
                log?.Dispose();
                data?.Dispose();
            }
        }
    }

    private static DataStream OpenData(string path, LogStream log, Func<string, FileStream> open)
    {
        if (!File.Exists(path))
        {
            if (log.Pages > 0)
                throw new StorageException(
                    StorageFault.Damaged,
                    $"{path} is missing, though its log {path}-log is not empty. Put it back, or move the log away."
                );
            Create(path, open);
        }

        return new DataStream(new PageFile(path, open), log);
    }

    /// <summary>Created under another name first, so that a file of this name is always complete.</summary>
    private static void Create(string path, Func<string, FileStream> open)
    {
        using var content = new MemoryStream();
        using (var engine = new LiteEngine(new EngineSettings { DataStream = content, Collation = Ordinal }))
        using (var database = new LiteDatabase(engine, new BsonMapper(), disposeOnClose: false))
        {
            database.UtcDate = true;
            // We choose the moment, because a checkpoint inside Commit could fail a transaction that is already safe.
            database.CheckpointSize = 0;
            database.Checkpoint();
        }

        var pages = content.ToArray();
        AtomicFile.Write(
            path,
            replaces: false,
            open,
            pages.Length / LitePage.Size,
            (index, page) => pages.AsSpan((int)index * LitePage.Size, LitePage.Size).CopyTo(page)
        );
        if (Path.GetDirectoryName(AtomicFile.FolderOf(path)) is { } parent)
            Folder.Sync(parent);
    }

    /// <summary>Runs the writes in one transaction and returns once it is on disk: one flush. It must write
    /// something.</summary>
    public void Commit(Action<LiteDatabase> write)
    {
        var confirmed = _log.Confirmed;
        Database.BeginTrans();
        write(Database);
        Database.Commit();
        _log.AwaitCommit(confirmed);
    }

    public void SetVersion(int version)
    {
        var confirmed = _log.Confirmed;
        Database.UserVersion = version;
        _log.AwaitCommit(confirmed);
    }

    /// <summary>Moves the log into the data file and empties it.</summary>
    public void Checkpoint() => _data.TakeLog(() => Database.Checkpoint());

    /// <summary>Copies everything committed into a file that is a store of its own.</summary>
    public void CopyTo(string path, bool replaces, Func<string, FileStream> open)
    {
        Checkpoint();
        AtomicFile.Write(path, replaces, open, _data.Length / LitePage.Size, _data.ReadPage);
    }

    /// <summary>Throws unless something can be stored.</summary>
    /// <exception cref="IOException">It cannot; the file must be given up.</exception>
    public void ProveRoom() => _log.ProveRoom();

    /// <summary>Closes after a failure, and removes pages that were written but not acknowledged.</summary>
    public void GiveUp()
    {
        try
        {
            _log.TakeBack();
        }
        catch (IOException)
        {
            // The disk is worse than full. The part of the last batch that it kept decides at the next opening, as
            // after a power cut.
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Closes the files as they are; <see cref="Checkpoint"/> before that leaves the log empty.</summary>
    public void Dispose()
    {
        Database.Dispose();
        _log.Dispose();
        _data.Dispose();
    }
}
