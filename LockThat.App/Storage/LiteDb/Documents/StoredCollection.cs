using LiteDB;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.Documents;

/// <summary>The rows of one table in the open file: documents of a row number and the row's JSON. LiteDB cannot use
/// names as keys, because it compares texts by the rules of a culture, which ignore invisible characters.</summary>
internal readonly struct StoredCollection<TRow>(LiteDatabase database, StoredTable<TRow> table)
    where TRow : StoredRow
{
    private readonly ILiteCollection<BsonDocument> _documents = database.GetCollection(table.Name);

    public List<(long Id, TRow Row)> All(CancellationToken cancellationToken)
    {
        var all = new List<(long, TRow)>();
        foreach (var document in _documents.FindAll())
        {
            cancellationToken.ThrowIfCancellationRequested();
            all.Add((document["_id"].AsInt64, table.Read(document[StoredDocument.Body].AsBinary)));
        }

        return all;
    }

    /// <summary>The highest row number in use.</summary>
    public long LastId => _documents.Count() == 0 ? 0 : _documents.Max().AsInt64;

    public void Insert(long id, TRow row) => _documents.Insert(ToDocument(id, row));

    /// <exception cref="InvalidOperationException">There is none of this number.</exception>
    public void Update(long id, TRow row) => Must(_documents.Update(ToDocument(id, row)));

    public void Upsert(long id, TRow row) => _documents.Upsert(ToDocument(id, row));

    /// <exception cref="InvalidOperationException">There is none of this number.</exception>
    public void Delete(long id) => Must(_documents.Delete(id));

    private BsonDocument ToDocument(long id, TRow row) =>
        new() { ["_id"] = id, [StoredDocument.Body] = table.Write(row) };

    private static void Must(bool done)
    {
        if (!done)
            throw new InvalidOperationException("A row that is in memory is not in the file");
    }
}

/// <summary>The members that every document has beside its number.</summary>
internal static class StoredDocument
{
    /// <summary>The member with the row's JSON.</summary>
    public const string Body = "body";
}
