using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Locking;
using LockThat.App.Locks.Managing;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Time;
using LockThat.App.Locks.Watching;

namespace LockThat.App.Storage.Rows;

/// <summary>A stored event: where, when, by whom and by which way it happened, its kind, and the leases before and
/// after.</summary>
internal static class EventJson
{
    public static byte[] Write(ResourceEvent happened) => StateJson.Of(json => WriteMembers(json, happened));

    /// <summary>The word that stands for the kind of an event, the same for good.</summary>
    public static string KindOf(ResourceEvent happened) =>
        happened switch
        {
            Locked => "locked",
            Renewed => "renewed",
            TakenOver => "taken_over",
            Extended => "extended",
            Unlocked => "unlocked",
            GivenBack => "given_back",
            Watched => "watched",
            Unwatched => "unwatched",
            Created => "created",
            Deleted => "deleted",
            Released => "released",
            Ended => "ended",
            EndsSoon => "ends_soon",
            _ => throw new UnreachableException(),
        };

    public static void WriteMembers(Utf8JsonWriter json, ResourceEvent happened)
    {
        json.WriteString("kind", KindOf(happened));
        Write(json, happened.Origin);
        if (happened is Locked locked)
            json.WriteBoolean("isCreated", locked.IsCreated);
        if (happened is Released released)
            json.WriteString("gone", released.Gone.Value);
        var (after, before, watchers) = PartsOf(happened);
        json.Write("lease", after);
        json.Write("before", before);
        if (watchers.IsEmpty)
            return;
        json.WriteStartArray("watchers");
        foreach (var watcher in watchers)
            json.WriteStringValue(watcher.Value);
        json.WriteEndArray();
    }

    /// <summary>Null for a kind that only a later version knows: a history leaves it out.</summary>
    public static ResourceEvent? Read(JsonElement body) =>
        body.Text("kind") switch
        {
            "locked" => new Locked(OriginOf(body), LeaseOf(body), body.GetProperty("isCreated").GetBoolean()),
            "renewed" => new Renewed(OriginOf(body), LeaseOf(body), BeforeOf(body)),
            "taken_over" => new TakenOver(OriginOf(body), LeaseOf(body), BeforeOf(body)),
            "extended" => new Extended(OriginOf(body), LeaseOf(body), BeforeOf(body)),
            "unlocked" => new Unlocked(OriginOf(body), BeforeOf(body), WatchersOf(body)),
            "given_back" => new GivenBack(OriginOf(body), LeaseOf(body), BeforeOf(body), WatchersOf(body)),
            "watched" => new Watched(OriginOf(body), LeaseOf(body)),
            "unwatched" => new Unwatched(OriginOf(body), LeaseOf(body)),
            "created" => new Created(OriginOf(body)),
            "deleted" => new Deleted(OriginOf(body), body.Part("before")?.ToLease(), WatchersOf(body)),
            "released" => new Released(
                OriginOf(body),
                new(body.Text("gone")),
                body.Part("before")?.ToLease(),
                WatchersOf(body)
            ),
            "ended" => new Ended(OriginOf(body), BeforeOf(body), WatchersOf(body)),
            "ends_soon" => new EndsSoon(OriginOf(body), LeaseOf(body)),
            _ => null,
        };

    private static void Write(Utf8JsonWriter json, EventOrigin origin)
    {
        json.WriteString("team", origin.Workspace.Team.Value);
        json.Write("org", origin.Workspace.OrgInstall?.Value);
        json.WriteString("id", origin.Id.Value);
        json.WriteString("name", origin.Name.Display);
        json.WriteString("by", ActorText.Of(origin.By));
        json.WriteString("through", EntranceText.Of(origin.Through));
        json.Write("at", origin.At);
    }

    /// <summary>The lease from now on, the lease that was, and the people who are told.</summary>
    private static (Lease? After, Lease? Before, ImmutableArray<UserId> Watchers) PartsOf(ResourceEvent happened) =>
        happened switch
        {
            Locked locked => (locked.Lease, null, []),
            Renewed renewed => (renewed.Lease, renewed.Before, []),
            TakenOver taken => (taken.Lease, taken.Former, []),
            Extended extended => (extended.Lease, extended.Before, []),
            Unlocked freed => (null, freed.Was, freed.Watchers),
            GivenBack given => (given.Lease, given.Taken, given.Watchers),
            Watched watched => (watched.Lease, null, []),
            Unwatched unwatched => (unwatched.Lease, null, []),
            Created => (null, null, []),
            Deleted deleted => (null, deleted.Held, deleted.Watchers),
            Released released => (null, released.Lost, released.Watchers),
            Ended ended => (null, ended.Lease, ended.Watchers),
            EndsSoon soon => (soon.Lease, null, []),
            _ => throw new UnreachableException(),
        };

    private static EventOrigin OriginOf(JsonElement body) =>
        new(
            new(new(body.Text("team")), body.TextOrNull("org") is { } org ? new EnterpriseId(org) : null),
            new(body.Text("id")),
            ResourceName.Of(body.Text("name")),
            ActorText.Read(body.Text("by")),
            EntranceText.Read(body.Text("through")),
            body.Instant("at")
        );

    private static Lease LeaseOf(JsonElement body) => body.GetProperty("lease").ToLease();

    private static Lease BeforeOf(JsonElement body) => body.GetProperty("before").ToLease();

    private static ImmutableArray<UserId> WatchersOf(JsonElement body) =>
        body.Part("watchers") is { } watchers
            ? [.. watchers.EnumerateArray().Select(watcher => new UserId(watcher.GetString() ?? ""))]
            : [];
}
