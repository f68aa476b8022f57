namespace LockThat.App.Storage.LiteDb.Pages;

/// <summary>
/// The work before LiteDB sees the files: every page of the data file is checked, then the finished transactions of the
/// log are moved into it. LiteDB would read a header that a power cut tore during a checkpoint, though a good one is in
/// the log.
/// </summary>
internal sealed class Recovery(LogStream log, DataStream data)
{
    private readonly byte[] _page = new byte[LitePage.Size];

    /// <exception cref="StorageException">The data file is damaged; nothing has been written.</exception>
    public void Run()
    {
        var newest = NewestPages();
        Verify(newest);
        data.TakeLog(() =>
        {
            foreach (var (pageId, index) in newest.OrderBy(page => page.Key))
            {
                log.ReadPage(index, _page);
                LitePage.Settle(_page);
                data.WritePage(pageId, _page);
            }

            if (newest.Count > 0)
                data.Flush();
        });
        log.SetLength(0);
    }

    /// <summary>For each page of a finished transaction the last place in the log that has it.</summary>
    private Dictionary<uint, long> NewestPages()
    {
        var pages = new List<(uint Transaction, uint PageId)>();
        var finished = new HashSet<uint>();
        for (var index = 0L; index < log.Pages; index++)
        {
            log.ReadPage(index, _page);
            pages.Add((LitePage.Transaction(_page), LitePage.PageId(_page)));
            if (LitePage.IsConfirmed(_page))
                finished.Add(LitePage.Transaction(_page));
        }

        var newest = new Dictionary<uint, long>();
        foreach (var (index, (transaction, pageId)) in pages.Index())
            if (finished.Contains(transaction))
                newest[pageId] = index;
        return newest;
    }

    private void Verify(Dictionary<uint, long> newest)
    {
        var pages = data.Length / LitePage.Size;
        for (var index = 0L; index < pages; index++)
            if (!newest.ContainsKey((uint)index) && !data.IsGood(index, _page))
                throw data.Damaged($"page {index} is not what was written there");
        if (data.EndsInTornFrame && !newest.ContainsKey((uint)pages))
            throw data.Damaged("its last page is cut short");

        if (newest.TryGetValue(0, out var header))
            log.ReadPage(header, _page);
        else
            data.ReadPage(0, _page);
        for (var index = pages; index <= LitePage.LastPageId(_page); index++)
            if (!newest.ContainsKey((uint)index))
                throw data.Damaged($"it ends after {pages} pages of {LitePage.LastPageId(_page) + 1}");
    }
}
