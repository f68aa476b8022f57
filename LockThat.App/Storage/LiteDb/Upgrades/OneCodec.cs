using System.Diagnostics;
using System.Text.Json;
using LiteDB;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Storage.LiteDb.Documents;
using LockThat.App.Storage.Rows;

namespace LockThat.App.Storage.LiteDb.Upgrades;

/// <summary>Up to version 3 a row was a document of LiteDB's own types; since then it is the same JSON in both stores.
/// The members have the same names, so one reader is enough.</summary>
internal static class OneCodec
{
    public static void Convert(LiteDatabase database)
    {
        // A transaction must write something.
        Counters.SetLastNotice(database, Counters.LastNotice(database));
        foreach (var table in StoredTables.All)
        {
            var rows = database.GetCollection(table.Name);
            foreach (var row in rows.FindAll().Where(row => !row.ContainsKey(StoredDocument.Body)).ToList())
                rows.Update(new BsonDocument { ["_id"] = row["_id"], [StoredDocument.Body] = BodyOf(table, row) });
        }
    }

    /// <summary>A row's JSON, for a document of any version.</summary>
    public static byte[] BodyOf(StoredTable table, BsonDocument row) =>
        row[StoredDocument.Body].AsBinary
        ?? StateJson.Of(json =>
        {
            if (table == StoredTables.Notices)
                json.WriteNumber("number", row["_id"].AsInt64);
            // The id stays from here on, under any name of the resource.
            if (table == StoredTables.Resources)
                json.WriteString("id", IdOf(row).Value);
            foreach (var (name, value) in row.Where(member => member.Key is not ("_id" or "v")))
                Write(json, name, value);
        });

    private static ResourceId IdOf(BsonDocument row) =>
        ResourceId.Of(new(row["team"].AsString), ResourceName.Of(row["name"].AsString));

    private static void Write(Utf8JsonWriter json, string name, BsonValue value)
    {
        // The content of a notice stands beside the members that every notice has.
        if (name == "news")
        {
            WriteMembers(json, value.AsDocument);
        }
        else if (!value.IsNull)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }
    }

    private static void WriteMembers(Utf8JsonWriter json, BsonDocument document)
    {
        foreach (var (name, value) in document)
            Write(json, name, value);
    }

    private static void Write(Utf8JsonWriter json, BsonValue value)
    {
        switch (value.Type)
        {
            case BsonType.Document:
                json.WriteStartObject();
                WriteMembers(json, value.AsDocument);
                json.WriteEndObject();
                break;
            case BsonType.Array:
                json.WriteStartArray();
                foreach (var one in value.AsArray)
                    Write(json, one);
                json.WriteEndArray();
                break;
            case BsonType.String:
                json.WriteStringValue(value.AsString);
                break;
            case BsonType.Boolean:
                json.WriteBooleanValue(value.AsBoolean);
                break;
            case BsonType.Int32 or BsonType.Int64:
                json.WriteNumberValue(value.AsInt64);
                break;
            default:
                throw new UnreachableException();
        }
    }
}
