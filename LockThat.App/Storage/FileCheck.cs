using System.Diagnostics;

namespace LockThat.App.Storage;

/// <summary>Whether the place where locks are to be kept can be written, without keeping anything there.</summary>
public static class FileCheck
{
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
            var isThere = File.Exists(file);
            using var opened = new FileStream(
                isThere ? file : Path.Combine(folder, Path.GetRandomFileName()),
                isThere ? FileMode.Open : FileMode.CreateNew,
                FileAccess.ReadWrite,
                FileShare.None,
                bufferSize: 0,
                isThere ? FileOptions.None : FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }
}
