using LiteDB;
using LockThat.App.Identifiers;

namespace LockThat.App.Storage.LiteDb.Documents;

/// <summary>What every kind of document is made of. What is not there is left out; an instant is its milliseconds since
/// 1970, in UTC.</summary>
internal static class Bson
{
    public static BsonDocument With(this BsonDocument document, string name, BsonValue? value)
    {
        if (value is not null)
            document[name] = value;
        return document;
    }

    public static BsonDocument With(this BsonDocument document, string name, Workspace workspace) =>
        document.With(name, workspace.Team.Value).With("org", workspace.OrgInstall?.Value);

    public static Workspace ToWorkspace(this BsonDocument document, string name) =>
        new(new(document[name].AsString), document["org"].IsNull ? null : new EnterpriseId(document["org"].AsString));

    public static BsonDocument? Part(this BsonDocument document, string name) =>
        document[name].IsNull ? null : document[name].AsDocument;

    public static string? TextOf(this BsonDocument document, string name) =>
        document[name].IsNull ? null : document[name].AsString;

    public static DateTimeOffset? InstantOf(this BsonDocument document, string name) =>
        document[name].IsNull ? null : document[name].ToInstant();

    public static BsonValue ToBson(this DateTimeOffset instant) => instant.ToUnixTimeMilliseconds();

    public static DateTimeOffset ToInstant(this BsonValue milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds.AsInt64);
}
