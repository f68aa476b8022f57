using System.Diagnostics;
using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Waiting;

namespace LockThat.App.Storage.Rows;

/// <summary>The members of a resource beyond its name, written by hand: the types are exact, and a change of a class
/// does not change the database.</summary>
internal static class ResourceJson
{
    public static byte[] Write(Resource resource) => StateJson.Of(json => WriteMembers(json, resource));

    public static void WriteMembers(Utf8JsonWriter json, Resource resource)
    {
        json.WriteString("id", resource.Id.Value);
        Write(json, resource.Holding);
        if (resource.Line.Count > 0)
            json.WriteNumber("line", resource.Line.Count);
        json.WritePeople("watchers", resource.Watchers);
        json.WriteAll("stops", resource.Stops, LineJson.WriteMembers);
        json.Write("freed", resource.Freed);
        json.WriteAll("losses", resource.Losses, LineJson.WriteMembers);
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
            Holding =
                lease is not null ? new Holding.Held(lease, state.ToAll("pleas", LineJson.ToPlea))
                : state.Part("turn") is { } turn ? new Holding.Offered(turn.ToTurn())
                : Holding.Free.Instance,
            // The waits themselves are rows of their own.
            Line = Line.Counted(state.Part("line")?.GetInt32() ?? 0),
            Watchers = state.ToPeople("watchers"),
            Stops = state.ToAll("stops", LineJson.ToStop),
            Freed = state.Part("freed")?.ToFreed(),
            Losses = state.ToAll("losses", LineJson.ToLoss),
            Last = state.Part("last") is { } last ? LastRequestJson.Read(last, workspace, id, name, lease) : null,
        };
    }

    private static void Write(Utf8JsonWriter json, Holding holding)
    {
        switch (holding)
        {
            case Holding.Free:
                break;
            case Holding.Held(var lease, var pleas):
                json.Write("lease", lease);
                json.WriteAll("pleas", pleas, LineJson.WriteMembers);
                break;
            case Holding.Offered(var turn):
                json.Write("turn", turn);
                break;
            default:
                throw new UnreachableException();
        }
    }
}
