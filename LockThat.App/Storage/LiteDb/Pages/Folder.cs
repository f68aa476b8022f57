using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace LockThat.App.Storage.LiteDb.Pages;

/// <summary>A new or renamed file survives a power cut only once its folder is on disk, too. .NET has no call for
/// that.</summary>
internal static class Folder
{
    private const int ReadOnly = 0;
    private const int NotSupportedHere = 22;

    public static void Sync(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        var folder = Open([.. Encoding.UTF8.GetBytes(path), 0], ReadOnly);
        if (folder < 0)
            throw Fault(path);
        try
        {
            if (SyncToDisk(folder) < 0 && Marshal.GetLastPInvokeError() != NotSupportedHere)
                throw Fault(path);
        }
        finally
        {
            _ = Close(folder);
        }
    }

    private static IOException Fault(string path) =>
        new($"Cannot sync {path}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");

    [
        DllImport("libc", EntryPoint = "open", SetLastError = true),
        DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)
    ]
    private static extern int Open(byte[] path, int flags);

    [
        DllImport("libc", EntryPoint = "fsync", SetLastError = true),
        DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)
    ]
    private static extern int SyncToDisk(int file);

    [
        DllImport("libc", EntryPoint = "close", SetLastError = true),
        DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)
    ]
    private static extern int Close(int file);
}
