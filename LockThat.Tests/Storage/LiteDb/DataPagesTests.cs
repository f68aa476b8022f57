using LiteDB;
using LockThat.App.Storage;
using LockThat.App.Storage.LiteDb;
using Microsoft.Extensions.Logging.Abstractions;

namespace LockThat.Tests.Storage.LiteDb;

public sealed class DataPagesTests : IDisposable
{
    private const string Collection = "things";

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_pages_hold_is_what_LiteDB_finds_whatever_was_changed_before(int seed)
    {
        var random = new Random(seed);
        using var file = _folder.Open();
        for (var round = 0; round < 20; round++)
        {
            file.Commit(database => Change(database.GetCollection(Collection), random));
            if (random.Next(3) == 0)
                file.Checkpoint();
            Texts(new DataPages(file.Settled()).Documents(Collection)).ShouldBe(Texts(file.Database.GetCollection(Collection).FindAll()));
        }
    }

    [Fact]
    public void A_collection_holds_nothing_of_another()
    {
        using var file = _folder.Open();
        file.Commit(database =>
        {
            database.GetCollection("others").Insert(new BsonDocument { ["_id"] = 1 });
            database.GetCollection(Collection).Insert(new BsonDocument { ["_id"] = 2 });
        });

        new DataPages(file.Settled()).Documents(Collection).ShouldHaveSingleItem()["_id"].AsInt32.ShouldBe(2);
    }

    [Fact]
    public void A_collection_that_is_not_there_has_no_documents()
    {
        using var file = _folder.Open();

        new DataPages(file.Settled()).Documents("nothing").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_store_whose_pages_link_in_a_circle_is_refused_as_damaged()
    {
        using (var file = _folder.Open())
        {
            file.Commit(database => database.GetCollection(Schema.Resources).Insert(new BsonDocument { ["_id"] = 1L, ["name"] = new string('x', 3 * LitePage.Size) }));
            file.Checkpoint();
        }

        using (var pages = new PageFile(_folder.Data, PageFile.OpenExclusively))
            LinkToItself(pages);

        var store = new LiteDbStore(_folder.Data, TimeProvider.System, NullLogger<LiteDbStore>.Instance);
        (await Should.ThrowAsync<StorageException>(() => store.Open(TestContext.Current.CancellationToken))).Fault.ShouldBe(StorageFault.Damaged);
    }

    /// <summary>Short ones and some that no page has room for; inserted, changed to another length, deleted.</summary>
    private static void Change(ILiteCollection<BsonDocument> things, Random random)
    {
        for (var change = 0; change < 40; change++)
        {
            var id = random.Next(120);
            if (random.Next(3) == 0)
                things.Delete(id);
            else
                things.Upsert(new BsonDocument { ["_id"] = id, ["text"] = new string((char)('a' + random.Next(26)), random.Next(10) == 0 ? random.Next(30_000) : random.Next(900)) });
        }
    }

    private static List<string> Texts(IEnumerable<BsonDocument> documents) => [.. documents.OrderBy(document => document["_id"].AsInt32).Select(document => document.ToString())];

    // A block of a document has the page and slot where it goes on behind its first byte.
    private static void LinkToItself(PageFile pages)
    {
        var page = new byte[LitePage.Size];
        for (var index = 1L; index < pages.PageCount; index++)
        {
            pages.Read(index, page);
            if (page[4] != 4 || LitePage.BlockAt(page, 0) is not { IsFirst: false, Next: not null } block)
                continue;
            BitConverter.TryWriteBytes(page.AsSpan(block.Content.Start.Value - 5), (uint)index);
            page[block.Content.Start.Value - 1] = 0;
            pages.Write(index, page, salt: 0);
            return;
        }

        throw new InvalidOperationException("No document goes on in another page.");
    }
}
