using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Names;

namespace LockThat.App.Storage.Rows;

/// <summary>
/// The last request of a resource, with its result. A lease that the resource has, too, is written once. The version
/// before knows only the members <c>before</c>, <c>created</c> and <c>isFreed</c>. For one more version they are
/// written for older instances that run beside this one, and a row without <c>kind</c> is read by them.
/// </summary>
internal static class LastRequestJson
{
    /// <param name="json">The writer.</param>
    /// <param name="last">The last request.</param>
    /// <param name="present">The lease of the row.</param>
    public static void Write(Utf8JsonWriter json, LastRequest last, Lease? present)
    {
        var (happened, kind) = (last.Event, EventKinds.Of(last.Event));
        json.WriteStartObject("last");
        json.WriteString("request", last.Request.Value);
        json.WriteString("by", ActorText.Of(last.By));
        json.Write("at", last.At);
        json.Write("before", happened.LeaseBefore);
        json.WriteBoolean("created", happened is Created or Locked { IsCreated: true });
        json.WriteBoolean("isFreed", last.After is null);
        json.WriteString("kind", kind.Word);
        json.Write("lease", happened.LeaseAfter == present ? null : happened.LeaseAfter);
        // The only member that a lock has beside is written as "created".
        if (happened is not Locked)
            kind.WriteOwn(json, happened);
        json.WriteEndObject();
    }

    /// <summary>Null when the row does not have the result.</summary>
    public static LastRequest? Read(
        JsonElement last,
        Workspace workspace,
        ResourceId id,
        ResourceName name,
        Lease? present
    )
    {
        var kind = EventKinds.Find(last.TextOrNull("kind") ?? FormerKind(last, present));
        if (kind is null)
            return null;
        var asker = ActorText.Read(last.Text("by"));
        // The asker is usually the holder, who is then written once.
        var by = asker == present?.Holder ? present.Holder : asker;
        var origin = new EventOrigin(workspace, id, name, by, Entrance.Of(by), last.Instant("at"));
        return new(new(last.Text("request")), kind.Read(new(last, origin, present)));
    }

    // In older rows a renewal looks like an extension, and the unlock of a lock that was taken over looks like its
    // return after its end.
    private static string FormerKind(JsonElement last, Lease? present) =>
        (last.Part("before")?.ToLease(), last.GetProperty("isFreed").GetBoolean()) switch
        {
            (null, true) => last.GetProperty("created").GetBoolean() ? "created" : "",
            (_, true) => "unlocked",
            (_, false) when present is null => "",
            (null, false) => "locked",
            ({ } was, false) when present.Id == was.Id => "renewed",
            ({ } was, false) when present.Id == was.Former?.Id => "given_back",
            (_, false) => "taken_over",
        };
}
