namespace LockThat.App.Storage.LiteDb.Pages;

/// <summary>A data file that is written as a whole: under another name first, so that a file of its own name is always
/// complete.</summary>
internal static class AtomicFile
{
    /// <summary>Writes pages 0 to <paramref name="pages"/> - 1 and returns once the disk has them under this name. A
    /// failure leaves nothing behind.</summary>
    /// <param name="path">The name of the file.</param>
    /// <param name="replaces">Whether it takes the place of a file of that name; else that is an
    /// <see cref="IOException"/>.</param>
    /// <param name="open">How the file is opened.</param>
    /// <param name="pages">How many pages there are.</param>
    /// <param name="read">Reads one of them.</param>
    public static void Write(string path, bool replaces, Func<string, FileStream> open, long pages, ReadPage read)
    {
        var unfinished = path + "-unfinished";
        var file = Created(path, unfinished, open);
        try
        {
            using (file)
            {
                file.Truncate(0);
                var page = new byte[LitePage.Size];
                for (var index = 0L; index < pages; index++)
                {
                    read(index, page);
                    file.Write(index, page, salt: 0);
                }

                file.Sync();
            }

            File.Move(unfinished, path, replaces);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or StorageException)
        {
            File.Delete(unfinished);
            throw;
        }

        Folder.Sync(FolderOf(path));
    }

    public static string FolderOf(string path) =>
        Path.GetDirectoryName(path) ?? throw new IOException("it is a folder");

    /// <summary>Reads one page of a file.</summary>
    internal delegate void ReadPage(long index, Span<byte> page);

    private static PageFile Created(string path, string unfinished, Func<string, FileStream> open)
    {
        try
        {
            return new PageFile(unfinished, open);
        }
        catch (Exception fault)
            when (fault is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            // The system would name the temporary file, which means nothing to the reader.
            throw new IOException($"no new file can be written in {FolderOf(path)}.", fault);
        }
    }
}
