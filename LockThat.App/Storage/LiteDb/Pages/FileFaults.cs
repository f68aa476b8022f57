namespace LockThat.App.Storage.LiteDb.Pages;

/// <summary>The system's errors about a store's files, in words for the operator.</summary>
internal static class FileFaults
{
    /// <exception cref="StorageException">The name is a folder's, or can only be a folder's.</exception>
    public static void RequireNoFolder(string path)
    {
        if (Path.EndsInDirectorySeparator(path) || Directory.Exists(path))
            throw new StorageException(StorageFault.Unreachable, $"{path} is a folder: name a file in it.");
    }

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

    private static bool IsSharingViolation(IOException fault) => (fault.HResult & 0xFFFF) is 11 or 32 or 33 or 35;
}
