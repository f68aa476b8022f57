using System.Collections.Immutable;
using System.Text.Json;
using LiteDB;
using LockThat.App.Locks;
using LockThat.App.Storage.LiteDb.Memory;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.Documents;

/// <summary>The tail in the open file: one document for each batch, with all of its events.</summary>
internal readonly struct TailCollection(LiteDatabase database)
{
    public const string Name = "tail";

    private readonly ILiteCollection<BsonDocument> _documents = database.GetCollection(Name);

    public IEnumerable<TailRow> All() => _documents.FindAll().Select(Read).ToList();

    public void Insert(TailRow row) => _documents.Insert(ToDocument(row));

    public void Update(TailRow row) => _documents.Update(ToDocument(row));

    public void Delete(long number) => _documents.Delete(number);

    private static BsonDocument ToDocument(TailRow row) =>
        new() { ["_id"] = row.Number, [StoredDocument.Body] = StateJson.Of(json => Write(json, row.Events)) };

    private static void Write(Utf8JsonWriter json, ImmutableArray<ResourceEvent> events)
    {
        json.WriteStartArray("events");
        foreach (var happened in events)
        {
            json.WriteStartObject();
            EventJson.WriteMembers(json, happened);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static TailRow Read(BsonDocument document)
    {
        try
        {
            using var json = JsonDocument.Parse((ReadOnlyMemory<byte>)document[StoredDocument.Body].AsBinary);
            var events = json.RootElement.GetProperty("events").EnumerateArray().Select(EventJson.Read);
            return new(document["_id"].AsInt64, [.. events.OfType<ResourceEvent>()]);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"No row of {Name}: {fault.Message}", fault);
        }
    }
}
