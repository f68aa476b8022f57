using System.Collections.Immutable;
using System.Text.Json;
using LockThat.App.Identifiers;
using LockThat.App.Locks;
using LockThat.App.Locks.Asking;
using LockThat.App.Locks.Names;
using LockThat.App.Locks.Policies;
using LockThat.App.Locks.Waiting;

namespace LockThat.App.Storage.Rows;

/// <summary>The stored members of an event: in a history, or in the last request of a resource.</summary>
/// <param name="Json">Its members.</param>
/// <param name="Origin">Where, when and by whom.</param>
/// <param name="Present">The lease of the resource that the event stands in, which is not written twice; null in a
/// history.</param>
internal readonly record struct EventBody(JsonElement Json, EventOrigin Origin, Lease? Present)
{
    /// <summary>The lease from now on.</summary>
    public Lease Lease => LeaseOrNull ?? throw new FormatException("No lease");

    /// <summary>The lease from now on, where there may be none.</summary>
    public Lease? LeaseOrNull => Json.Part("lease")?.ToLease() ?? (IsFreed ? null : Present);

    /// <summary>The lease that was.</summary>
    public Lease Before => BeforeOrNull ?? throw new FormatException("No before");

    /// <summary>The lease that was, where there may have been none.</summary>
    public Lease? BeforeOrNull => Json.Part("before")?.ToLease();

    /// <summary>The people who are told.</summary>
    public ImmutableArray<UserId> Watchers => Json.ToPeople("watchers");

    /// <summary>The place in line.</summary>
    public Wait Wait => WaitOrNull ?? throw new FormatException("No wait");

    /// <summary>The place in line, where there may be none.</summary>
    public Wait? WaitOrNull => Json.Part("wait")?.ToWait();

    /// <summary>The same place as it was before, where it changed.</summary>
    public Wait? WaitBefore => Json.Part("waitBefore")?.ToWait();

    /// <summary>Those in line.</summary>
    public IEnumerable<Wait> Waits => Json.ToWaits("line");

    /// <summary>The ask.</summary>
    public Plea Plea => Json.GetProperty("plea").ToPlea();

    /// <summary>Somebody whom only this kind of event names.</summary>
    public Actor Actor(string name) => ActorText.Read(Json.Text(name));

    /// <summary>Some whom only this kind of event names.</summary>
    public ImmutableArray<Actor> Actors(string name) =>
        Json.ToAll(name, actor => ActorText.Read(actor.GetString() ?? ""));

    /// <summary>A moment that only this kind of event has.</summary>
    public DateTimeOffset Instant(string name) => Json.Instant(name);

    /// <summary>Words that only this kind of event has; null when there are none.</summary>
    public Reason? ReasonOrNull(string name) => Json.ReasonOrNull(name);

    /// <summary>The rules of a team.</summary>
    public TeamPolicy Policy(string name) => Json.GetProperty(name).ToPolicy();

    /// <summary>A mark that only this kind of event has.</summary>
    public bool Is(string name) => Json.Part(name)?.GetBoolean() ?? false;

    /// <summary>Whether the resource was created for it. A last request says it under another name.</summary>
    public bool IsCreated => (Json.Part("isCreated") ?? Json.GetProperty("created")).GetBoolean();

    /// <summary>A text that only this kind of event has.</summary>
    public string Text(string name) => Json.Text(name);

    // Only a last request says so.
    private bool IsFreed => Json.Part("isFreed")?.GetBoolean() ?? false;
}
