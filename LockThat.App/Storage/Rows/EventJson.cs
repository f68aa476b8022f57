using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;

namespace LockThat.App.Storage.Rows;

/// <summary>A stored event: where, when, by whom and by which way it happened, its kind, and the leases before and
/// after.</summary>
internal static class EventJson
{
    public static byte[] Write(ResourceEvent happened) => StateJson.Of(json => WriteMembers(json, happened));

    public static void WriteMembers(Utf8JsonWriter json, ResourceEvent happened)
    {
        var kind = EventKinds.Of(happened);
        json.WriteString("kind", kind.Word);
        Write(json, happened.Origin);
        kind.WriteOwn(json, happened);
        json.Write("lease", happened.LeaseAfter);
        json.Write("before", happened.LeaseBefore);
        json.WritePeople("watchers", happened.Told);
    }

    /// <summary>Null for a kind that only a later version knows: a history leaves it out.</summary>
    public static ResourceEvent? Read(JsonElement body) =>
        EventKinds.Find(body.Text("kind"))?.Read(new(body, OriginOf(body), Present: null));

    private static void Write(Utf8JsonWriter json, EventOrigin origin)
    {
        json.WriteString("team", origin.Workspace.Team.Value);
        json.Write("org", origin.Workspace.OrgInstall?.Value);
        if (origin.Name != ResourceName.None)
        {
            json.WriteString("id", origin.Id.Value);
            json.WriteString("name", origin.Name.Display);
        }

        json.WriteString("by", ActorText.Of(origin.By));
        json.WriteString("through", EntranceText.Of(origin.Through));
        json.Write("at", origin.At);
    }

    private static EventOrigin OriginOf(JsonElement body) =>
        new(
            new(new(body.Text("team")), body.TextOrNull("org") is { } org ? new EnterpriseId(org) : null),
            body.TextOrNull("id") is { } id ? new(id) : ResourceId.None,
            body.TextOrNull("name") is { } name ? ResourceName.Of(name) : ResourceName.None,
            ActorText.Read(body.Text("by")),
            EntranceText.Read(body.Text("through")),
            body.Instant("at")
        );
}
