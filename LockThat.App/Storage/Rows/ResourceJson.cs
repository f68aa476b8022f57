using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Reactions;

namespace LockThat.App.Storage.Rows;

/// <summary>The members of a resource beyond its name, written by hand: the types are exact, and a change of a class
/// does not change the database.</summary>
internal static class ResourceJson
{
    public static byte[] Write(Resource resource) => StateJson.Of(json => WriteMembers(json, resource));

    public static void WriteMembers(Utf8JsonWriter json, Resource resource)
    {
        json.WriteString("id", resource.Id.Value);
        json.Write("lease", resource.Lease);
        if (!resource.Watchers.IsEmpty)
        {
            json.WriteStartArray("watchers");
            foreach (var watcher in resource.Watchers)
                json.WriteStringValue(watcher.Value);
            json.WriteEndArray();
        }

        if (!resource.Stops.IsEmpty)
        {
            json.WriteStartArray("stops");
            foreach (var stop in resource.Stops)
                Write(json, stop);
            json.WriteEndArray();
        }

        if (resource.Last is { } last)
            LastRequestJson.Write(json, last, resource.Lease);
    }

    public static Resource Read(Workspace workspace, string display, JsonElement state)
    {
        var name = ResourceName.Of(display);
        var id = state.TextOrNull("id") is { } stored ? new ResourceId(stored) : ResourceId.Of(workspace.Team, name);
        return Read(id, workspace, name, state);
    }

    /// <summary>With an id that stands beside the state.</summary>
    public static Resource Read(ResourceId id, Workspace workspace, ResourceName name, JsonElement state)
    {
        var lease = state.Part("lease")?.ToLease();
        return new(id, workspace, name)
        {
            Holding = lease is null ? Holding.Free.Instance : lease,
            Watchers = state.Part("watchers") is { } watchers
                ? [.. watchers.EnumerateArray().Select(watcher => new UserId(watcher.GetString() ?? ""))]
                : [],
            Stops = state.Part("stops") is { } stops
                ? [.. stops.EnumerateArray().Select(stop => new Stop(new(stop.Text("user")), stop.Instant("at")))]
                : [],
            Last = state.Part("last") is { } last ? LastRequestJson.Read(last, workspace, id, name, lease) : null,
        };
    }

    private static void Write(Utf8JsonWriter json, Stop stop)
    {
        json.WriteStartObject();
        json.WriteString("user", stop.User.Value);
        json.Write("at", stop.At);
        json.WriteEndObject();
    }
}
