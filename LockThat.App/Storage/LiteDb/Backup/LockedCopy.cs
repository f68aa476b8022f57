using LockThat.App.Storage.LiteDb.History;
using LockThat.App.Storage.LiteDb.Pages;

namespace LockThat.App.Storage.LiteDb.Backup;

/// <summary>The files of a store that no app has open, or can open during the copy, with a copy of them for our use.
/// The files are only read.</summary>
internal sealed class LockedCopy : IDisposable
{
    private readonly List<PageFile> _files = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lockthat-");

    /// <exception cref="StorageException">There is none, it is in use, or it cannot be read.</exception>
    public LockedCopy(string path)
    {
        Path = path;
        try
        {
            FileFaults.RequireNoFolder(path);
            if (!File.Exists(path))
                throw new StorageException(StorageFault.Unreachable, $"{path} does not exist, or may not be seen.");
            // The log first, as the app does. A backup has none.
            if (File.Exists(path + "-log"))
                Take(path + "-log", Copy + "-log");
            Take(path, Copy);
            // A history is nobody else's, because an app opens the store before its history.
            if (File.Exists(path + HistoryFile.OfStore))
                Take(path + HistoryFile.OfStore, Copy + HistoryFile.OfStore);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public string Path { get; }

    /// <summary>The copy's data file; its log lies beside it.</summary>
    public string Copy => System.IO.Path.Combine(_folder.FullName, "lockthat.db");

    public void Dispose()
    {
        _files.ForEach(file => file.Dispose());
        _folder.Delete(recursive: true);
    }

    private void Take(string path, string copy) =>
        FileFaults.AsStorageException(
            path,
            () =>
            {
                var file = new PageFile(path, Read);
                _files.Add(file);
                file.CopyTo(copy, PageFile.OpenExclusively);
                return file;
            }
        );

    private static FileStream Read(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.None, bufferSize: 0, FileOptions.SequentialScan);
}
