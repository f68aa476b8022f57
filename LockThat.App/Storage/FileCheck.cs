using System.Diagnostics;
using LockThat.App.Storage.LiteDb;

namespace LockThat.App.Storage;

/// <summary>Whether the place where locks are to be kept can be written, without keeping anything there.</summary>
public static class FileCheck
{
    private static readonly FileStreamOptions Fresh = new()
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.ReadWrite,
        Options = FileOptions.DeleteOnClose,
    };

    /// <summary>Null when all is right, else what is wrong.</summary>
    public static string? Trouble(StorageSettings storage, string contentRoot) => storage switch
    {
        StorageSettings.LiteDb(var path) => TroubleWith(Path.GetFullPath(path, contentRoot)),
        StorageSettings.Postgres => "Postgres is not served by this version: set Storage:Provider to LiteDb.",
        _ => throw new UnreachableException(),
    };

    private static string? TroubleWith(string file)
    {
        try
        {
            var folder = Path.GetDirectoryName(file) ?? file;
            Directory.CreateDirectory(folder);
            if (File.Exists(file))
                StoreFile.Open(file, PageFile.OpenExclusively).Dispose();
            else
                new FileStream(Path.Combine(folder, Path.GetRandomFileName()), Fresh).Dispose();
            return null;
        }
        catch (StorageException running) when (running.Fault == StorageFault.InUse)
        {
            // By the app itself, while it runs: it would not if the file were not right.
            return null;
        }
        catch (StorageException fault)
        {
            return fault.Message;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }
}
