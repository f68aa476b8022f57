using LiteDB;
using LiteDB.Engine;
using LockThat.App.Storage.LiteDb.Pages;

namespace LockThat.App.Storage.LiteDb.Writing;

/// <summary>
/// The open store: LiteDB over our data and log streams. It belongs to the one thread that opened it, because LiteDB
/// binds a transaction to its thread. After any exception it must be given up and opened anew.
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

    /// <summary>The version of what is in it.</summary>
    public int Version => Database.UserVersion;

    /// <summary>How long the log has grown since the last checkpoint.</summary>
    public long LogPages => _log.Pages;

    /// <summary>Opens the store at this path, and creates it with its folder when there is none.</summary>
    /// <param name="path">The data file; its log lies beside it.</param>
    /// <param name="open">How a file is opened: <see cref="PageFile.OpenExclusively"/>, or a disk that fails in a
    /// test.</param>
    /// <exception cref="StorageException">It is in use, damaged, from the future or cannot be reached.</exception>
    public static StoreFile Open(string path, Func<string, FileStream> open) =>
        AsStorageException(
            path,
            () => OpenFiles(Path.GetFullPath(path), open, (file, whole) => Schema.Migrate(file, whole, open))
        );

    /// <summary>The same for one that exists, which keeps the version that it has.</summary>
    /// <exception cref="StorageException">As for <see cref="Open"/>.</exception>
    public static StoreFile OpenAsItIs(string path, Func<string, FileStream> open) =>
        AsStorageException(
            path,
            () => OpenFiles(Path.GetFullPath(path), open, (file, whole) => Schema.Require(file.Version, whole))
        );

    /// <exception cref="StorageException">There is a folder of this name, or it can only be one's.</exception>
    public static void RequireNoFolder(string path)
    {
        if (Path.EndsInDirectorySeparator(path) || Directory.Exists(path))
            throw new StorageException(StorageFault.Unreachable, $"{path} is a folder: name a file in it.");
    }

    /// <summary>What the system says of a store's files, in words for the operator.</summary>
    public static T AsStorageException<T>(string path, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (IOException fault) when (IsSharingViolation(fault))
        {
            throw new StorageException(
                StorageFault.InUse,
                $"{path} is in use by another process. One process at a time may have it: stop the other one first.",
                fault
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(StorageFault.Unreachable, $"{path} cannot be opened: {fault.Message}", fault);
        }
    }

    private static StoreFile OpenFiles(string path, Func<string, FileStream> open, Action<StoreFile, string> prepare)
    {
        RequireNoFolder(path);
        Directory.CreateDirectory(AtomicFile.FolderOf(path));
        LogStream? log = null;
        DataStream? data = null;
        StoreFile? file = null;
        var isOpen = false;
        try
        {
            // The log comes first: who has it owns the data file too, and may create it.
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

    /// <summary>Under another name first, so that a file of this name is always a whole one.</summary>
    private static void Create(string path, Func<string, FileStream> open)
    {
        using var content = new MemoryStream();
        using (var engine = new LiteEngine(new EngineSettings { DataStream = content, Collation = Ordinal }))
        using (var database = new LiteDatabase(engine, new BsonMapper(), disposeOnClose: false))
        {
            database.UtcDate = true;
            // Ours to say when: a checkpoint inside Commit would fail a transaction that is already safe.
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

    /// <summary>Copies all that is committed into a file that is a store of its own.</summary>
    public void CopyTo(string path, bool replaces, Func<string, FileStream> open)
    {
        Checkpoint();
        AtomicFile.Write(path, replaces, open, _data.Length / LitePage.Size, _data.ReadPage);
    }

    /// <summary>Throws unless something can be stored.</summary>
    /// <exception cref="IOException">It cannot; the file must be given up.</exception>
    public void ProveRoom() => _log.ProveRoom();

    /// <summary>Lets go after a failure, and takes back what was written but not acknowledged.</summary>
    public void GiveUp()
    {
        try
        {
            _log.TakeBack();
        }
        catch (IOException)
        {
            // The disk is worse than full. What it kept of the last batch decides at the next opening, as after a power
            // cut.
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>Lets go of the files as they stand; <see cref="Checkpoint"/> first leaves the log empty.</summary>
    public void Dispose()
    {
        Database.Dispose();
        _log.Dispose();
        _data.Dispose();
    }

    private static bool IsSharingViolation(IOException fault) => (fault.HResult & 0xFFFF) is 11 or 32 or 33 or 35;
}
