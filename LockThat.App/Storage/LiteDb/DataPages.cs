using System.Buffers;
using LiteDB;

namespace LockThat.App.Storage.LiteDb;

/// <summary>
/// The documents of a collection as the pages of a file have them, one page after the other: LiteDB goes by its index, from one document to
/// the next wherever it lies, which takes several times as long. Whole only while the log is empty, as a checkpoint leaves it.
/// </summary>
internal sealed class DataPages(PageStream file)
{
    // A document is never longer to LiteDB; links that lead in a circle end here.
    private const int LongestDocument = 2047 * LitePage.Size;

    private readonly byte[] _page = new byte[LitePage.Size];
    private readonly byte[] _nextPage = new byte[LitePage.Size];
    private readonly ArrayBufferWriter<byte> _parts = new(LitePage.Size);

    /// <summary>In no order.</summary>
    public IEnumerable<BsonDocument> Documents(string collection)
    {
        file.ReadPage(0, _page);
        if (LitePage.NumberOf(_page, collection) is not { } number) yield break;
        var pages = file.Length / LitePage.Size;
        for (var index = 1L; index < pages; index++)
        {
            file.ReadPage(index, _page);
            if (!LitePage.HoldsDocumentsOf(_page, number)) continue;
            for (var slot = 0; slot < LitePage.Slots(_page); slot++)
                if (LitePage.BlockAt(_page, slot) is { IsFirst: true } block) yield return BsonSerializer.Deserialize(Whole(block));
        }
    }

    /// <summary>What one page has no room for lies in others.</summary>
    private byte[] Whole(DocumentBlock block)
    {
        if (block.Next is null) return _page[block.Content];
        _parts.ResetWrittenCount();
        _parts.Write(_page.AsSpan(block.Content));
        for (var next = block.Next; next is var (page, slot); next = block.Next)
        {
            file.ReadPage(page, _nextPage);
            block = LitePage.BlockAt(_nextPage, slot) ?? throw new FormatException($"Page {page} has no block {slot}.");
            _parts.Write(_nextPage.AsSpan(block.Content));
            if (_parts.WrittenCount > LongestDocument) throw new FormatException($"A document is longer than {LongestDocument} bytes.");
        }

        return _parts.WrittenSpan.ToArray();
    }
}

/// <summary>A document, or a part of one, in a page.</summary>
/// <param name="IsFirst">Whether the document begins here.</param>
/// <param name="Content">Where in the page it lies.</param>
/// <param name="Next">The page and the slot where it goes on; null when it ends here.</param>
internal readonly record struct DocumentBlock(bool IsFirst, Range Content, (uint Page, byte Slot)? Next);
