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
        var lease = last.Event is GivenBack given ? given.Lease : last.After;
        json.WriteStartObject("last");
        json.WriteString("request", last.Request.Value);
        json.WriteString("by", ActorText.Of(last.By));
        json.Write("at", last.At);
        json.Write("before", last.Before);
        json.WriteBoolean("created", last.Event is Created or Locked { IsCreated: true });
        json.WriteBoolean("isFreed", last.After is null);
        json.WriteString("kind", EventJson.KindOf(last.Event));
        json.Write("lease", lease == present ? null : lease);
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
        var asker = ActorText.Read(last.Text("by"));
        // The asker is usually the holder, who is then written once.
        var by = asker == present?.Holder ? present.Holder : asker;
        var before = last.Part("before")?.ToLease();
        var isCreated = last.GetProperty("created").GetBoolean();
        var happened = Event(
            last.TextOrNull("kind") ?? FormerKind(before, isCreated, last.GetProperty("isFreed").GetBoolean(), present),
            new(workspace, id, name, by, Entrance.Of(by), last.Instant("at")),
            before,
            last.Part("lease")?.ToLease() ?? present,
            isCreated
        );
        return happened is null ? null : new(new(last.Text("request")), happened);
    }

    private static ResourceEvent? Event(string kind, EventOrigin origin, Lease? before, Lease? after, bool isCreated) =>
        (kind, before, after) switch
        {
            ("created", _, _) => new Created(origin),
            ("locked", _, { } lease) => new Locked(origin, lease, isCreated),
            ("renewed", { } was, { } lease) => new Renewed(origin, lease, was),
            ("extended", { } was, { } lease) => new Extended(origin, lease, was),
            ("taken_over", { } former, { } lease) => new TakenOver(origin, lease, former),
            ("unlocked", { } was, _) => new Unlocked(origin, was, []),
            ("given_back", { } taken, { } lease) => new GivenBack(origin, lease, taken, []),
            _ => null,
        };

    // In older rows a renewal looks like an extension, and the unlock of a lock that was taken over looks like its
    // return after its end.
    private static string FormerKind(Lease? before, bool isCreated, bool isFreed, Lease? present) =>
        (before, isFreed) switch
        {
            (null, true) => isCreated ? "created" : "",
            (null, false) => "locked",
            (_, true) => "unlocked",
            ({ } was, false) when present?.Id == was.Id => "renewed",
            ({ } was, false) when present?.Id == was.Former?.Id => "given_back",
            (_, false) => "taken_over",
        };
}
